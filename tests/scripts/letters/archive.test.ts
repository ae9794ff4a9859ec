/** `ledger archive`: 一年里办结的一案一档，或全部写出；年度没有过完、没有办结的不归。(示例区，虚构) */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { png } from '../../git/samples.ts';
import { ledger, scratch } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import { type Changes, report, submitted } from '../../ledger/small.ts';

const SETTLED: Changes = {
  'updates/zx/zx-01/20260320-090000-abc.yaml': submitted.replace(
    'evidence: [',
    'evidence: [{ file: 图.png }, ',
  ),
  'updates/zx/zx-01/20260321-090000-abc.yaml': report('accepted', '2026-03-21'),
  'evidence/zx-01/图.png': Buffer.from(png),
};
function run(changes: Changes, ...args: string[]) {
  const out = join(scratch(), '归档');
  const content = laidIn(changes);
  const told = ledger(
    'archive',
    '--content',
    content,
    '--as-of',
    '2026-12-31',
    '--out',
    out,
    ...args,
  );
  const files = () =>
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name);
  return { ...told, out, folder: out, stdout: told.out, files };
}

test('一年的：办结的问题连同佐证，有目录和校验码，校验码对得上', () => {
  const { code, stdout, folder, files } = run(SETTLED, '2026', '--no-pdf');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/：1 个问题一案一档，目录 \d+ 件。/u)]);
  expect(files()).toEqual(expect.arrayContaining(['03-01-图.png', 'SHA256SUMS']));
  expect(files().some((name) => name.endsWith('.pdf'))).toBe(false);
  expect(stdout).not.toContain('LibreOffice');
  execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder });
});

test('全部的：不分年度，先看说明', () => {
  const { code, stdout, files } = run(SETTLED, '--whole');
  expect([code, stdout]).toEqual([0, expect.stringContaining('先看 00-说明.docx')]);
  expect(files()).toContain('00-说明.docx');
  const json = JSON.parse(run(SETTLED, '--whole', '--json').stdout) as { files: string[] };
  expect(json.files).toContain('00-说明.docx');
});

test.each([
  ['年度和全部都没有写', [], '要写年度，或用 --whole'],
  ['年度和全部都写了', ['2026', '--whole'], '要写年度，或用 --whole'],
  ['不是年度', ['去年'], '“去年”不是年度'],
  ['年度没有过完', ['2026', '--as-of', '2026-12-30'], '2026年还没有结束'],
  ['件号是零', ['2026', '--first', '0'], '“0”不是件号'],
  ['件号不是数', ['2026', '--first', '一'], '“一”不是件号'],
  ['那年没有办结的', ['2025'], '2025年没有办结的问题'],
])('%s：说明白，不写', (_, args, said) => {
  const { code, err, folder } = run(SETTLED, '--no-pdf', ...args);
  expect([code, err, existsSync(folder)]).toEqual([2, expect.stringContaining(said), false]);
});

test('没有办结的也要一份空的；件号从哪里起照写的；已有东西的文件夹不写', () => {
  expect(run({}, '2026', '--no-pdf', '--empty').code).toBe(0);
  const { stdout } = run(SETTLED, '2026', '--no-pdf', '--first', '12', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ issues: ['zx-01'], notes: expect.any(Array) as [] });
  const taken = scratch();
  mkdirSync(join(taken, '里面'));
  const there = run(SETTLED, '2026', '--no-pdf', '--out', taken);
  expect([there.code, readdirSync(taken)]).toEqual([2, ['里面']]);
});
