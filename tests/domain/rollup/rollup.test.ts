import { expect, test } from 'vitest';
import { childStanding, isChildOn, unchangedSince } from '../../../src/domain/rollup/child.ts';
import {
  countsAdded,
  addedGroups,
  countedRows,
  countNames,
  countOf,
  recountedFigures,
} from '../../../src/domain/rollup/counts.ts';
import { identityOf, nameInIdentity, sharedAmong } from '../../../src/domain/rollup/identity.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { contradictions } from '../../../src/domain/rollup/verify.ts';
import type { Child } from '../../../src/schema/child.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import {
  ROLLUP_VERSION,
  ROWS_FORMAT,
  type RowsFile,
  type RollupSums,
} from '../../../src/schema/rollup.ts';
import { ledgerOf } from '../sample.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';

const child: Entry<Child> = {
  id: 'jia',
  path: 'children/jia.yaml',
  name: '甲区（虚构）',
  since: '2026-01-01',
  until: '2026-12-31',
  lateAfter: 10,
};
const sums: RollupSums = {
  version: ROLLUP_VERSION,
  name: '甲区（虚构）',
  authority: '甲区（虚构）',
  level: 'public',
  asOf: '2026-06-01',
  commit: '',
  figures: { total: 1, valid: 1, closed: 1 },
  withheld: {},
  countedOnly: 0,
  platforms: [{ name: '微信公众号', total: 1, unfinished: 0, closed: 1 }],
  problems: [],
  children: [],
  shared: 0,
};
const rows: RowsFile = {
  format: ROWS_FORMAT,
  version: ROLLUP_VERSION,
  level: 'public',
  asOf: '2026-06-01',
  units: [],
  accounts: [],
  issues: [
    {
      id: 'a-1',
      unit: '甲（虚构）',
      platform: '微信公众号',
      problems: [],
      state: '已销号',
      href: '/issues/a-1.html',
      figures: ['total', 'valid', 'closed'],
    },
  ],
  assigned: [],
  below: [],
};
const good = (on: string, accounts?: string[]): Entry<Snapshot> => ({
  id: `jia/${on}`,
  path: '',
  outcome: 'good',
  sha256: '',
  signed: false,
  summary: sums,
  ...(accounts === undefined ? {} : { accounts }),
});
const fault = (on: string): Entry<Snapshot> => ({
  id: `jia/${on}-fault`,
  path: '',
  outcome: 'fault',
  why: '打不开',
});
const at = (snapshots: Entry<Snapshot>[], today: string) => {
  const { state, counted, accounts } = childStanding(child, snapshots, today);
  return [state, counted, accounts.length];
};

test('没有报过的、迟的、坏的不静悄悄计入；上次能用的留着，新的没来照旧用到过期', () => {
  expect(at([], '2026-06-02')).toEqual(['silent', false, 0]);
  expect(at([good('2026-06-01', ['x'])], '2026-06-11')).toEqual(['good', true, 1]);
  expect(at([good('2026-06-01')], '2026-06-12')).toEqual(['late', false, 0]);
  expect(at([good('2026-06-01', ['x']), fault('2026-06-02')], '2026-06-03')).toEqual([
    'broken',
    true,
    1,
  ]);
  expect(at([fault('2026-06-02')], '2026-06-03')).toEqual(['broken', false, 0]);
  expect(at([good('2026-06-02'), fault('2026-06-02')], '2026-06-03')).toEqual(['good', true, 0]);
  expect(at([good('2026-06-02'), good('2026-06-05')], '2026-06-03')).toEqual(['good', true, 0]);
  expect(isChildOn(child, '2026-12-31')).toBe(true);
  expect(isChildOn(child, '2027-01-01')).toBe(false);
  expect(isChildOn(child, '2025-12-31')).toBe(false);
  const { until: _until, ...open } = child;
  expect(isChildOn(open, '2030-01-01')).toBe(true);
});

