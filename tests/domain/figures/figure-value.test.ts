import { describe, expect, test } from 'vitest';
import {
  countedFigure,
  median,
  percent,
  rate,
  valueInWords,
} from '../../../src/domain/figures/figure-value.ts';

describe('值', () => {
  test('计数就是行数，比率带分子分母的行', () => {
    expect(countedFigure(['a', 'b'])).toEqual({ kind: 'count', value: 2, rows: ['a', 'b'] });
    expect(rate(['a'], ['a', 'b'])).toEqual({
      kind: 'rate',
      numerator: 1,
      denominator: 2,
      rows: ['a'],
      of: ['a', 'b'],
    });
  });

  test('中位数：奇数取中间，偶数取中间两个的平均，没有就没有', () => {
    expect(median([])).toBeUndefined();
    expect(median([5])).toBe(5);
    expect(median([9, 1, 4])).toBe(4);
    expect(median([10, 2, 4, 3])).toBe(3.5);
    expect(median([100, 20, 3])).toBe(20);
  });

  test('百分数一位小数，四舍五入，分母为 0 写无', () => {
    expect(percent(0, 23)).toBe('0.0%');
    expect(percent(1, 8)).toBe('12.5%');
    expect(percent(1, 3)).toBe('33.3%');
    expect(percent(2, 3)).toBe('66.7%');
    expect(percent(1, 16)).toBe('6.3%');
    expect(percent(23, 23)).toBe('100.0%');
    expect(percent(0, 0)).toBe('无');
  });
});

describe('写法', () => {
  test('计数写数，上报没有写未报', () => {
    expect(valueInWords(countedFigure(['a']))).toBe('1');
    expect(valueInWords({ kind: 'reported', value: 42 })).toBe('42');
    expect(valueInWords({ kind: 'reported', value: undefined })).toBe('未报');
  });

  test('比率写分子、分母和百分数，没有分母写无', () => {
    expect(valueInWords(rate(['a'], ['a', 'b', 'c']))).toBe('1/3（33.3%）');
    expect(valueInWords(rate([], []))).toBe('无');
  });

  test('用时写中位数，没有写无', () => {
    const days = { kind: 'days' as const, days: [3, 4], rows: ['a', 'b'] };
    expect(valueInWords({ ...days, median: 3.5 })).toBe('3.5');
    expect(valueInWords({ kind: 'days', median: undefined, days: [], rows: [] })).toBe('无');
  });
});
