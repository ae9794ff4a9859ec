/** `ledger sample`: 抽取检查名单——照种子抽，别人能照样再抽；写编号才登记。(示例区，虚构) */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import type { Changes } from '../../ledger/small.ts';

const CHANGES: Changes = {
  ...Object.fromEntries(
    Array.from({ length: 7 }, (_, at) => [
      `accounts/jia/jia-${String(at)}.yaml`,
      `kind: new-media\nunit: jia\nname: 甲${String(at)}号\nplatform: weibo\n`,
    ]),
  ),
  ...Object.fromEntries(
    ['q1', 'q2'].map((id, at) => [
      `inspections/${id}.yaml`,
      `name: ${id}检查\ncheckedOn: 2026-0${String(at + 3)}-01\nedition: '2019'\ncampaign: zx\npopulation: 8\nscope: { kind: all }\naccounts:\n  - { account: jia-${String(at)}, lastPostOn: 2026-01-01, results: [{ indicator: M2, result: failed, finding: 不更新 }] }\n`,
    ]),
  ),
};
function run(...args: string[]) {
  const content = laidIn(CHANGES);
  const told = ledger('sample', '--content', content, '--as-of', '2026-06-15', ...args);
  return { ...told, path: join(content, 'inspections/q3.yaml') };
}
const drawn = (...args: string[]) =>
  JSON.parse(run('--json', ...args).out) as {
    checkedOn: string;
    previous: string;
    accounts: { account: string }[];
    again: string[];
  };
const SHARE = ['--share', '50', '--seed', '7'];

test('不写比例的全部检查；写比例的照种子抽，再抽一次一样，换种子不一样', () => {
  expect(drawn().accounts).toHaveLength(8);
  const once = drawn(...SHARE);
  expect(once.accounts.length).toBeLessThan(8);
  expect(drawn(...SHARE)).toEqual(once);
  const others = ['1', '2', '3'].map((seed) => drawn('--share', '50', '--seed', seed).accounts);
  expect(others.some((one) => JSON.stringify(one) !== JSON.stringify(once.accounts))).toBe(true);
});

test('上次不合格的排在前面：不写取最近的一次，也可以写明是哪次', () => {
  const last = drawn(...SHARE);
  expect([last.previous, last.again, last.accounts[0]?.account]).toEqual([
    'q2',
    ['jia-1'],
    'jia-1',
  ]);
  const named = drawn(...SHARE, '--previous', 'q1');
  expect([named.previous, named.again]).toEqual(['q1', ['jia-0']]);
  expect(drawn('--checked-on', '2026-03-15')).toMatchObject({
    ...{ checkedOn: '2026-03-15', previous: 'q1' },
  });
});

test('不写编号的只列名单；写编号、名称的才登记', () => {
  const only = run(...SHARE);
  expect([only.code, existsSync(only.path)]).toEqual([0, false]);
  expect(only.out).toMatch(/原因 +账号 +名称 +主办单位/u);
  const kept = run('--write', '--id', 'q3', '--name', '三季度检查', ...SHARE);
  expect([kept.code, kept.out]).toEqual([0, expect.stringContaining('npx ledger inspect q3')]);
  expect(readFileSync(kept.path, 'utf8')).toMatch(
    /name: 三季度检查[\s\S]*campaign: q3-issues[\s\S]*kind: sample, seed: 7, share: 50/u,
  );
  const json = run('--write', '--json', '--id', 'q3', '--name', '三季度检查');
  expect(JSON.parse(json.out)).toMatchObject({ path: 'inspections/q3.yaml', branch: null });
});

test.each([
  ['抽查没有写种子', ['--share', '50'], '抽查没有写种子'],
  ['比例是零', ['--share', '0', '--seed', '1'], '--share 应为 1 到 100 的整数'],
  ['比例过百', ['--share', '101', '--seed', '1'], '--share 应为 1 到 100 的整数'],
  ['比例不是整数', ['--share', '1.5', '--seed', '1'], '--share 应为 1 到 100 的整数'],
  ['种子不是数', ['--share', '50', '--seed', '今天'], '--seed 应为 0 到'],
  ['没有那次检查', ['--previous', 'q9'], '台账里没有检查 q9'],
  ['登记没有写名称', ['--write', '--id', 'q3'], '没有写检查名称'],
])('%s：说明白，不抽，不登记', (_, args, said) => {
  const { code, err, path } = run(...args);
  expect([code, err, existsSync(path)]).toEqual([2, expect.stringContaining(said), false]);
});

test('比例、种子的两头都可以', () => {
  expect(drawn('--share', '100', '--seed', '0').accounts).toHaveLength(8);
  expect(drawn('--share', '1', '--seed', '0').accounts.length).toBeGreaterThan(0);
});