test('登记了公钥：签过名以后来的没有签名的不算；登记以前收的、按报表计的照旧', () => {
  const key = 'ssh-ed25519 AAAA';
  const signed = (on: string): Entry<Snapshot> =>
    ({ ...good(on), signed: true }) as Entry<Snapshot>;
  const stands = (snapshots: Entry<Snapshot>[], one: Child = { ...child, key }) =>
    childStanding({ ...child, ...one }, snapshots, '2026-06-08');
  const down = stands([signed('2026-06-01'), good('2026-06-05')]);
  expect([down.state, down.last?.gatheredOn, down.last?.signed]).toEqual([
    'broken',
    '2026-06-01',
    true,
  ]);
  expect(down.trouble).toEqual({
    since: '2026-06-05',
    on: '2026-06-05',
    why: '登记了公钥，以前的有签名，这一份没有',
  });
  expect(stands([good('2026-06-01'), good('2026-06-05')]).state).toBe('good');
  expect(stands([signed('2026-06-01'), good('2026-06-05')], child).state).toBe('good');
  const paper = { ...good('2026-06-05'), paper: '示办函〔2026〕9号' } as Entry<Snapshot>;
  const onPaper = { ...child, key, public: { paper: true as const } };
  expect(stands([signed('2026-06-01'), paper], onPaper).state).toBe('good');
  // What calls itself a paper does not stand between: nothing unsigned follows it, and it follows nothing signed.
  const other = { ...child, key, public: { path: '../jia.json' } };
  expect(stands([signed('2026-06-01'), paper], other).last?.gatheredOn).toBe('2026-06-01');
  expect(stands([signed('2026-06-01'), paper]).state).toBe('broken');
  const elsewhere = { ...other, internal: { paper: true as const } };
  expect(stands([signed('2026-06-01'), paper], elsewhere).state).toBe('broken');
  const after = stands([signed('2026-06-01'), paper, good('2026-06-07')], onPaper);
  expect([after.last?.gatheredOn, after.trouble?.on]).toEqual(['2026-06-05', '2026-06-07']);
});

test('相加：各家有的指标不同也加得起来；比率是分子和分母', () => {
  expect(countsAdded([{ a: 1, b: 2 }, { a: 3 }])).toEqual({ a: 4, b: 2 });
  expect(countOf({}, 'constructor')).toBe(0);
  expect(recountedFigures(rows)).toEqual(sums.figures);
  const group = { name: '微信公众号', total: 1, unfinished: 0, closed: 1 };
  expect(addedGroups([[group], [group]])).toEqual([{ ...group, total: 2, closed: 2 }]);
  const names = countNames();
  expect(names.get('total')).toBe('问题总数');
  expect(names.get('closed-rate-of')).toBe('销号率（分母）');
  expect(names.has('days-to-close') || names.has('reported-units')).toBe(false);
});

test('账号的身份：网站按标识码或域名，新媒体按平台和名称；说不清的不比', () => {
  const site = { kind: 'website' as const, unit: 'u', name: 'x', aliases: [] };
  const media = { ...site, kind: 'new-media' as const, platform: 'wechat', name: ' 甲 发布' };
  expect(identityOf({ ...site, siteCode: '123' }, undefined)).toBe('政府网站：123');
  expect(identityOf({ ...site, address: 'https://www.A.example/x' }, undefined)).toBe(
    '政府网站：a.example',
  );
  expect(identityOf(site, undefined)).toBeUndefined();
  expect(identityOf(media, '微信公众号')).toBe('微信公众号：甲发布');
  expect(identityOf(media, undefined)).toBeUndefined();
  expect(identityOf({ ...media, platform: 'unstated' }, '未写明')).toBeUndefined();
  const home = { ...media, address: 'https://www.douyin.com/user/A1?x=1#top' };
  expect(identityOf(home, '抖音')).toMatch(/^抖音：甲发布 [a-p]{16}$/u);
  expect(identityOf({ ...home, address: 'http://douyin.com/user/A1/?x=2' }, '抖音')).not.toBe(
    identityOf(home, '抖音'),
  );
  expect(identityOf({ ...home, address: 'https://douyin.com/user/A1?x=1' }, '抖音')).toBe(
    identityOf(home, '抖音'),
  );
  expect(identityOf({ ...site, siteCode: '123', address: 'https://a.example/' }, undefined)).toBe(
    '政府网站：123 a.example',
  );
  expect(nameInIdentity('抖音：甲发布 abc')).toBe('抖音：甲发布');
  expect(
    sharedAmong([
      ['甲', ['k', 'k']],
      ['乙', ['k', 'm']],
    ]),
  ).toEqual([{ key: 'k', owners: ['甲', '乙'] }]);
});

