import { describe, expect, test } from 'vitest';
import { holdsOn, periodOf } from '../../src/day/period.ts';
import {
  isFixed,
  periodCounts,
  periodFigures,
  periodImbalances,
  recount,
} from '../../src/domain/inspection/period-figures.ts';
import type { Flow } from '../../src/domain/figures/flows.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Bulletin } from '../../src/schema/bulletin.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import type { Registration } from '../../src/schema/registration.ts';
import { issueOf, ledgerOf, updatesOf } from '../domain/sample.ts';

describe('统计期', () => {
  test.each([
    ['2026-q1', '2026年第一季度', '2026-01-01', '2026-03-31'],
    ['2026-q4', '2026年第四季度', '2026-10-01', '2026-12-31'],
    ['2026-h1', '2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026-h2', '2026年下半年', '2026-07-01', '2026-12-31'],
  ])('%s 是%s', (id, name, from, until) => {
    expect(periodOf(id)).toEqual({ id, name, from, until });
  });

  test.each(['2026', '2026-q5', '2026-h3', '2026-1', '第一季度', '20260-q1', '2026-q12'])(
    '%s 不是统计期',
    (id) => {
      expect(periodOf(id)).toBeUndefined();
    },
  );
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
    const of = (flow: Flow) => counts.flows[flow].map(({ issue }) => issue);
    expect(counts.flows.before).toEqual(['demo-01']);
    expect(of('listed')).toEqual(['demo-02']);
    expect(of('closed')).toEqual(['demo-01']);
    expect(of('sustained')).toEqual([]);
    expect(of('reopened')).toEqual(['demo-01']);
    expect(counts.flows.after).toEqual(['demo-01', 'demo-02']);
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
    expect(names).not.toContain(undefined);
  });

  test('部分相加不等于总数时说明哪一项', () => {
    const counts = periodCounts(ledger, q2);
    const flows = { ...counts.flows, closed: [] };
    expect(periodImbalances({ ...counts, total: [], entered: ['a1'], flows })).toEqual([
      '期末在册0个，期初在册加新入册减注销为1个',
      '问题总数0个，各部分相加为2个',
      '期初未完成1个，新列1个、重启1个、销号0个、转长期坚持0个、撤销0个，期末应为3个，而按期末状态是2个',
    ]);
  });
});

