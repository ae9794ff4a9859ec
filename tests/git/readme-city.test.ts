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

/** `0m44.123s 0m9.456s`: what the commands took of the processor, user and system. */
const secondsIn = (times: string): number =>
  [...times.matchAll(/(\d+)m([\d.]+)s/gu)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );

const page = (site: string, file: string): string =>
  readFileSync(join(program, 'dist', site, file), 'utf8');
const totalIn = (html: string, cell: RegExp): string | undefined => cell.exec(html)?.[1];

test(
  '自述里“一个市和它的区”照抄就能用：交办的问题在区里整改、由市里销号，两边的台账和网站一样',
  { timeout: 900_000 },
  () => {
    const block = blockIn('README.md');
    expect(blockIn('README.zh-CN.md')).toBe(block);
    const lines = block.trim().split('\n');
    expect(lines.at(-1)).toBe('bin/ledger serve dist/quanshi');
    const run = spawnSync('bash', ['-e', '-c', `${lines.slice(0, -1).join('\n')}\ntimes`], {
      cwd: program,
      encoding: 'utf8',
    });
    expect([run.status, run.status === 0 ? '' : `${run.stdout}${run.stderr}`]).toEqual([0, '']);
    // Five minutes on a machine that does nothing else: the last line of `times` is of the commands.
    const spent = run.stdout.trim().split('\n').at(-1) ?? '';
    expect([spent, secondsIn(spent) < 300]).toEqual([spent, true]);
    expect(run.stdout).toContain('共取 3 份，都正常；存了 3 个快照、3 份名录');
    expect(run.stdout).toContain('示例101区（内部）：收到，截至 2026-06-16');
    expect(issuesIn('101')).toContain('shi-01.yaml');
    const total = ['city', '101', '102', '103'].reduce(
      (sum, name) => sum + issuesIn(name).length,
      0,
    );
    const city = page('quanshi', 'children/all.html');
    expect(city).toContain('3 家下级中，3 家的数计入合计');
    expect(totalIn(city, /data-total="total"[^>]*>\s*(\d+)/u)).toBe(String(total));
    const own = /<tr[^>]*data-child="q101".*?<\/tr>/su.exec(city)?.[0] ?? '';
    expect(totalIn(own, /data-label="问题总数"[^>]*>\s*(\d+)/u)).toBe(
      String(issuesIn('101').length),
    );
    // Lines may break inside a number.
    const words = city.replaceAll(/<[^>]+>|\s/gu, '');
    expect(words).toMatch(/shi-01示例101区，示办函〔2026〕7号.{0,200}?已销号示办函〔2026〕11号/u);
    expect(page('quanshi-101', 'issues/shi-01.html')).toMatch(/state-closed.*已销号/su);
  },
);
