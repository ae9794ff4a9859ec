import { describe, expect, test } from 'vitest';
import { standing } from '../../src/domain/issue/standing.ts';
import { limitInWords, limitsOf, unitsWarnedAnew, warningsOf } from '../../src/domain/warning.ts';
import type { Account } from '../../src/schema/account.ts';
import type { Indicators } from '../../src/schema/indicators.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import type { Registration } from '../../src/schema/registration.ts';
import { issueOf, ledgerOf, ongoing } from './sample.ts';

const TODAY = '2024-06-14';
const veto = (id: string) => [{ id, name: '不更新', when: [], unverified: false }];
const indicators: Indicators = {
  editions: [
    {
      id: '2019',
      document: '虚构文件',
      from: '2019-04-01',
      veto: { website: veto('W3'), 'new-media': veto('M2') },
    },
    { id: '2017', document: '更早的', from: '2017-01-01', veto: { website: [], 'new-media': [] } },
    { id: '2025', document: '以后的', from: '2025-01-01', veto: { website: [], 'new-media': [] } },
  ],
  thresholds: [
    { from: '2019-04-01', indicator: 'M2', every: { everyDays: 14 }, source: '虚构' },
    { from: '2019-04-01', indicator: 'M2', every: { times: 1, per: 'week' }, source: '虚构' },
  ],
};
const rule = {
  from: '2020-01-01',
  urgeAfter: 3,
  circularAfter: 10,
  interviewAfter: 20,
  silentAfter: 10,
  replyWithin: 5,
  stoppedAfter: 5,
  expiryDays: 30,
};

const base = ledgerOf([]);
/** The sample ledger with something known of account a1, and of others. */
function ledgerWith(said: Partial<Account>, more: Partial<Ledger> = {}): Ledger {
  const accounts = new Map(base.accounts);
  const a1 = accounts.get('a1');
  if (a1) accounts.set('a1', { ...a1, ...said } as Entry<Account>);
  return { ...base, accounts, vocabulary: { ...base.vocabulary, indicators }, ...more };
}

const steps = (...said: Registration[]) =>
  new Map([
    ['a1', said.map((one, at) => ({ ...one, id: `a1/${String(at)}`, path: `${String(at)}.yaml` }))],
  ]);
const entered: Registration = {
  account: 'a1',
  action: 'entered',
  reportedOn: '2024-01-02',
  state: 'normal',
  filedOn: '2023-12-01',
  filingNumber: '示备1号',
  filedUntil: '2024-07-10',
};
const step = { account: 'a1', reportedOn: '2024-02-01' } as const;

const limits = (ledger: Ledger) => limitsOf(standing(ledger, TODAY));
const near = (ledger: Ledger) =>
  warningsOf(standing(ledger, TODAY)).map(({ kind, on, days }) => [kind, on, days]);

