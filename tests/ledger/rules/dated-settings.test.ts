import { describe, expect, test } from 'vitest';
import { linesOf, small, swap } from '../small.ts';

const two = (second: string) =>
  swap(
    'vocabulary/timing.yaml',
    'graceDays: [{ from: 2026-01-01, value: 0 }]',
    `graceDays: [{ from: 2026-01-01, value: 0 }, { from: ${second}, value: 3 }]`,
  );
const remedy = (what: string) =>
  `按${what}从早到晚排列，同一天只留一条；改规则时在后面加一条，旧的不改`;

test('起用日从早到晚，没有错误', () => {
  expect(linesOf(two('2026-05-01'))).toEqual([]);
});

test.each(['2025-12-31', '2026-01-01'])('起用日 %s 不晚于上一条', (day) => {
  expect(linesOf(two(day))).toEqual([
    `vocabulary/timing.yaml:2:53 dated-settings 起用日 ${day} 不晚于上一条的 2026-01-01 → ${remedy('起用日')}`,
  ]);
});

describe('凡是分时生效的，都管', () => {
  const edition = small['vocabulary/indicators.yaml']!.replace('editions:\n', '');
  const newer = edition.replace("id: '2019'", "id: '2025'").replace('2019-04-01', '2025-01-01');
  const threshold = (from: string, every: string) =>
    `  - { from: ${from}, indicator: M2, every: ${every}, source: 示例 }\n`;

  test('新版指标写在旧版前面，报在旧版的起用日上', () => {
    expect(linesOf({ 'vocabulary/indicators.yaml': `editions:\n${newer}${edition}` })).toEqual([
      `vocabulary/indicators.yaml:10:11 dated-settings 起用日 2019-04-01 不晚于上一条的 2025-01-01 → ${remedy('起用日')}`,
    ]);
    expect(linesOf({ 'vocabulary/indicators.yaml': `editions:\n${edition}${newer}` })).toEqual([]);
  });

  test('更新要求按指标和种类各排各的', () => {
    const of = (...rows: string[]) =>
      linesOf({
        'vocabulary/indicators.yaml': `editions:\n${edition}thresholds:\n${rows.join('')}`,
      });
    const late = threshold('2026-01-01', '{ everyDays: 14 }');
    expect(of(late, threshold('2025-01-01', '{ times: 2, per: week }'))).toEqual([]);
    expect(of(late, threshold('2025-01-01', '{ everyDays: 7 }'))).toHaveLength(1);
  });

  test('催办规则和备案规则', () => {
    const reminding = (from: string) =>
      `  - { from: ${from}, urgeAfter: 3, circularAfter: 5, interviewAfter: 5, silentAfter: 10, replyWithin: 5, stoppedAfter: 10, expiryDays: 30 }\n`;
    const text = `rules:\n${reminding('2026-02-01')}${reminding('2026-01-01')}`;
    expect(linesOf({ 'vocabulary/reminding.yaml': text })).toEqual([
      `vocabulary/reminding.yaml:3:13 dated-settings 起用日 2026-01-01 不晚于上一条的 2026-02-01 → ${remedy('起用日')}`,
    ]);
  });

  test('以前的销号规则按沿用至的日子', () => {
    const closing = (...days: string[]) =>
      linesOf({
        'campaigns/zx.yaml': `${small['campaigns/zx.yaml']!}closing:\n  policy: merge\n  earlier:\n${days.map((day) => `    - { until: ${day}, policy: verification }\n`).join('')}`,
      });
    expect(closing('2026-01-31', '2026-02-28')).toEqual([]);
    expect(closing('2026-02-28', '2026-01-31')).toEqual([
      `campaigns/zx.yaml:8:16 dated-settings 沿用至 2026-01-31 不晚于上一条的 2026-02-28 → ${remedy('沿用至')}`,
    ]);
  });
});
