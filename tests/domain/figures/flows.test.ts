/** 进出, counted by hand, and held over random stories: months add up to whatever they make up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closedOfYear,
  type Flow,
  flowEvents,
  flowImbalances,
  flowKinds,
  flowMonths,
  flowRule,
  flows,
  flowsBetween,
} from '../../../src/domain/figures/flows.ts';
import { trendPoints } from '../../../src/domain/figures/trend.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { addDays } from '../../../src/day/calendar.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { issueOf, ledgerOf, ongoing, updatesOf } from '../sample.ts';

const one = issueOf({ id: 'demo-01', account: 'a1' });
const two = issueOf({ id: 'demo-02', account: 'b1', row: 2, deadline: ongoing });
const three = issueOf({ id: 'demo-03', account: 'c1', row: 3, listedOn: '2024-04-10' });
const again = { reason: '又停更', ground: 'inspection' } as const;
const ledger = ledgerOf(
  [one, two, three],
  [
    ...updatesOf(
      one,
      { action: 'submitted', reportedOn: '2024-03-20' },
      { action: 'accepted', reportedOn: '2024-04-02' },
      { action: 'reopened', reportedOn: '2024-04-20', round: 2, ...again },
      // What neither settles nor opens is no flow; nor is what was refused.
      { action: 'progress', reportedOn: '2024-04-21', note: '在改' },
      { action: 'reopened', reportedOn: '2024-04-22', round: 3, ...again },
      { action: 'submitted', reportedOn: '2024-04-25' },
      { action: 'accepted', reportedOn: '2024-04-30' },
    ),
    ...updatesOf(
      two,
      { action: 'submitted', reportedOn: '2024-03-10' },
      { action: 'sustained', reportedOn: '2024-03-31', reviewOn: '2024-06-30' },
      { action: 'reviewed', reportedOn: '2024-06-30', held: false },
      { action: 'submitted', reportedOn: '2024-07-01' },
      { action: 'sustained', reportedOn: '2024-07-02', reviewOn: '2024-09-30' },
      { action: 'voided', reportedOn: '2024-07-03', reason: '账号已不存在' },
    ),
    ...updatesOf(three, { action: 'voided', reportedOn: '2024-05-02', reason: '重复登记' }),
  ],
);
const between = (after: string, until: string) =>
  flowsBetween(standing(ledger, after), standing(ledger, until));
const numbers = (counted: ReturnType<typeof between>): number[] => [
  counted.before.length,
  ...flowKinds.map((flow) => counted[flow].length),
  counted.after.length,
];

describe('按轮次计的进出', () => {
  test('四月：一个问题销号、重启又销号，各计一次', () => {
    const april = between('2024-03-31', '2024-04-30');
    expect(numbers(april)).toEqual([1, 1, 1, 2, 0, 0, 1]);
    expect(april.closed.map(({ issue, round }) => [issue, round])).toEqual([
      ['demo-01', 1],
      ['demo-01', 2],
    ]);
    expect(flowImbalances(april)).toEqual([]);
  });

  test('复查未保持是重启；长期坚持中撤销的不是进出', () => {
    expect(numbers(between('2024-04-30', '2024-07-31'))).toEqual([1, 0, 1, 0, 1, 1, 0]);
  });

  test('对不上的，写出各项是多少', () => {
    const april = between('2024-03-31', '2024-04-30');
    expect(flowImbalances({ ...april, closed: april.closed.slice(1) })).toEqual([
      '期初未完成1个，新列1个、重启1个、销号1个、转长期坚持0个、撤销0个，期末应为2个，而按期末状态是1个',
    ]);
  });

  test('各月首尾相接，没有进出的月份也在；没有问题的没有月份', () => {
    expect(flowMonths(standing(ledger, '2024-07-15'))).toEqual(
      [
        ['2024-03', 0, 2, 0, 0, 1, 0, 1],
        ['2024-04', 1, 1, 1, 2, 0, 0, 1],
        ['2024-05', 1, 0, 0, 0, 0, 1, 0],
        ['2024-06', 0, 0, 1, 0, 0, 0, 1],
        ['2024-07', 1, 0, 0, 0, 1, 0, 0],
      ].map(([month, before, listed, reopened, closed, sustained, withdrawn, after]) => ({
        month,
        before,
        listed,
        reopened,
        closed,
        sustained,
        withdrawn,
        after,
      })),
    );
    expect(flowMonths(standing(ledger, '2024-02-01'))).toEqual([]);
  });

  test('平衡关系写的就是各项的方向', () => {
    expect(flowRule).toBe('期末未完成 = 期初未完成 + 新列 + 重启 − 销号 − 转长期坚持 − 撤销');
    expect(Object.values(flows).every(({ definition }) => definition.endsWith('。'))).toBe(true);
  });
});

describe('演示台账', () => {
  const shili = openLedger('tests/fixtures/shili');
  const last = '2026-06-15';

  test('各月末未完成与逐日回放的相同', () => {
    const months = new Map(flowMonths(standing(shili, last)).map((one) => [one.month, one.after]));
    for (const { on, unfinished } of trendPoints(shili, last))
      expect([on, months.get(on.slice(0, 7))]).toEqual([on, unfinished]);
  });

  test('任意两天之间都对得上，任意分成两段相加都等于全段', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from = '', middle = '', until = ''] = [a, b, c].toSorted();
        const [x, y, z] = [from, middle, until].map((on) => standing(shili, on));
        if (!x || !y || !z) return;
        const [whole, first, second] = [flowsBetween(x, z), flowsBetween(x, y), flowsBetween(y, z)];
        expect([whole, first, second].flatMap(flowImbalances)).toEqual([]);
        for (const flow of flowKinds satisfies Flow[])
          expect(first[flow].length + second[flow].length).toBe(whole[flow].length);
      }),
      { numRuns: 25 },
    );
  });

  test('每件进出都在问题的轮次里', () => {
    const now = standing(shili, last);
    const rounds = new Map(now.issues.map(({ id, history }) => [id, history.rounds.length]));
    for (const { issue, round } of flowEvents(now))
      expect(round).toBeLessThanOrEqual(rounds.get(issue) ?? 0);
  });
});

describe('今年列入的，已销号', () => {
  test('手数：当天的状态是已销号、当年列入的；重启以后就不是了', () => {
    const on = (day: string): string[] => closedOfYear(standing(ledger, day));
    expect(on('2024-04-01')).toEqual([]);
    expect(on('2024-04-10')).toEqual(['demo-01']);
    expect(on('2024-04-25')).toEqual([]);
    expect(on('2024-05-10')).toEqual(['demo-01']);
    expect(on('2025-01-01')).toEqual([]);
  });

  test('示例区：由记录另数，和以前年份列入而今年销号的合起来才是今年的销号', () => {
    const day = '2026-06-15';
    const now = standing(openLedger('tests/fixtures/shili'), day);
    const own = closedOfYear(now);
    const closed = new Set(
      flowEvents(now)
        .filter(({ flow, on }) => flow === 'closed' && on >= '2026-01-01')
        .map(({ issue }) => issue),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((id) => closed.has(id))).toBe(true);
    expect(own.length).toBeLessThan(closed.size);
    for (const { id, issue, history } of now.issues)
      expect(own.includes(id)).toBe(issue.listedOn >= '2026-01-01' && history.state === 'closed');
  });
});
