/** 问题类别: what is understood of a finding and of its class, and what is asked of the rest. */
import { expect, test } from 'vitest';
import type { NotedReading } from '../../../../src/intake/record/known.ts';
import { readCategory } from '../../../../src/intake/record/row/category.ts';
import { asksOf, inquiryWith, knownOf, place } from './rows.ts';

const known = knownOf({
  'vocabulary/problems.yaml': `problems:
  - { id: stale, name: 更新不及时 }
  - { id: rules, name: 制度不完善 }
  - { id: typo, name: 错别字 }
  - { id: other, name: 其他 }
`,
});
function read(finding: string, listed = '', given: Record<string, string> = {}) {
  const inquiry = inquiryWith(given);
  const readings: NotedReading[] = [];
  const problems = readCategory(finding, listed, place, known, inquiry, readings);
  return {
    problems,
    asked: asksOf(inquiry),
    question: inquiry.questions[0],
    notes: readings.map(({ note }) => note),
  };
}

test('整句读得懂的不问；和类名一样的不记，不一样的记归入哪类', () => {
  expect(read('更新不及时')).toMatchObject({ problems: ['stale'], asked: [], notes: [] });
  expect(read('更新不及时，制度不完善')).toMatchObject({
    problems: ['stale', 'rules'],
    notes: [],
  });
  expect(read('更新不及时、有错别字')).toMatchObject({ notes: ['归入更新不及时、错别字'] });
});

test('清单自己分了类的，类和问题里读出的都算，不重复', () => {
  expect(read('栏目荒废', '更新不及时')).toMatchObject({ problems: ['stale'], asked: [] });
  expect(read('有错别字', '更新不及时').problems).toEqual(['stale', 'typo']);
  expect(read('更新不及时', '更新不及时').problems).toEqual(['stale']);
  expect(read('更新不及时', '日常运维类').problems).toEqual(['stale']);
});

test('分的类不认得、问题也读不全的，按类问', () => {
  expect(read('栏目荒废', '日常运维类')).toMatchObject({
    problems: undefined,
    asked: ['problems 日常运维类'],
  });
  expect(read('栏目荒废', '日常运维类', { 'problems 日常运维类': '制度不完善' })).toMatchObject({
    problems: ['rules'],
    notes: ['经确认，“日常运维类”归入制度不完善'],
  });
});

test('一部分不认得的，只问那一部分，说明其余归在哪', () => {
  const { problems, asked, question } = read('更新不及时；栏目荒废');
  expect(problems).toBeUndefined();
  expect(asked).toEqual(['problems 栏目荒废']);
  expect(question?.message).toContain('（同一条里的其余归入更新不及时）');
  expect(read('更新不及时；栏目荒废', '', { 'problems 栏目荒废': '错别字' }).problems).toEqual([
    'stale',
    'typo',
  ]);
});

test('为整句答过的，用整句的答复；答不着的再问', () => {
  const whole = '更新不及时；栏目荒废';
  expect(read(whole, '', { [`problems ${whole}`]: '制度不完善' }).problems).toEqual(['rules']);
  expect(read(whole, '', { [`problems ${whole}`]: '没有这类' }).asked).toEqual([
    'problems 栏目荒废',
  ]);
});

test.each<[string, string[] | undefined, string]>([
  ['更新不及时、错别字', ['stale', 'typo'], '更新不及时、错别字'],
  ['stale；rules', ['stale', 'rules'], 'stale、rules'],
  ['其他', ['other'], '其他'],
  ['其他：栏目没有人管', ['other'], '其他：栏目没有人管'],
  ['错别字、没有这类', undefined, ''],
  ['、', undefined, ''],
])('答“%s”', (answer, problems, said) => {
  const read1 = read('栏目荒废', '', { 'problems 栏目荒废': answer });
  expect(read1.problems).toEqual(problems);
  expect(read1.notes).toEqual(problems ? [`经确认，“栏目荒废”归入${said}`] : []);
});
