import { describe, expect, test } from 'vitest';
import { standing } from '../../../src/domain/issue/standing.ts';
import {
  monthEnds,
  paceMonths,
  trendFigures,
  trendPoints,
} from '../../../src/domain/figures/trend.ts';
import { addDays, addMonths } from '../../../src/day/calendar.ts';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { fixed, issueOf, ledgerOf, updatesOf } from '../sample.ts';

describe('月末', () => {
  test('从第一个月末到统计日，统计日本身总在最后', () => {
    expect(monthEnds('2024-01-15', '2024-03-31')).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
    ]);
    expect(monthEnds('2024-01-15', '2024-03-10')).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-10',
    ]);
    expect(monthEnds('2024-01-15', '2024-01-20')).toEqual(['2024-01-20']);
  });

  test('至多二十四个，取最近的', () => {
    const ends = monthEnds('2020-01-01', '2024-06-15');
    expect(ends).toHaveLength(24);
    expect([ends[0], ends.at(-1)]).toEqual(['2022-07-31', '2024-06-15']);
  });
});

describe('趋势', () => {
  const first = issueOf({ id: 'demo-01', account: 'a1', deadline: fixed });
  const second = issueOf({ id: 'demo-02', account: 'b1', row: 2, listedOn: '2024-04-10' });
  const updates = [
    ...updatesOf(
      first,
      { action: 'submitted', reportedOn: '2024-04-05' },
      { action: 'accepted', reportedOn: '2024-05-02' },
    ),
  ];
  const ledger = ledgerOf([first, second], updates);

  test('每个月末按当时的报送重算：逾期、待审核、销号各在各的月份', () => {
    expect(trendPoints(ledger, '2024-05-15')).toEqual([
      { on: '2024-03-31', total: 1, unfinished: 1, overdue: 0, closed: 0, sustained: 0 },
      { on: '2024-04-30', total: 2, unfinished: 2, overdue: 1, closed: 0, sustained: 0 },
      { on: '2024-05-15', total: 2, unfinished: 1, overdue: 1, closed: 1, sustained: 0 },
    ]);
  });

  test('后来的报送不改以前的月末', () => {
    expect(trendPoints(ledger, '2024-05-15').slice(0, 2)).toEqual(
      trendPoints(ledger, '2024-04-30'),
    );
  });

  test('演示台账每个月末都与整本台账重放到那一天相同', () => {
    const shili = openLedger('tests/fixtures/shili');
    const points = trendPoints(shili, '2026-06-15');
    expect(points.length).toBeGreaterThan(5);
    for (const { on, ...counts } of points) {
      const then = standing(shili, on);
      const whole = trendFigures.map((id) => [id, rowsOf(figureOf(then, id)).length]);
      expect([on, counts]).toEqual([on, Object.fromEntries(whole)]);
    }
  });

  test('没有问题，或都在统计日以后列入，就没有趋势', () => {
    expect(trendPoints(ledgerOf([]), '2024-05-15')).toEqual([]);
    expect(trendPoints(ledger, '2024-02-01')).toEqual([]);
  });

  test('办结用时按办结的月份取中位数和最长；没有办结的月份不列', () => {
    expect(paceMonths(standing(ledger, '2024-05-15'))).toEqual([
      { month: '2024-05', closed: 1, sustained: 0, median: 62, longest: 62 },
    ]);
    expect(paceMonths(standing(ledger, '2024-04-30'))).toEqual([]);
  });

  test('同一个月办结几件，最长的是用时最多的那件', () => {
    const quick = updatesOf(
      second,
      { action: 'submitted', reportedOn: '2024-05-01' },
      { action: 'accepted', reportedOn: '2024-05-03' },
    );
    const both = ledgerOf([first, second], [...updates, ...quick]);
    expect(paceMonths(standing(both, '2024-05-15'))).toEqual([
      { month: '2024-05', closed: 2, sustained: 0, median: 42.5, longest: 62 },
    ]);
  });

  test('办结用时至多列二十四个月，取最近的', () => {
    const months = Array.from({ length: 26 }, (_, at) => addMonths('2022-01-01', at));
    const issues = months.map((listedOn, at) =>
      issueOf({ id: `demo-${String(at + 10)}`, row: at + 1, account: 'a1', listedOn }),
    );
    const done = issues.flatMap((issue) =>
      updatesOf(
        issue,
        { action: 'submitted', reportedOn: addDays(issue.listedOn, 1) },
        { action: 'accepted', reportedOn: addDays(issue.listedOn, 2) },
      ),
    );
    const all = paceMonths(standing(ledgerOf(issues, done), '2024-05-15'));
    expect([all.length, all[0]?.month, all.at(-1)?.month]).toEqual([24, '2022-03', '2024-02']);
  });

  test('列入当天就有一个点', () => {
    expect(trendPoints(ledger, '2024-03-01')).toEqual([
      { on: '2024-03-01', total: 1, unfinished: 1, overdue: 0, closed: 0, sustained: 0 },
    ]);
  });
});
