import { describe, expect, test } from 'vitest';
import { setApart, countAxis, dayAxis, dayTicks } from '../../../src/components/chart/plot.ts';

const box = { left: 30, right: 330, top: 10, bottom: 190 };

describe('图的坐标', () => {
  test('日期按真的间隔排：一年的月份不是等距的格', () => {
    const x = dayAxis(['2024-01-31', '2024-12-31'], box);
    expect(x('2024-01-31')).toBe(30);
    expect(x('2024-12-31')).toBe(330);
    expect(x('2024-07-01')).toBeCloseTo(30 + (300 * 152) / 335, 6);
  });

  test('只有一天的，放在中间', () => {
    expect(dayAxis(['2024-01-31'], box)('2024-01-31')).toBe(180);
    expect(dayTicks(['2024-01-31'], () => 180)).toEqual([{ at: 180, words: '2024年1月' }]);
  });

  test('刻度：首尾和年初；年初离首尾太近的不写', () => {
    const days = ['2023-12-31', '2024-06-30', '2025-06-30', '2026-01-15'];
    expect(dayTicks(days, dayAxis(days, box)).map(({ words }) => words)).toEqual([
      '2023年12月',
      '2025年',
      '2026年1月',
    ]);
  });

  test('个数的刻度都是整数；全是零也画得出', () => {
    expect(countAxis(0, 3, box).ticks).toEqual([0, 1, 2, 3]);
    const flat = countAxis(0, 0, box);
    expect(flat.at(0)).toBe(190);
    expect(flat.ticks).toEqual([0, 1]);
  });

  test('线尾的字不叠在一起，次序不变，不出框', () => {
    const placed = setApart([188, 186, 12, 189], box);
    expect(placed[2]).toBe(12);
    const low = [placed[1], placed[0], placed[3]].map(Number);
    expect(low.every((y, at) => at === 0 || y - (low[at - 1] ?? 0) >= 15)).toBe(true);
    expect(low.at(-1)).toBeLessThanOrEqual(190);
  });
});
