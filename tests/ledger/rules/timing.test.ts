import { expect, test } from 'vitest';
import { linesOf, swap } from '../small.ts';

const two = (second: string) =>
  swap(
    'vocabulary/timing.yaml',
    'graceDays: [{ from: 2026-01-01, value: 0 }]',
    `graceDays: [{ from: 2026-01-01, value: 0 }, { from: ${second}, value: 3 }]`,
  );

test('起用日从早到晚，没有错误', () => {
  expect(linesOf(two('2026-05-01'))).toEqual([]);
});

test.each(['2025-12-31', '2026-01-01'])('起用日 %s 不晚于上一条', (day) => {
  expect(linesOf(two(day))).toEqual([
    `vocabulary/timing.yaml:2:53 timing 起用日 ${day} 不晚于上一条的 2026-01-01 → 改规则时在后面加一条，起用日往后写；旧的不改`,
  ]);
});
