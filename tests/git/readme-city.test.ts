/** README's city as it is pasted: three districts gathered into one site, and a finding that went down. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const blockIn = (name: string): string =>
  /^```sh\n(npm run demo:city.*?)^```/msu.exec(readFileSync(join(root, name), 'utf8'))?.[1] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'readme-city-'));
const program = join(folder, 'program');

beforeAll(() => {
  mkdirSync(program);
  // A fresh copy of the program, as far as `..` is concerned.
  for (const name of readdirSync(root))
    if (!name.startsWith('.') && name !== 'dist')
      symlinkSync(join(root, name), join(program, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of issues in a ledger of the demonstration. */
const issuesIn = (ledger: string): string[] =>
  readdirSync(join(folder, 'quanshi', ledger, 'issues'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/^.*[/\\]/u, ''));

test('自述里“一个市和它的区”照抄就能用；合计是四个台账的问题之和；交办的到了区里', () => {
  const block = blockIn('README.md');
  expect(blockIn('README.zh-CN.md')).toBe(block);
  const lines = block.trim().split('\n');
  expect(lines.at(-1)).toBe('npx ledger serve dist/quanshi');
  const run = spawnSync('bash', ['-e', '-c', lines.slice(0, -1).join('\n')], {
    cwd: program,
    encoding: 'utf8',
  });
  expect([run.status, run.status === 0 ? '' : `${run.stdout}${run.stderr}`]).toEqual([0, '']);
  expect(run.stdout).toContain('共取 3 份，都正常；存了 3 个快照、3 份名录');
  expect(issuesIn('101')).toContain('shi-01.yaml');
  // The finding went down after the sums had come up.
  const total =
    ['city', '101', '102', '103'].reduce((sum, name) => sum + issuesIn(name).length, 0) - 1;
  const page = readFileSync(join(program, 'dist/quanshi/children/all.html'), 'utf8');
  expect(page).toContain('3 家下级中，3 家的数计入合计');
  expect(/data-total="total"[^>]*>\s*(\d+)/u.exec(page)?.[1]).toBe(String(total));
  expect(page).toContain('下级还没有登记');
});
