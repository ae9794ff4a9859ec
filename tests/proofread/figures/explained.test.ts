/** 可作别解: whether another reading of the numbers around explains one. */
import { describe, expect, test } from 'vitest';
import {
  isAnyRate,
  isAnyRest,
  isAnySum,
  isMistyped,
  isNearTo,
} from '../../../src/proofread/figures/explained.ts';

const valued = (...values: number[]) => values.map((value) => ({ value }));
const rate = (value: number, decimals = 1) => ({ value, decimals, at: 0, end: 0 });

test.each([
  ['隔着的两个也算', 30, [10, 5, 20], true],
  ['三个', 35, [10, 5, 20], true],
  ['只有一个不是和', 20, [10, 5, 20], false],
  ['凑不出', 29, [10, 5, 20], false],
])('和：%s', (_, value, row, is) => {
  expect(isAnySum(value, valued(...row))).toBe(is);
});

test.each([
  ['去一个', 12, [20, 8, 5], true],
  ['去两个', 7, [20, 8, 5], true],
  ['去不出', 9, [20, 8, 5], false],
])('差：%s', (_, value, row, is) => {
  expect(isAnyRest(value, valued(...row))).toBe(is);
});

describe('率', () => {
  test.each([
    ['一个是另一个的', 75, [48, 36], true],
    ['去掉的也算', 25, [48, 36], true],
    ['相邻两个合起来', 75, [100, 40, 35], true],
    ['不相邻的两个不合', 75, [200, 110, 17, 40], false],
    ['以相邻两个之和为总数', 93, [40, 60, 7], true],
    ['哪两个都不成', 94.6, [28, 27], false],
  ])('%s', (_, value, row, is) => {
    expect(isAnyRate(rate(value), valued(...row))).toBe(is);
  });

  test('万为单位的数各自舍入，合得上就算', () => {
    expect(isAnyRate(rate(59.9), valued(1.52, 0.91))).toBe(true);
  });
});

test.each([
  ['相等不是差一点', 23, 23, false],
  ['差三以内', 26, 23, true],
  ['大数按一成', 214, 200, true],
  ['差太多', 30, 23, false],
])('差一点：%s', (_, value, right, is) => {
  expect(isNearTo(value, right)).toBe(is);
});

test.each([
  ['两位数字写倒', '27.9', '29.7', true],
  ['一位写错', '69.9', '59.9', true],
  ['差不到三个点', '93.0', '95.5', true],
  ['两位都不同', '12.5', '78.9', false],
])('误写：%s', (_, said, right, is) => {
  expect(isMistyped(said, right)).toBe(is);
});