describe('更新期限', () => {
  test('监测平台导出的最近更新日也算', () => {
    const probes = [
      {
        id: 'week',
        path: 'probes/week.yaml',
        visitedAt: '2024-06-10T00:00:00+08:00',
        source: '示例监测平台',
        visits: [{ account: 'a1', outcome: 'observed' as const, newestOn: '2024-06-09' }],
      },
    ];
    const [before] = limits(ledgerWith({ lastPostOn: '2024-06-05' }));
    const [after] = limits(ledgerWith({ lastPostOn: '2024-06-05' }, { probes }));
    expect([before?.on, after?.on]).toEqual(['2024-06-19', '2024-06-23']);
    expect([before?.basis?.post.from, after?.basis?.post.from]).toEqual(['register', 'platform']);
  });

  test('最近更新日加最严的间隔；网站没有间隔要求的不算', () => {
    const ledger = ledgerWith({ lastPostOn: '2024-06-05' });
    expect(limits(ledger)).toEqual([
      {
        kind: 'update',
        unit: 'unit-a',
        account: 'a1',
        issue: undefined,
        on: '2024-06-19',
        days: 5,
        basis: { post: { on: '2024-06-05', from: 'register' }, everyDays: 14, source: '虚构' },
      },
    ]);
    const [a2] = [...base.accounts.values()].filter(({ id }) => id === 'a2');
    const site = new Map([['a2', { ...a2!, lastPostOn: '2024-06-01' }]]);
    expect(limits(ledgerWith({}, { accounts: site }))).toEqual([]);
  });

  test('更新的就在当天，从当天算起；几条间隔要求取最短的', () => {
    expect(limits(ledgerWith({ lastPostOn: TODAY })).map(({ on }) => on)).toEqual(['2024-06-28']);
    const strict: Indicators = {
      editions: [
        {
          id: '2024',
          document: '当天起用',
          from: TODAY,
          veto: { website: [], 'new-media': [...veto('M2'), ...veto('M9')] },
        },
      ],
      thresholds: [
        ...indicators.thresholds,
        { from: '2020-01-01', indicator: 'M9', every: { everyDays: 9 }, source: '虚构' },
      ],
    };
    const ledger = ledgerWith({ lastPostOn: '2024-06-10' });
    const on = (editions: Indicators['editions']) =>
      limits({
        ...ledger,
        vocabulary: { ...ledger.vocabulary, indicators: { ...strict, editions } },
      }).map((one) => one.on);
    expect(on(strict.editions)).toEqual(['2024-06-19']);
    // The latest edition counts wherever it stands.
    expect(on([...indicators.editions.slice(1), ...strict.editions])).toEqual(['2024-06-19']);
    expect(on([...strict.editions, ...indicators.editions])).toEqual(['2024-06-19']);
  });

  test('检查看到的更近的算，统计日以后的不算，更早的不改', () => {
    const check = (checkedOn: string, lastPostOn?: string): [string, Entry<Inspection>] => [
      checkedOn,
      {
        id: checkedOn,
        path: `inspections/${checkedOn}.yaml`,
        name: '检查',
        checkedOn,
        edition: '2019',
        campaign: 'demo',
        population: 1,
        scope: { kind: 'all' },
        accounts: [{ account: 'a1', lookBack: false, lastPostOn, results: [] }],
      },
    ];
    const inspections = new Map([
      check('2024-06-08', '2024-06-07'),
      check('2024-06-09', '2024-06-02'),
      check('2024-06-10'),
      check('2024-06-20', '2024-06-19'),
    ]);
    const [first] = limits(ledgerWith({ lastPostOn: '2024-06-05' }, { inspections }));
    expect(first?.on).toBe('2024-06-21');
    expect(first?.basis?.post).toEqual({ on: '2024-06-07', from: 'check' });
  });

  test('没有指标的台账没有更新期限', () => {
    expect(
      limits({ ...ledgerWith({ lastPostOn: '2024-06-05' }), vocabulary: base.vocabulary }),
    ).toEqual([]);
  });

  test('停用的不催更新，只看处理期限；注销的什么都不看', () => {
    const said = { lastPostOn: '2024-06-05', certifiedUntil: '2024-06-20' } as Partial<Account>;
    const stopped = steps(entered, { ...step, action: 'stopped' });
    expect(limits(ledgerWith(said, { registry: stopped })).map(({ kind }) => kind)).toEqual([
      'certification',
      'filing',
    ]);
    const gone = steps(
      entered,
      { ...step, action: 'closing' },
      {
        ...step,
        action: 'notice',
        from: '2024-02-01',
        until: '2024-02-20',
        link: 'https://x.example/',
      },
      { ...step, action: 'deregistered', reportedOn: '2024-02-21' },
    );
    expect(limits(ledgerWith(said, { registry: gone }))).toEqual([]);
  });
});

