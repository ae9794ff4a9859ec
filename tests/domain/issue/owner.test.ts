/** 归属: whose an issue is, and what counts for whom. (示例区，虚构) */
import { expect, test } from 'vitest';
import { looksAt } from '../../../src/domain/duty-knowledge.ts';
import { breakdown, dimensions, type Dimension } from '../../../src/domain/figures/breakdown.ts';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import {
  accountOf,
  listedWords,
  NO_ACCOUNT,
  ownerNameOn,
  unitOf,
} from '../../../src/domain/issue/owner.ts';
import { standing, standingWithin, withIssues } from '../../../src/domain/issue/standing.ts';
import { limitsOf } from '../../../src/domain/warning.ts';
import type { Issue } from '../../../src/schema/issue.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import { issueOf, ledgerOf, ongoing, updatesOf } from '../sample.ts';

const { account: _account, listed: _listed, ...bare } = issueOf();
const owned = (id: string, said: Partial<Issue>): Entry<Issue> => ({ ...bare, id, ...said });
const ofAccount = issueOf({ id: 'demo-01', account: 'a1', assisting: ['unit-b'] });
const ofUnit = owned('demo-02', {
  row: 2,
  unit: 'unit-a',
  place: '某某工地',
  assisting: ['unit-b'],
});
const other = owned('demo-03', { row: 3, unit: 'unit-b', deadline: ongoing });
const lost = issueOf({ id: 'demo-04', row: 4, account: 'gone' });
const ledger = ledgerOf([ofAccount, ofUnit, other, lost]);
const whole = standing(ledger, '2024-04-10');
const ids = (issues: readonly { id: string }[]) => issues.map(({ id }) => id);

test('涉及账号的归账号的主办单位，不涉及的归自己写的单位；账号没有登记就不知道归谁', () => {
  expect([ofAccount, ofUnit, other, lost].map((one) => unitOf(ledger, one))).toEqual([
    'unit-a',
    'unit-a',
    'unit-b',
    undefined,
  ]);
  expect(accountOf(ledger, ofAccount)).toBe(ledger.accounts.get('a1'));
  expect([ofUnit, lost].map((one) => accountOf(ledger, one))).toEqual([undefined, undefined]);
});

test('某一天归哪个单位，写那个单位那天的名称；不知道的不写', () => {
  const unit = ledger.units.get('unit-a');
  if (unit === undefined) throw new Error('no unit-a');
  const units = new Map(ledger.units).set('unit-a', {
    ...unit,
    name: '新名称',
    formerNames: [{ name: '旧名称', until: '2024-03-31' }],
  });
  const named = (one: Entry<Issue>, day: string) => ownerNameOn({ ...ledger, units }, one, day);
  expect([named(ofAccount, '2024-03-31'), named(ofUnit, '2024-04-01')]).toEqual([
    '旧名称',
    '新名称',
  ]);
  expect(named(lost, '2024-04-01')).toBeUndefined();
});

test('清单的账号一栏：有原文写原文，没有的写地点，都没有的写斜线', () => {
  expect([ofAccount, ofUnit, other].map(listedWords)).toEqual([
    '微信公众号：示例',
    '某某工地',
    '/',
  ]);
});

test('不涉及账号的在平台里自成一组，每种分法加起来都是全部', () => {
  const { parts } = breakdown(whole, 'platform');
  expect(parts.map(({ key, name, standing: part }) => [key, name, ids(part.issues)])).toEqual([
    ['no-account', '不涉及账号', ['demo-02', 'demo-03']],
    ['wechat', '微信公众号', ['demo-01']],
    ['', '未登记账号', ['demo-04']],
  ]);
  expect(whole.issues.map(({ platform }) => platform)).toEqual([
    'wechat',
    NO_ACCOUNT,
    NO_ACCOUNT,
    '',
  ]);
  for (const dimension of Object.keys(dimensions) as Dimension[])
    expect(breakdown(whole, dimension).items).toBe(whole.issues.length);
});

test('配合单位不计：单位的问题只有它负责的，列名单位也一样', () => {
  expect(ids(standingWithin(whole, { unit: 'unit-a' }).issues)).toEqual(['demo-01', 'demo-02']);
  expect(ids(standingWithin(whole, { unit: 'unit-b' }).issues)).toEqual(['demo-03']);
  expect(rowsOf(figureOf(whole, 'named-units'))).toEqual(['unit-a', 'unit-b']);
  expect(rowsOf(figureOf(whole, 'named-accounts'))).toEqual(['a1']);
  const part = withIssues(whole, [whole.issues[1]!]);
  expect([ids(part.units), ids(part.accounts)]).toEqual([['unit-a'], []]);
});

test('检查看到的只属于账号：不涉及账号的没有', () => {
  const look = { checkedOn: '2024-03-10', row: { account: 'a1', lookBack: false, results: [] } };
  const looks = new Map([['a1', [look]]]);
  expect(looksAt(looks, ofAccount)).toEqual([look]);
  expect([ofUnit, lost].map((one) => looksAt(looks, one))).toEqual([[], []]);
});

test('不涉及账号的问题到期复查也预警，写明是哪个问题；同一天的按编号排', () => {
  const two = ['demo-06', 'demo-05'].map((id) => owned(id, { unit: 'unit-b', deadline: ongoing }));
  const kept = ledgerOf(
    two,
    two.flatMap((issue) =>
      updatesOf(
        issue,
        { action: 'submitted', reportedOn: '2024-03-10' },
        { action: 'accepted', reportedOn: '2024-03-12' },
      ),
    ),
  );
  const limits = limitsOf(standing(kept, '2024-04-10')).filter(({ kind }) => kind === 'review');
  expect(limits.map(({ account, issue, unit }) => [account, issue, unit])).toEqual([
    [undefined, 'demo-05', 'unit-b'],
    [undefined, 'demo-06', 'unit-b'],
  ]);
});
