import { describe, expect, test } from 'vitest';
import {
  rateChangeInWords,
  rateChange,
  intervalInWords,
  rateInWords,
  tenths,
  wilson,
} from '../../../src/domain/inspection/rate.ts';

describe('合格率', () => {
  test('一位小数，五入；没有检查的没有', () => {
    expect(rateInWords(tenths({ passed: 2, checked: 3 }))).toBe('66.7%');
    expect(rateInWords(tenths({ passed: 1, checked: 8 }))).toBe('12.5%');
    expect(rateInWords(tenths({ passed: 0, checked: 0 }))).toBe('');
  });

  // The worked examples of Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17
  // (1998), 857–872, table I, method 3 (Wilson).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d 个里 %d 个的威尔逊区间与文献相同', (passed, checked, low, high) => {
    const found = wilson({ passed, checked });
    expect(Math.abs(found.low - low * 1000)).toBeLessThan(0.6);
    expect(Math.abs(found.high - high * 1000)).toBeLessThan(0.6);
  });

  test('全部合格的上限是100%', () => {
    expect(intervalInWords(wilson({ passed: 20, checked: 20 }))).toBe('83.9%至100.0%');
    expect(intervalInWords(undefined)).toBe('');
  });
});

describe('与上次相比', () => {
  const all = (rate: number) => ({ rate, interval: undefined });
  const drawn = (rate: number, low: number, high: number) => ({ rate, interval: { low, high } });

  test('两次全部检查：印出的数相减', () => {
    const words = (a: number, b: number) => rateChangeInWords(rateChange(all(a), all(b)));
    expect([words(917, 896), words(896, 917), words(900, 900)]).toEqual([
      '提高2.1个百分点',
      '下降2.1个百分点',
      '持平',
    ]);
    expect(rateChangeInWords(undefined)).toBe('');
  });

  test('有抽查的：范围重叠的不能说明升降，不重叠的才写提高、下降', () => {
    expect(rateChangeInWords(rateChange(drawn(870, 679, 955), all(838)))).toBe(
      '高3.2个百分点，在抽样误差以内，不能说明升降',
    );
    expect(rateChangeInWords(rateChange(all(838), drawn(870, 679, 955)))).toBe(
      '低3.2个百分点，在抽样误差以内，不能说明升降',
    );
    expect(rateChangeInWords(rateChange(drawn(950, 900, 980), drawn(700, 600, 790)))).toBe(
      '提高25.0个百分点',
    );
    expect(rateChangeInWords(rateChange(drawn(700, 600, 790), drawn(950, 900, 980)))).toBe(
      '下降25.0个百分点',
    );
  });

  test('口径不同的写不可比和原因', () => {
    expect(rateChangeInWords({ why: '两次检查所用的指标版本不同' })).toBe(
      '口径不同，不可比（两次检查所用的指标版本不同）',
    );
  });
});
