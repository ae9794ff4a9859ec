/** A check of six rows, counted by hand. */
import { expect, test } from 'vitest';
import { circularFigures } from '../../../src/domain/inspection/circular-figures.ts';
import { judgedRows } from '../../../src/domain/inspection/inspection.ts';
import {
  inspectionFigures,
  inspectionImbalances,
  previousOf,
} from '../../../src/domain/inspection/inspection-figures.ts';
import { rateChangeInWords, rateInWords } from '../../../src/domain/inspection/rate.ts';
import { ownInspections } from '../../../src/domain/inspection/sample.ts';
import type { Account } from '../../../src/schema/account.ts';
import type { Indicators } from '../../../src/schema/indicators.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import { ledgerOf } from '../sample.ts';

const veto = (...all: [string, string][]) =>
  all.map(([id, name]) => ({ id, name, when: [], unverified: false }));
const from = '2019-04-01';
const indicators: Indicators = {
  editions: [
    {
      id: '2017',
      document: '更早的（虚构）',
      from: '2017-01-01',
      veto: { website: veto(['X1', '旧']), 'new-media': veto(['X2', '旧']) },
    },
    {
      id: '2019',
      document: '虚构文件',
      from,
      veto: {
        website: veto(['W3', '首页不更新']),
        'new-media': veto(['M1', '安全'], ['M2', '内容不更新'], ['M3', '互动差']),
      },
    },
  ],
  thresholds: [
    { from, indicator: 'M2', every: { everyDays: 14 }, source: '虚构' },
    { from, indicator: 'M2', every: { times: 2, per: 'week' }, source: '虚构' },
  ],
};

type Row = Inspection['accounts'][number];
type Result = Row['results'][number];
const row = (account: string, results: Result[], seen: Partial<Row> = {}): Row => ({
  account,
  lookBack: false,
  results,
  ...seen,
});
const passed = (...all: string[]): Result[] =>
  all.map((indicator) => ({ indicator, result: 'passed' }));
const failed = (indicator: string, finding?: string): Result => ({
  indicator,
  result: 'failed',
  finding,
});

const check = (id: string, said: Partial<Inspection>): Entry<Inspection> => ({
  id,
  path: `inspections/${id}.yaml`,
  name: `检查${id}`,
  checkedOn: '2024-06-14',
  edition: '2019',
  campaign: 'demo',
  population: 8,
  scope: { kind: 'all' },
  accounts: [],
  ...said,
});
const before = check('before', {
  checkedOn: '2024-03-01',
  accounts: [
    row('a1', [...passed('M1', 'M3'), failed('M2', '停更')]),
    row('a2', passed('W3')),
    row('b1', [...passed('M1', 'M2'), failed('M3')]),
    row('c1', passed('M1')),
  ],
});
const now = check('now', {
  previous: 'before',
  accounts: [
    row('a1', [...passed('M1'), { indicator: 'M3', result: 'na' }], {
      lastPostOn: '2024-06-10',
      counted: { days: 14, posts: 4 },
    }),
    row('a2', [failed('W3', '打不开')]),
    row('b1', [...passed('M1', 'M2'), failed('M3', '无人回复')], {
      lastPostOn: '2024-05-01',
      counted: { days: 14, posts: 1 },
    }),
    row('c1', [...passed('M1'), failed('M3')]),
    row('c2', passed('M1')),
    row('ghost', passed('M1', 'M2', 'M3')),
  ],
});
const base = ledgerOf([]);
const c2: Entry<Account> = { ...base.accounts.get('c1')!, id: 'c2' };
const ledger = {
  ...base,
  accounts: new Map([...base.accounts, ['c2', c2]]),
  vocabulary: { ...base.vocabulary, indicators },
  inspections: new Map([before, now].map((one) => [one.id, one])),
};
const figures = () => inspectionFigures(ledger, now);

test('六行：三行不合格，一行合格，一行没有查完，一行的账号没有登记', () => {
  expect(judgedRows(ledger, now).map(({ row: { account }, result }) => [account, result])).toEqual([
    ['a1', 'passed'],
    ['a2', 'failed'],
    ['b1', 'failed'],
    ['c1', 'failed'],
    ['c2', 'unchecked'],
    ['ghost', 'unchecked'],
  ]);
  expect(figures()).toMatchObject({
    population: 8,
    listed: 6,
    checked: 4,
    unchecked: 2,
    passed: 1,
    failed: 3,
    again: 2,
    still: 1,
    stillSame: 1,
    mended: 1,
    rows: { failed: ['a2', 'b1', 'c1'], checked: ['a1', 'a2', 'b1', 'c1'] },
  });
});