test('两个台账里的同一个账号：主页相同的，改了名也是；同名而主页不同的不是；没有写主页的按名称', () => {
  const shared = (...lists: string[][]) =>
    sharedAmong(lists.map((keys, at) => [String(at), keys])).map(({ owners }) => owners.join());
  expect(shared(['抖音：旧名 abc'], ['抖音：新名 abc'])).toEqual(['0,1']);
  expect(shared(['抖音：同名 abc'], ['抖音：同名 xyz'])).toEqual([]);
  expect(shared(['抖音：同名 abc'], ['快手：同名 abc'])).toEqual([]);
  expect(shared(['抖音：同名'], ['抖音：同名 xyz'], ['抖音：同名'])).toEqual(['0,1,2']);
  expect(shared(['政府网站：123 a.example'], ['政府网站：123 b.example'])).toEqual(['0,1']);
  expect(shared(['政府网站：123 a.example'], ['政府网站：a.example'])).toEqual(['0,1']);
  expect(shared(['政府网站：a.example'], ['政府网站：a.example'])).toEqual(['0,1']);
  // Two ledgers that are called the same are two.
  expect(
    sharedAmong([
      ['高新区', ['k']],
      ['高新区', ['k']],
    ]),
  ).toEqual([{ key: 'k', owners: ['高新区', '高新区'] }]);
});

test('合计与明细、与下级、与分平台、自身不平衡，日子和公开程度不一，都说得出', () => {
  const said = (more: Partial<RollupSums>, other: Partial<RowsFile> = {}) =>
    contradictions({ ...sums, ...more }, { ...rows, ...other }, (id) => id);
  expect(said({})).toEqual([]);
  expect(said({ withheld: { total: 1 } })).toEqual(
    expect.arrayContaining(['问题总数里有不列明细的', '合计与明细不符：total写的是 1，数出来是 2']),
  );
  expect(said({ figures: { total: 2, valid: 2, closed: 2 } })[0]).toContain('还有 2 项');
  expect(said({}, { asOf: '2026-06-02', level: 'internal' })).toHaveLength(2);
  const below = { name: '乙镇（虚构）', counted: true, figures: sums.figures };
  expect(said({ own: sums.figures, children: [below] })[0]).toContain('合计与下级之和不符');
  expect(said({ own: sums.figures, children: [{ ...below, counted: false }] })).toEqual([]);
  expect(said({ platforms: [] })).toEqual([
    '合计与明细不符：按平台的数不是明细里的数',
    '合计与分平台不符：问题总数 1，各平台之和 0',
    '各平台的未完成、已销号之和与合计不符',
  ]);
  const rule = { name: 'M2 内容不更新（2019 版）', total: 1, unfinished: 0, closed: 1 };
  expect(said({ indicators: [{ ...rule, name: '没有写明指标' }] })).toEqual([]);
  expect(said({ indicators: [{ ...rule, closed: 0 }] })).toContain('各检查指标之和与合计不符');
  expect(said({ indicators: [rule] })).toEqual(['合计与明细不符：按检查指标的数不是明细里的数']);
  const unbalanced = { total: 1, valid: 2, closed: 1 };
  expect(said({ figures: unbalanced })).toEqual(
    expect.arrayContaining([
      '问题总数不等于有效问题加撤销',
      '有效问题不等于已销号、长期坚持、未完成之和',
    ]),
  );
});

