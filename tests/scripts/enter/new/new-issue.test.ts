/** `ledger new issue`: a problem of an account, or of a unit. (示例区，虚构) */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../../../../scripts/main.ts';
import { checkLedger } from '../../../../src/ledger/check.ts';
import { readFolder } from '../../../../src/ledger/content.ts';
import { small } from '../../../ledger/small.ts';
import { writeFiles } from '../../../generator/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'new-issue-'));
beforeAll(() => {
  writeFiles(folder, new Map(Object.entries(small)));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = 0;
});

async function run(...owner: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const speak = (text: string | Uint8Array) => said.push(String(text)) > 0;
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(speak);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(speak);
  const words = ['--finding', '消防通道堆放杂物', '--measures', '清空通道', '--deadline', '6月底'];
  const kinds = ['--campaign', 'zx', '--problem', 'rules', '--origin', 'district'];
  const where = ['--write', '--content', folder, '--as-of', '2026-06-15'];
  try {
    const code = await main(['new', 'issue', ...kinds, ...words, ...where, ...owner]);
    return { code, said: said.join('') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

test('不涉及账号：写责任单位、地点、配合单位', async () => {
  const { code, said } = await run('--unit', 'jia', '--place', '便民大厅', '--assisting', 'ban');
  expect([code, said]).toEqual([0, expect.stringContaining('1 个文件')]);
  expect(readFileSync(join(folder, 'issues/zx/zx-02.yaml'), 'utf8')).toContain(
    'row: 2\nunit: jia\nassisting: [ban]\nplace: 便民大厅\nlistedHost: 示例区甲街道办事处\n',
  );
  expect(checkLedger(readFolder(folder)).faults).toEqual([]);
});

test('涉及账号的照旧：原文不写就是账号名称', async () => {
  expect((await run('--account', 'jia-wechat')).code).toBe(0);
  expect(readFileSync(join(folder, 'issues/zx/zx-03.yaml'), 'utf8')).toContain(
    'account: jia-wechat\nlisted: 甲街道发布\nlistedHost: 示例区甲街道办事处\n',
  );
});

test.each([
  [['--unit', 'jia', '--account', 'jia-wechat'], '--account 和 --unit 写了两个'],
  [['--unit', 'jai'], '单位'],
  [['--unit', 'jia', '--assisting', 'bna'], '单位'],
  [[], '没有写账号（名称或编号）'],
])('%j 是用法不对', async (owner, words) => {
  const { code, said } = await run(...owner);
  expect([code, said]).toEqual([2, expect.stringContaining(words)]);
});
