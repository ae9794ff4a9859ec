/** 搜索前面的页。(示例区内部站和公开站) */
import { describe, expect, test } from 'vitest';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const open = face('shili', 'public');
const menu = [{ name: '单位', href: '/units.html' }];
const entries = searchEntries(inside, menu, []);
const of = (kind: string, from = entries) => from.filter((one) => one.kind === kind);
const unit = [...inside.ledger.units.values()].find(
  ({ id }) => (inside.byUnit.get(id)?.length ?? 0) > 1,
)!;

test('每个单位、账号、专项、类别、平台各一条，地址不带开头的斜线', () => {
  const { ledger } = inside;
  expect(of('unit').length).toBeGreaterThanOrEqual(ledger.units.size);
  // 下级台账的账号、单位 stand beside them.
  expect(of('account').length).toBeGreaterThanOrEqual(ledger.accounts.size);
  expect(of('campaign')).toHaveLength(ledger.campaigns.size);
  expect(of('problem')).toHaveLength(ledger.vocabulary.problems.length);
  expect(entries.every(({ address }) => !address.startsWith('/'))).toBe(true);
});

test('单位：名称、别名、曾用名都找得到，数是它的问题数', () => {
  const issues = inside.byUnit.get(unit.id)!;
  const entry = of('unit').find(({ title }) => title === unit.name)!;
  expect(entry).toMatchObject({ of: ['单位', unit.name], count: issues.length });
  expect(entry.names).toEqual(expect.arrayContaining([unit.name, ...unit.aliases]));
  expect(entry.summary).toContain(
    `问题${String(issues.length)}个，其中未完成${String(issues.filter(isUnfinished).length)}个`,
  );
});

test('没有问题的单位说没有；公开站说没有公布的', () => {
  const empty = (of_: typeof inside) =>
    of('unit', searchEntries(of_, menu, [])).find(({ count }) => count === 0)?.summary ?? '';
  expect(empty(inside)).toContain('没有问题');
  expect(empty(open)).toContain('没有公布的问题');
});

test('账号：写着平台和单位，备案编号也是它的号', () => {
  const [account] = inside.ledger.accounts.values();
  const entry = of('account').find((one) => one.of?.[1] === account!.id)!;
  expect(entry.within).toContain(inside.ledger.units.get(account!.unit)!.name);
  expect(entry.summary).toContain(entry.within.at(-1));
});

describe('指标', () => {
  test('数得出个数的，题目带数，数与名册一样', () => {
    const total = of('figure').find(({ names }) => names.includes('问题总数'));
    expect(total?.title).toMatch(new RegExp(`${String(inside.standing.issues.length)}个$`, 'u'));
    expect(total?.count).toBe(inside.standing.issues.length);
  });
  test('率没有自己的清单，带到说明里的算法', () => {
    const rate = of('figure').find(({ names }) => names.includes('销号率'));
    expect(rate).toMatchObject({ address: 'about.html#figures', count: 1 });
  });
  test('公开站不列名的，写明有几个只计数', () => {
    const late = of('figure', searchEntries(open, menu, [])).find(({ names }) =>
      names.includes('逾期'),
    );
    expect(late?.withheld).toBeGreaterThan(0);
    expect(late?.summary).toContain('只计数');
  });
});

test('类别：没有用到的带到类别的清单，短语里的选择不当作词', () => {
  const problems = of('problem');
  expect(
    problems
      .filter(({ count }) => count === 0)
      .every(({ address }) => address === 'problems.html#unlisted'),
  ).toBe(true);
  expect(problems.flatMap(({ names }) => names).filter((name) => /[…(（]/u.test(name))).toEqual([]);
});

test('平台：账号几个，日常叫法也认', () => {
  const site = of('platform').find(({ names }) => names.includes('官网'));
  const accounts = [...inside.ledger.accounts.values()].filter(
    ({ kind }) => kind === 'website',
  ).length;
  expect(site?.summary).toContain(`账号${String(accounts)}个`);
});