test('明细看不出的也要合理：出现两次的，不列明细的比有的多，大得不合理，一类比总数还多', () => {
  const said = (more: Partial<RollupSums>, other: Partial<RowsFile> = {}) =>
    contradictions({ ...sums, ...more }, { ...rows, ...other }, (id) => id);
  const [issue] = rows.issues;
  const account = { key: 'k', name: 'a', unit: 'u', platform: 'p', figures: [] };
  expect(said({}, { issues: [issue!, issue!] })).toContain('明细里有同一个问题出现两次');
  expect(said({}, { accounts: [account, account] })).toContain('明细里有同一个账号出现两次');
  const nameless = { ...account, key: undefined };
  expect(said({}, { accounts: [nameless, nameless] })).toEqual([]);
  expect(said({ withheld: { overdue: 9 } })).toContain('不列明细的比有效问题还多');
  expect(said({ withheld: { overdue: 1 }, level: 'internal' })).toContain(
    '内部口径的汇总不该有不列明细的',
  );
  expect(said({ figures: { total: 1e15 } })).toContain('数不对：有的大得不合理');
  const problem = { name: '更新不及时', total: 2, unfinished: 0, closed: 0 };
  expect(said({ problems: [problem] })).toContain('有的问题类别比问题总数还多');
});

test('每个计数都有它的明细，只照录的和中位数不在里面', () => {
  const rows_ = countedRows(standing(ledgerOf([], []), '2024-05-01'));
  expect([...rows_.keys()]).toEqual([...countNames().keys()]);
});

test('交办的问题在下级的状态：取最近一份里的', () => {
  const one = good('2026-06-01');
  const told = { ...one, assigned: [{ id: 'a-1', state: '已销号' }] } as Entry<Snapshot>;
  expect(childStanding(child, [told], '2026-06-02').last?.assigned.get('a-1')).toBe('已销号');
  expect(childStanding(child, [one], '2026-06-02').last?.assigned.size).toBe(0);
});

test('提交一直是同一个：从哪天起没有改动过；换过提交、没有提交的不算', () => {
  const of = (on: string, commit: string): Entry<Snapshot> => {
    const one = good(on);
    return one.outcome === 'good' ? { ...one, summary: { ...sums, commit, asOf: on } } : one;
  };
  const days = [
    of('2026-06-01', 'a'),
    of('2026-06-10', 'b'),
    fault('2026-06-12'),
    of('2026-06-20', 'b'),
  ];
  expect(unchangedSince(days, 'b')).toBe('2026-06-10');
  expect(unchangedSince(days, 'a')).toBe(undefined);
  expect(unchangedSince(days, '')).toBe(undefined);
  expect(unchangedSince([], 'b')).toBe(undefined);
});

test('同一域名下几个网站：标识码不同是几个，同一个标识码是一个；没有标识码的按域名', () => {
  const both = (code: string) => `政府网站：${code} www.city.example`;
  expect(
    sharedAmong([
      ['甲', [both('111')]],
      ['乙', [both('222')]],
    ]),
  ).toEqual([]);
  expect(
    sharedAmong([
      ['甲', [both('111')]],
      ['乙', [both('222')]],
      ['丙', ['政府网站：222']],
      ['丁', [both('111')]],
    ]).map(({ owners }) => owners),
  ).toEqual([
    ['甲', '丁'],
    ['乙', '丙'],
  ]);
  expect(
    sharedAmong([
      ['甲', [both('111')]],
      ['乙', ['政府网站：www.city.example']],
    ]),
  ).toHaveLength(1);
});
