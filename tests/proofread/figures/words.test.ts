/** 数的角色: what the words around a number make of it. */
import { describe, expect, test } from 'vitest';
import { roleOf, saidOf, timeOf, unitKind } from '../../../src/proofread/figures/words.ts';

test.each([
  ['全市共检查账号', 'sum', 0],
  ['合计', 'sum', 0],
  ['其余', 'rest', 0],
  ['结余', 'rest', 0],
  ['比一季度末少', 'change', -1],
  ['净增加', 'change', 1],
  ['平均每家', 'mean', 0],
  ['最高的有', 'extreme', 0],
  ['已整改', 'count', 0],
])('%s', (label, role, sign) => {
  expect(roleOf(label, '')).toEqual({ role, sign });
});

describe('说的是什么', () => {
  test.each([
    ['不合格在合格之前', '不合格', '', 'failed'],
    ['合格', '合格', '', 'passed'],
    ['未整改不是整改', '仍未整改的有', '', 'unmended'],
    ['整改到位', '整改到位的有', '', 'mended'],
    ['数后面说的', '有', '账号已关停', 'closed'],
    ['新开', '新开设', '', 'opened'],
    ['没有说', '县直部门', '', undefined],
  ])('%s', (_, label, noun, said) => {
    expect(saidOf(label, noun, '', '', undefined)).toBe(said);
  });

  test('前后都没有说，才看本句其余的话；状态先于它', () => {
    expect(saidOf('', '', '抽查的公众号分别为', '', undefined)).toBe('checked');
    expect(saidOf('', '', '抽查的', '', { sign: 'no', about: 'pass' })).toBe('failed');
  });
});

test('最后说到的时间', () => {
  expect(timeOf('上季度8个，本季度')).toBe('本季度');
  expect(timeOf('检查账号')).toBe('');
});

test('可以相加的量词算一类', () => {
  expect([unitKind('家'), unitKind('个')]).toEqual(['things', 'things']);
  expect(unitKind('人次')).toBe(unitKind('名'));
  expect(unitKind('万元')).toBe('万元');
});
