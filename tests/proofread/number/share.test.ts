/** 份额: numbers with the share that they are said to be. */
import { expect, test } from 'vitest';
import {
  contextOf,
  isBase,
  isCut,
  isPlanned,
  shareNames,
  sharesIn,
  TOGETHER,
  TOTAL,
} from '../../../src/proofread/number/share.ts';
import { lastOf } from '../said.ts';

/** `数 份额 总体` of each. */
const read = (text: string): string[] =>
  sharesIn(lastOf(text).last).map(({ part, percentage, base }) =>
    `${String(part.value)} ${String(percentage.value)} ${base}`.trim(),
  );

test.each([
  ['咨询112件，占总数的77.1%。', ['112 77.1 总数']],
  ['咨询112件，占比为77.1%。', ['112 77.1 比']],
  ['完成投资80万元，完成年度计划的80%。', ['80 80 年度计划']],
  ['咨询112件、投诉33件，分别占77.2%、22.8%。', ['112 77.2', '33 22.8']],
])('%s', (text, shares) => {
  expect(read(text).map((one) => one.trim())).toEqual(shares);
});

test.each([
  ['约数', '咨询112件，占总数的近77%。'],
  ['约数写在前面', '咨询112件，约占总数的77%。'],
  ['全省的份额', '咨询112件，占全省的7%。'],
  ['几个数合起来的', '甲783件、乙579件、丙562件，占77%。'],
  ['合计的', '甲783件、乙579件，两类合计占77%。'],
  ['隔着句号', '咨询112件。占77%。'],
])('%s，不是一个数的份额', (_, text) => {
  expect(read(text)).toEqual([]);
});

test('份额的数写在前面的句子里', () => {
  const { last, before } = lastOf(
    '乡科级干部问题5199起，其他489起。其中，乡科级干部问题占总数的91.4%。',
  );
  expect(
    shareNames(last, before).map(({ part, percentage }) => [part.value, percentage.value]),
  ).toEqual([[5199, 91.4]]);
});

test('可以是总体的数：前面的，和下一句里的合计', () => {
  const { last, before } = lastOf('共20个。微信9个，占45%。本次共检查账号20个。');
  const statements = [...before, last];
  const { numbers } = contextOf(statements, 1);
  expect(numbers.map(({ value }) => value)).toEqual([20, 20]);
  expect(contextOf(statements, 9)).toEqual({ before: [], numbers: [] });
});

test('叫这个总体的数', () => {
  expect(isBase('收到申请总数', { label: '收到申请', noun: '' } as never)).toBe(true);
  expect(isBase('办结申请', { label: '来信', noun: '' } as never)).toBe(false);
  expect(isBase('总数', { label: '来信', noun: '' } as never)).toBe(true);
});

test('截去末位的、可以超过的总体、全体的词', () => {
  const percentage = { value: 66.6, decimals: 1 } as never;
  expect([isCut(percentage, 2, 3), isCut(percentage, 1, 2)]).toEqual([true, false]);
  expect([isPlanned('年度投资计划'), isPlanned('总数')]).toEqual([true, false]);
  expect([
    TOGETHER.test('两类合计'),
    TOGETHER.test('其中'),
    TOTAL.test('共检查'),
    TOTAL.test('未更新'),
  ]).toEqual([true, false, true, false]);
});