test('上级的检查：只看上级写了的指标，查过的不算没有查完；合格率不推算，不作下次检查的上次', () => {
  const above = check('above', {
    scope: { kind: 'above', origin: 'city', document: '示办函〔2024〕1号' },
    accounts: [row('a1', passed('M1')), row('b1', [...passed('M1'), failed('M3')])],
  });
  expect(
    judgedRows(ledger, above).map(({ result, verdicts }) => [result, verdicts.length]),
  ).toEqual([
    ['passed', 1],
    ['failed', 2],
  ]);
  const counted = inspectionFigures(ledger, above);
  expect(counted).toMatchObject({ checked: 2, passed: 1, failed: 1, unchecked: 0, sampled: false });
  expect([counted.rate, counted.interval, counted.drawn.checked]).toEqual([
    undefined,
    undefined,
    0,
  ]);
  expect(inspectionImbalances(counted)).toEqual([]);
  const both = { ...ledger, inspections: new Map([...ledger.inspections, ['above', above]]) };
  expect(ownInspections(both).map(({ id }) => id)).toEqual(['before', 'now']);
});

test('按平台、单位、指标各是多少；指标多的在前，一样多的按编号', () => {
  const { byPlatform, byUnit, byIndicator } = figures();
  const part = (id: string, all: number, good: number) => ({
    id,
    checked: all,
    passed: good,
    failed: all - good,
    drawn: { checked: all, passed: good },
  });
  expect(byPlatform).toEqual([part('wechat', 2, 1), part('website', 1, 0), part('weibo', 1, 0)]);
  expect(byUnit).toEqual([part('unit-a', 2, 1), part('unit-b', 1, 0), part('unit-c', 1, 0)]);
  expect(byIndicator).toEqual([
    { id: 'M3', name: '互动差', failed: 2 },
    { id: 'M2', name: '内容不更新', failed: 1 },
    { id: 'W3', name: '首页不更新', failed: 1 },
  ]);
});

test('合格率四分之一；没有查完的，与上次不可比；三分之二印作66.7%', () => {
  const { rate, change, interval, sampled } = figures();
  expect([rateInWords(rate), rateChangeInWords(change), interval, sampled]).toEqual([
    '25.0%',
    '口径不同，不可比（还有账号没有检查结果）',
    undefined,
    false,
  ]);
  const two = check('two', {
    accounts: [row('a1', passed('M1', 'M2', 'M3')), row('a2', passed('W3')), now.accounts[3]!],
  });
  const of = inspectionFigures(ledger, two);
  expect([rateInWords(of.rate), of.change, of.again]).toEqual(['66.7%', undefined, 0]);
});

test('再看的仍不合格，没有改好的；不合格一样多的指标按编号排', () => {
  const all = (account: string, ...indicators: string[]) =>
    row(
      account,
      indicators.map((indicator) => failed(indicator)),
    );
  const again = check('again', {
    previous: 'before',
    accounts: [all('a2', 'W3'), all('a1', 'M3', 'M1', 'M2'), row('b1', [])],
  });
  const { still, mended: held, byIndicator } = inspectionFigures(ledger, again);
  expect([still, held]).toEqual([1, 0]);
  expect(byIndicator.map(({ id }) => id)).toEqual(['M1', 'M2', 'M3', 'W3']);
});

test('仍不合格的，上次的指标又不合格的是原问题，换了别的指标的是新问题；改了一个还有一个的是原问题', () => {
  const old = check('old', {
    accounts: [
      row('a1', [failed('M2'), ...passed('M1', 'M3')]),
      row('b1', [failed('M1'), failed('M3'), ...passed('M2')]),
      row('c1', [failed('M2')]),
    ],
  });
  const again = check('again', {
    previous: 'old',
    accounts: [
      row('a1', [failed('M3'), ...passed('M1', 'M2')]),
      row('b1', [failed('M1'), ...passed('M2', 'M3')]),
      row('c1', [failed('M1'), { indicator: 'M2', result: 'na' }]),
    ],
  });
  const inspections = new Map([old, again].map((one) => [one.id, one]));
  const { still, stillSame } = inspectionFigures({ ...ledger, inspections }, again);
  expect([still, stillSame]).toEqual([3, 1]);
});

