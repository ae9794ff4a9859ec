import { expect, test } from 'vitest';
import { freshnessOf, thresholdsOn } from '../../../src/domain/inspection/freshness.ts';
import type { Threshold } from '../../../src/schema/indicators.ts';

const rule = (every: Threshold['every'], from = '2019-04-01', indicator = 'M2'): Threshold => ({
  from,
  indicator,
  every,
  source: '示例规定',
});
const fortnight = rule({ everyDays: 14 });

test('第14天还算更新，第15天不算，按检查日推算', () => {
  const on = (lastPostOn: string) => freshnessOf({ lastPostOn }, [fortnight], '2026-06-15');
  expect(on('2026-06-01')).toEqual({ verdict: 'fresh', days: 14, broken: [] });
  expect(on('2026-05-31')).toEqual({
    verdict: 'stale',
    days: 15,
    broken: ['已15天未更新，要求间隔不超过14天（示例规定）'],
  });
});

test('没有写最近更新日、没有要求的，不推断', () => {
  expect(freshnessOf({}, [fortnight], '2026-06-15').verdict).toBe('unknown');
  expect(freshnessOf({ lastPostOn: '2026-06-14' }, [], '2026-06-15').verdict).toBe('unknown');
});

test('每周两次：统计30天按4周算，少于8条为不合格', () => {
  const rules = [rule({ times: 2, per: 'week' })];
  const on = (posts: number) => freshnessOf({ counted: { days: 30, posts } }, rules, '2026-06-15');
  expect([on(8).verdict, on(7).verdict]).toEqual(['fresh', 'stale']);
  expect(on(7).broken).toEqual(['30天发布7条，要求每周2条（示例规定）']);
  expect(freshnessOf({ counted: { days: 6, posts: 0 } }, rules, '2026-06-15').verdict).toBe(
    'unknown',
  );
});

test('每月一篇原创：没有统计原创的不推断', () => {
  const rules = [rule({ originals: 1, per: 'month' })];
  const on = (originals?: number) =>
    freshnessOf({ counted: { days: 30, posts: 9, originals } }, rules, '2026-06-15');
  expect(on(0).broken).toEqual(['30天原创0条，要求每月1条（示例规定）']);
  expect([on(1).verdict, on().verdict]).toEqual(['fresh', 'unknown']);
  expect(freshnessOf({}, rules, '2026-06-15').verdict).toBe('unknown');
});

test('同一种要求以起用日最晚的为准，不同种的并行，起用之前不算', () => {
  const weekly = rule({ everyDays: 7 }, '2025-01-01');
  const twice = rule({ times: 2, per: 'week' }, '2025-01-01');
  const all = [fortnight, weekly, twice, rule({ everyDays: 3 }, '2019-04-01', 'W3')];
  expect(thresholdsOn(all, 'M2', '2024-12-31')).toEqual([fortnight]);
  expect(thresholdsOn(all, 'M2', '2025-01-01')).toEqual([weekly, twice]);
  expect(thresholdsOn([weekly, fortnight], 'M2', '2025-01-01')).toEqual([weekly]);
  expect(thresholdsOn(all, 'M2', '2019-03-31')).toEqual([]);
});

test('栏目由人数：三类都数了才推断，任何一类达到就不合格', () => {
  const rules = [
    rule({ columns: 'stale', below: 5 }, '2019-04-01', 'W4'),
    rule({ columns: 'overdue', below: 10 }, '2019-04-01', 'W4'),
    rule({ columns: 'empty', below: 5 }, '2019-04-01', 'W4'),
  ];
  expect(thresholdsOn(rules, 'W4', '2026-06-15')).toEqual(rules);
  const on = (columns?: { stale?: number; overdue?: number; empty?: number }) =>
    freshnessOf({ columns }, rules, '2026-06-15');
  expect(on({ stale: 4, overdue: 9, empty: 0 }).verdict).toBe('fresh');
  expect([on({ stale: 4, overdue: 9 }).verdict, on().verdict]).toEqual(['unknown', 'unknown']);
  expect(on({ empty: 5 })).toMatchObject({
    verdict: 'stale',
    broken: ['空白栏目5个，达到5个（示例规定）'],
  });
});
