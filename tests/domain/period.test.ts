import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/domain/period.ts';
import {
  isFixed,
  periodCounts,
  periodFigures,
  periodImbalances,
  recount,
} from '../../src/domain/period-figures.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Bulletin } from '../../src/schema/bulletin.ts';
import { issueOf, ledgerOf, updatesOf } from './sample.ts';

describe('统计期', () => {
  test.each([
    ['2026-q1', '2026年第一季度', '2026-01-01', '2026-03-31'],
    ['2026-q4', '2026年第四季度', '2026-10-01', '2026-12-31'],
    ['2026-h1', '2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026-h2', '2026年下半年', '2026-07-01', '2026-12-31'],
  ])('%s 是%s', (id, name, from, until) => {
    expect(periodOf(id)).toEqual({ id, name, from, until });
  });

  test.each(['2026', '2026-q5', '2026-h3', '2026-1', '第一季度'])('%s 不是统计期', (id) => {
    expect(periodOf(id)).toBeUndefined();
  });
});

const q2 = periodOf('2024-q2')!;

describe('小结的数', () => {
  const first = issueOf({ id: 'demo-01', account: 'a1' });
  const second = issueOf({ id: 'demo-02', account: 'b1', row: 2, listedOn: '2024-04-10' });
  const late = issueOf({ id: 'demo-03', account: 'c1', row: 3, listedOn: '2024-07-02' });
  const updates = updatesOf(
    first,
    { action: 'submitted', reportedOn: '2024-03-20' },
    { action: 'accepted', reportedOn: '2024-04-02' },
    {
      action: 'reopened',
      reportedOn: '2024-05-20',
      reason: '又停更',
      ground: 'inspection',
      round: 2,
      dueOn: '2024-06-10',
    },
    { action: 'submitted', reportedOn: '2024-07-05' },
    { action: 'accepted', reportedOn: '2024-07-06' },
  );
  const ledger = ledgerOf([first, second, late], updates);

  test('期内的事算期内，期末的状况算到期末那天；期后的不算', () => {
    const counts = periodCounts(ledger, q2);
    expect(counts.listed).toEqual(['demo-02']);
    expect(counts.closed).toEqual(['demo-01']);
    expect(counts.sustained).toEqual([]);
    expect(counts.reopened).toEqual(['demo-01']);
    expect(counts.unfinished).toEqual(['demo-01', 'demo-02']);
    expect(counts.overdue).toEqual(['demo-01', 'demo-02']);
    expect([counts.total.length, counts.allClosed.length, counts.withdrawn.length]).toEqual([
      2, 0, 0,
    ]);
    expect(periodImbalances(counts)).toEqual([]);
  });

  test('没有备案登记的台账，在册都是零，名称里没有的数不印', () => {
    const figures = new Map(periodFigures(ledger, q2).map(({ name, value }) => [name, value]));
    expect(figures.get('检查次数')).toBe('0');
    expect(figures.get('期末在册')).toBe('0');
    expect(figures.get('问题 新列')).toBe('1');
  });

  test('还没有结果的检查没有合格率', () => {
    const check = {
      id: 'check',
      path: 'inspections/check.yaml',
      name: '检查',
      checkedOn: '2024-05-05',
      edition: '2019',
      campaign: 'demo',
      population: 1,
      scope: { kind: 'all' as const },
      accounts: [{ account: 'a1', lookBack: false, results: [] }],
    };
    const inspections = new Map([[check.id, check]]);
    const names = periodFigures({ ...ledger, inspections }, q2).map(({ name }) => name);
    expect(names).toContain('检查 check 不合格');
    expect(names).not.toContain('检查 check 合格率');
  });

  test('部分相加不等于总数时说明哪一项', () => {
    const counts = periodCounts(ledger, q2);
    expect(periodImbalances({ ...counts, total: [], entered: ['a1'] })).toEqual([
      '期末在册0个，期初在册加新入册减注销为1个',
      '问题总数0个，各部分相加为2个',
    ]);
  });
});

describe('演示台账', () => {
  const shili = openLedger('tests/fixtures/shili');
  const figures = (id: string) =>
    new Map(periodFigures(shili, periodOf(id)!).map(({ name, value }) => [name, Number(value)]));

  test('两个季度的检查、新列、销号相加等于半年的；在册数首尾相接', () => {
    const [first, second, half] = ['2026-q1', '2026-q2', '2026-h1'].map(figures);
    for (const name of ['检查次数', '问题 新列', '问题 重启'])
      expect(half?.get(name)).toBe((first?.get(name) ?? 0) + (second?.get(name) ?? 0));
    expect(first?.get('期末在册')).toBe(second?.get('期初在册'));
    expect(half?.get('期末在册')).toBe(second?.get('期末在册'));
    expect(half?.get('检查次数')).toBe(2);
  });

  test('重算：检查的通报按检查，小结按统计期；晚到的报送会改的数只有审计才算', () => {
    const bare: Bulletin = {
      period: '2026-q1',
      publishedOn: '2026-04-02',
      sha256: '',
      figures: [],
      paragraphs: [],
    };
    const whole = recount(shili, bare, true)?.map(({ name }) => name) ?? [];
    const fixed = recount(shili, bare, false)?.map(({ name }) => name) ?? [];
    expect(whole.length).toBeGreaterThan(fixed.length);
    expect(fixed).toEqual(whole.filter(isFixed));
    expect(recount(shili, { ...bare, period: '2026-q9' }, true)).toBeUndefined();
    const of = (inspection?: string): Bulletin => ({ ...bare, period: undefined, inspection });
    expect(recount(shili, of('2026-q1-check'), false)?.length).toBeGreaterThan(5);
    expect(recount(shili, of('none'), false)).toBeUndefined();
    expect(recount(shili, of(), false)).toBeUndefined();
  });
});