test('说不合格而推算也不合格的，没有矛盾', () => {
  const agreed = check('agreed', {
    accounts: [row('a1', [failed('M2')], { lastPostOn: '2024-01-01' })],
  });
  const [one] = judgedRows(ledger, agreed);
  expect(one?.verdicts.map(({ contradicted }) => contradicted)).toEqual([false, false, false]);
});

test('写了上次检查而台账里没有检查的，没有上次', () => {
  expect(previousOf({ ...ledger, inspections: new Map() }, now)).toBeUndefined();
  expect(previousOf({ ...ledger, inspections: new Map() }, before)).toBeUndefined();
});

test('各指标的结果和理由：推算的写哪条没有达到，说合格而推算不合格的标出来', () => {
  const verdicts = (account: string) =>
    judgedRows(ledger, now)
      .find((one) => one.row.account === account)
      ?.verdicts.map(({ indicator, result, why, contradicted }) => [
        indicator,
        result,
        why,
        contradicted,
      ]);
  expect(verdicts('a1')).toEqual([
    ['M1', 'passed', undefined, false],
    ['M2', 'passed', undefined, false],
    ['M3', 'na', undefined, false],
  ]);
  expect(verdicts('a2')).toEqual([['W3', 'failed', '打不开', false]]);
  expect(verdicts('b1')).toEqual([
    ['M1', 'passed', undefined, false],
    [
      'M2',
      'failed',
      '已44天未更新，要求间隔不超过14天（虚构），14天发布1条，要求每周2条（虚构）',
      true,
    ],
    ['M3', 'failed', '无人回复', false],
  ]);
  expect(verdicts('c2')).toEqual([
    ['M1', 'passed', undefined, false],
    ['M2', 'missing', undefined, false],
    ['M3', 'missing', undefined, false],
  ]);
  expect(verdicts('ghost')).toEqual([]);
});

test('对不上的逐项说明：哪一项，是多少，各部分相加是多少', () => {
  const right = figures();
  expect(inspectionImbalances(right)).toEqual(['还有2个账号没有检查结果']);
  const wrong = {
    ...right,
    listed: 7,
    unchecked: 2,
    failed: 4,
    byPlatform: right.byPlatform.slice(1),
    byUnit: right.byUnit.slice(1),
  };
  expect(inspectionImbalances(wrong)).toEqual([
    '列入检查7个，各部分相加为6个',
    '检查4个，各部分相加为5个',
    '检查（按平台）4个，各部分相加为2个',
    '不合格（按平台）4个，各部分相加为2个',
    '检查（按单位）4个，各部分相加为2个',
    '不合格（按单位）4个，各部分相加为2个',
    '还有2个账号没有检查结果',
  ]);
});

test('通报的数一项不少，名称和次序不变', () => {
  expect(circularFigures(ledger, now).map(({ name, value }) => `${name} ${value}`)).toEqual([
    '应查 8',
    '检查 4',
    '合格 1',
    '不合格 3',
    '合格率 25.0%',
    '合格率变化 口径不同，不可比（还有账号没有检查结果）',
    '复查 2',
    '仍不合格 1',
    '已改好 1',
    '新入册 0',
    '注销 0',
    '平台 wechat 检查 2',
    '平台 wechat 不合格 1',
    '平台 website 检查 1',
    '平台 website 不合格 1',
    '平台 weibo 检查 1',
    '平台 weibo 不合格 1',
    '单位 unit-a 检查 2',
    '单位 unit-a 不合格 1',
    '单位 unit-b 检查 1',
    '单位 unit-b 不合格 1',
    '单位 unit-c 检查 1',
    '单位 unit-c 不合格 1',
    '指标 M3 不合格 2',
    '指标 M2 不合格 1',
    '指标 W3 不合格 1',
    '催办 提醒 0',
    '催办 督办函 0',
    '催办 通报 0',
    '催办 约谈 0',
  ]);
});
