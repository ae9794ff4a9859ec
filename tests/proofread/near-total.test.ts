import { expect, test } from 'vitest';
import { plainPaper } from '../../src/proofread/document/plain.ts';
import {
  isByMonths,
  isNearTotal,
  isSlight,
  ownPieces,
  sameVerb,
} from '../../src/proofread/near-total.ts';
import { type SaidNumber, statementsOf } from '../../src/proofread/statement.ts';

/** The numbers of a sentence; the last one is the whole, unless the first is. */
const numbersOf = (text: string): SaidNumber[] =>
  statementsOf(plainPaper(text)).flatMap(({ numbers }) => [...numbers]);

function lastOf(text: string): [parts: SaidNumber[], whole: SaidNumber] {
  const numbers = numbersOf(text);
  const whole = numbers.at(-1);
  if (whole === undefined) throw new Error(text);
  return [numbers.slice(0, -1), whole];
}

test('差一点的合计才当作合计', () => {
  const [parts, whole] = lastOf('甲县12家，乙县15家，丙县5家，共检查33家。');
  expect(isNearTotal(parts, whole, '检查')).toBe(true);
  expect(isNearTotal(parts, whole, '发现')).toBe(false);
  expect(isNearTotal(parts.slice(1), whole, '检查')).toBe(false);
  expect(isSlight(parts, whole)).toBe(true);
  expect(isSlight(parts.slice(1), whole)).toBe(false);
});

test('按月的各数和季度的数', () => {
  const [parts] = lastOf('一月份办理41件，二月份办理33件，三月份办理52件，一季度共办理126件。');
  expect(isByMonths(parts, '办理')).toBe(true);
  expect(isByMonths(parts.slice(0, 2), '办理')).toBe(false);
  expect(isByMonths(parts, undefined)).toBe(false);
});

test('总数和各项说的是同一个动作', () => {
  const [whole, ...parts] = numbersOf('共收到3059条，部门收到1904条，县区收到1155条。');
  if (whole === undefined) throw new Error('没有总数');
  expect(sameVerb(whole, parts)).toBe(true);
  expect(sameVerb(whole, numbersOf('部门报送1904条'))).toBe(false);
});

test('分号后面另有总数的，不算前面的分项', () => {
  const [checked] = numbersOf('望泽县抽查20个');
  const [valid] = numbersOf('其中有效留言118条');
  if (checked === undefined || valid === undefined) throw new Error('没有总数');
  expect(ownPieces('，不合格1个；芦源县抽查16个，不合格2个', checked)).toBe('，不合格1个');
  expect(ownPieces('，无效留言8条；有效留言已办结116条', valid)).toBe('，无效留言8条');
  expect(ownPieces('，合格19个；不合格1个', checked)).toBe('，合格19个；不合格1个');
});