test('一个季度的每个数，由人数出来：首日和末日算期内，前一天和后一天不算', () => {
  const fallsDue = { kind: 'fixed', text: '7月底', dueOn: '2024-07-31' } as const;
  const one = (id: string, row: number, listedOn: string) =>
    issueOf({ id, row, account: 'a1', listedOn, deadline: fallsDue });
  const early = one('demo-01', 1, '2024-03-31');
  const lasting = one('demo-02', 2, '2024-04-01');
  const open = one('demo-03', 3, '2024-06-30');
  const wrong = one('demo-04', 4, '2024-05-01');
  const after = one('demo-05', 5, '2024-07-01');
  const updates = [
    ...updatesOf(
      early,
      { action: 'submitted', reportedOn: '2024-03-31' },
      { action: 'accepted', reportedOn: '2024-03-31' },
    ),
    ...updatesOf(
      lasting,
      { action: 'submitted', reportedOn: '2024-04-05' },
      { action: 'sustained', reportedOn: '2024-06-30', reviewOn: '2024-09-30' },
    ),
    // Nothing is closed yet: this does not count.
    ...updatesOf(open, {
      action: 'reopened',
      reportedOn: '2024-06-30',
      reason: '又停更',
      ground: 'inspection',
      round: 2,
    }),
    ...updatesOf(wrong, { action: 'voided', reportedOn: '2024-05-02', reason: '重复登记' }),
  ];
  const entry = (account: string, reportedOn: string, said: object) =>
    ({
      id: `${account}/${reportedOn}`,
      path: '',
      account,
      reportedOn,
      ...said,
    }) as unknown as Entry<Registration>;
  const entered = (account: string, on: string, state = 'unfiled') =>
    entry(account, on, { action: 'entered', state });
  const registry = new Map([
    ['later', [entered('later', '2024-07-01')]],
    [
      'gone',
      [
        entered('gone', '2024-01-05', 'notice'),
        entry('gone', '2024-06-30', { action: 'deregistered' }),
      ],
    ],
    ['came', [entered('came', '2024-04-01')]],
    ['always', [entered('always', '2024-03-31')]],
  ]);
  const check = (id: string, checkedOn: string): [string, Entry<Inspection>] => [
    id,
    {
      id,
      path: '',
      name: '检查',
      checkedOn,
      edition: '2019',
      campaign: 'demo',
      population: 1,
      scope: { kind: 'all' },
      accounts: [
        { account: 'a1', lookBack: false, results: [{ indicator: 'M1', result: 'passed' }] },
      ],
    },
  ];
  const inspections = new Map([
    check('too-early', '2024-03-31'),
    check('last-day', '2024-06-30'),
    check('too-late', '2024-07-01'),
  ]);
  const base = ledgerOf([early, lasting, open, wrong, after], updates);
  const veto = {
    website: [],
    'new-media': [{ id: 'M1', name: '安全', when: [], unverified: false }],
  };
  const editions = [{ id: '2019', document: '虚构', from: '2019-04-01', veto }];
  const ledger = {
    ...base,
    registry,
    inspections,
    vocabulary: { ...base.vocabulary, indicators: { editions, thresholds: [] } },
  };
  const counts = periodCounts(ledger, q2);
  expect([counts.before, counts.entered, counts.gone, counts.after]).toEqual([
    ['always', 'gone'],
    ['came'],
    ['gone'],
    ['always', 'came'],
  ]);
  expect(periodImbalances(counts)).toEqual([]);
  expect(periodFigures(ledger, q2).map(({ name, value }) => `${name} ${value}`)).toEqual([
    '检查次数 1',
    '检查 last-day 检查 1',
    '检查 last-day 合格 1',
    '检查 last-day 不合格 0',
    '检查 last-day 合格率 100.0%',
    '期初在册 2',
    '新入册 1',
    '注销 1',
    '期末在册 2',
    '问题 期初未完成 0',
    '问题 新列 3',
    '问题 重启 0',
    '问题 销号 0',
    '问题 转长期坚持 1',
    '问题 期内撤销 1',
    '问题 总数 4',
    '问题 已销号 1',
    '问题 长期坚持 1',
    '问题 未完成 1',
    '问题 逾期 0',
    '问题 撤销 1',
    '催办 提醒 0',
    '催办 督办函 0',
    '催办 通报 0',
    '催办 约谈 0',
  ]);
  expect([isFixed('问题 新列'), isFixed('催办 提醒'), isFixed('注销')]).toEqual([
    false,
    false,
    true,
  ]);
  const bare = { publishedOn: '2024-07-02', sha256: '', figures: [], paragraphs: [] };
  expect(recount(base, { ...bare, inspection: 'last-day' }, false)).toBeUndefined();
});

describe('演示台账', () => {
  const shili = openLedger('tests/fixtures/shili');
  const figures = (id: string) =>
    new Map(periodFigures(shili, periodOf(id)!).map(({ name, value }) => [name, Number(value)]));

  test('两个季度的检查、新列、销号相加等于半年的；在册数首尾相接', () => {
    const [first, second, half] = ['2026-q1', '2026-q2', '2026-h1'].map(figures);
    for (const name of [
      '检查次数',
      '问题 新列',
      '问题 重启',
      '问题 销号',
      '问题 转长期坚持',
      '问题 期内撤销',
      '催办 提醒',
      '催办 督办函',
    ])
      expect(half?.get(name)).toBe((first?.get(name) ?? 0) + (second?.get(name) ?? 0));
    expect(first?.get('期末在册')).toBe(second?.get('期初在册'));
    expect(half?.get('期末在册')).toBe(second?.get('期末在册'));
    expect(half?.get('检查次数')).toBe(2);
    expect(half?.get('问题 期初未完成')).toBe(first?.get('问题 期初未完成'));
    expect(first?.get('问题 未完成')).toBe(second?.get('问题 期初未完成'));
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

test('从哪天到哪天：两头都算，没有止的一直有效', () => {
  const term = { from: '2024-03-01', until: '2024-03-31' };
  const days = ['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'];
  expect(days.map((day) => holdsOn(term, day))).toEqual([false, true, true, false]);
  expect(days.map((day) => holdsOn({ from: '2024-03-01' }, day))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(holdsOn({ from: '2024-03-01', until: '2024-03-01' }, '2024-03-01')).toBe(true);
});
