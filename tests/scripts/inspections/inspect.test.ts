/** `ledger inspect`: 一次检查的结果、不合格的和没有结果的、网站打不打得开；开列成问题。(示例区，虚构) */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import type { Changes } from '../../ledger/small.ts';

const account = (id: string, more: string) => `  - { account: ${id}, ${more} }\n`;
const passed = 'lastPostOn: 2026-05-31, results: [{ indicator: M2, result: passed }]';
const failed =
  'lastPostOn: 2026-01-01, results: [{ indicator: M2, result: failed, finding: 五个月没有更新 }]';
function run(rows: string, ...args: string[]) {
  const accounts: Changes = Object.fromEntries(
    ['a', 'b'].map((id) => [
      `accounts/jia/jia-${id}.yaml`,
      `kind: new-media\nunit: jia\nname: 甲${id}号\nplatform: weibo\n`,
    ]),
  );
  const population = rows.split('account:').length - 1;
  const content = laidIn({
    ...accounts,
    'inspections/jc.yaml': `name: 二季度检查\ncheckedOn: 2026-06-01\nedition: '2019'\ncampaign: jc-issues\npopulation: ${String(population)}\nscope: { kind: all }\naccounts:\n${rows}`,
  });
  const told = ledger('inspect', ...args, '--content', content, '--as-of', '2026-06-15');
  return { ...told, issues: join(content, 'issues/jc-issues') };
}

test('结果：合格率，不合格的写指标和情况，没有结果的写缺哪项；合格的不列', () => {
  const rows =
    account('jia-wechat', passed) + account('jia-a', failed) + '  - { account: jia-b }\n';
  const { code, out } = run(rows, 'jc');
  expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^二季度检查：.+。$/u)]);
  expect(out).toContain('回头看 0，仍不合格 0。');
  expect(out).toMatch(/\njia-a +不合格 +M2 +\S*五个月没有更新/u);
  expect(out).toMatch(/\njia-b +还没有结果 +M2/u);
  expect(out).not.toMatch(/\njia-wechat /u);
  // Nobody visited a website.
  expect(out).not.toContain('网站访问记录');
});

test('给程序的：数、不符的、访问记录', () => {
  const { out } = run(account('jia-wechat', passed) + account('jia-a', failed), 'jc', '--json');
  expect(JSON.parse(out)).toMatchObject({ again: 0, still: 0, imbalances: [], probes: [] });
});

test('开列：不合格的成为问题；都合格的说没有要写入的', () => {
  const found = run(account('jia-a', failed), 'open', 'jc', '--write');
  expect([found.code, existsSync(found.issues)]).toEqual([0, true]);
  const json = run(account('jia-a', failed), 'open', 'jc', '--write', '--json');
  const { files, branch } = JSON.parse(json.out) as { files: string[]; branch: null };
  expect(files.some((path) => path.startsWith('issues/jc-issues/'))).toBe(true);
  expect(branch).toBeNull();
  const none = run(account('jia-a', passed), 'open', 'jc', '--write');
  expect([none.out, existsSync(none.issues)]).toEqual([
    expect.stringMatching(/没有要写入的。\n$/u),
    false,
  ]);
  expect(JSON.parse(run(account('jia-a', passed), 'open', 'jc', '--write', '--json').out)).toEqual({
    ...{ files: [], summary: expect.any(String) as string },
  });
});

test('没有这次检查的、开列没有写哪次的，说明白', () => {
  const none = run(account('jia-a', passed), 'none');
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('none')]);
  expect(run(account('jia-a', passed), 'open').code).toBe(2);
});