describe('预警', () => {
  test('备案、认证到期在规则的天数之内预警；没有催办规则的按临期天数', () => {
    const said = { certifiedUntil: '2024-06-10' } as Partial<Account>;
    const ledger = ledgerWith(said, { registry: steps(entered) });
    expect(near(ledger)).toEqual([['certification', '2024-06-10', -4]]);
    const ruled = { ...ledger, vocabulary: { ...ledger.vocabulary, reminding: [rule] } };
    expect(near(ruled)).toEqual([
      ['certification', '2024-06-10', -4],
      ['filing', '2024-07-10', 26],
    ]);
  });

  test('更新和复查只在临期天数之内预警，到期预警天数再长也一样', () => {
    const lasting = issueOf({ account: 'a1', deadline: ongoing, listedOn: '2024-04-05' });
    const ledger = ledgerWith({ lastPostOn: '2024-06-10' }, { issues: new Map([['x', lasting]]) });
    const ruled = { ...ledger, vocabulary: { ...ledger.vocabulary, reminding: [rule] } };
    expect(limits(ruled).map(({ kind, days }) => [kind, days])).toEqual([
      ['update', 10],
      ['review', 20],
    ]);
    expect(near(ruled)).toEqual([]);
  });

  test('变更备案可以写新的有效期，不写的不变', () => {
    const changed = { ...step, action: 'changed', what: '改名' } as const;
    expect(near(ledgerWith({}, { registry: steps(entered, changed) }))).toEqual([]);
    const soon = steps(entered, { ...changed, filedUntil: '2024-06-20' });
    expect(near(ledgerWith({}, { registry: soon }))).toEqual([['filing', '2024-06-20', 6]]);
  });

  test('备案办理期限按备案规则', () => {
    const registering = [
      { from: '2020-01-01', filingDays: 10, noticeDays: 5, deregisterDays: 10, abandonedDays: 10 },
    ];
    const registry = steps(
      { account: 'a1', action: 'entered', reportedOn: '2024-01-02', state: 'unfiled' },
      { ...step, action: 'applied', reportedOn: '2024-06-06' },
    );
    const ledger = ledgerWith({}, { registry });
    expect(near({ ...ledger, vocabulary: { ...ledger.vocabulary, registering } })).toEqual([
      ['step', '2024-06-21', 7],
    ]);
  });

  test('长期整改临近复查日的；没有复查日的问题不算', () => {
    const lasting = issueOf({
      id: 'demo-01',
      account: 'a1',
      deadline: ongoing,
      listedOn: '2024-03-20',
    });
    const dated = issueOf({ id: 'demo-02', account: 'b1', row: 2, listedOn: '2024-03-20' });
    const ledger = ledgerWith(
      {},
      { issues: new Map([lasting, dated].map((one) => [one.id, one])) },
    );
    expect(limits(ledger)).toEqual([
      {
        kind: 'review',
        unit: 'unit-a',
        account: 'a1',
        issue: 'demo-01',
        on: '2024-06-18',
        days: 4,
      },
    ]);
    expect(near(ledger)).toHaveLength(1);
  });

  test('同一天到期的按账号和种类排，次序不随机器变', () => {
    const said = { lastPostOn: '2024-06-05', certifiedUntil: '2024-06-19' } as Partial<Account>;
    expect(limits(ledgerWith(said)).map(({ kind }) => kind)).toEqual(['certification', 'update']);
    const other = new Map(
      [...ledgerWith(said).accounts].map(([id, one]) => [
        id,
        id === 'c1' ? ({ ...one, certifiedUntil: '2024-06-19' } as Entry<Account>) : one,
      ]),
    );
    expect(limits(ledgerWith({}, { accounts: other })).map(({ account }) => account)).toEqual([
      'a1',
      'a1',
      'c1',
    ]);
  });

  test('说剩几天、今日到期、已过几天', () => {
    expect([3, 0, -5].map((days) => limitInWords({ days }))).toEqual([
      '剩3天',
      '今日到期',
      '已过5天',
    ]);
  });
});

describe('上次催办以来有没有变化', () => {
  const ledger = ledgerWith({ lastPostOn: '2024-06-05' });
  const anew = (today: string, since?: string) => [
    ...unitsWarnedAnew(
      standing(ledger, today),
      since === undefined ? undefined : standing(ledger, since),
    ),
  ];

  test('没有登记过催办的都算；没有变化的不算；过了期的又算一次', () => {
    expect(anew('2024-06-14')).toEqual(['unit-a']);
    expect(anew('2024-06-14', '2024-06-13')).toEqual([]);
    expect(anew('2024-06-12', '2024-06-11')).toEqual(['unit-a']);
    expect(anew('2024-06-20', '2024-06-19')).toEqual(['unit-a']);
    expect(anew('2024-06-21', '2024-06-20')).toEqual([]);
  });
});
