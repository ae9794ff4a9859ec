/** README's quarter as it is pasted: in a fresh copy, in the shell, and again for the next quarter with other dates. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { commitOf, placeOf } from '../../src/history/place.ts';
import { auditOf } from '../../src/review/audit.ts';

const root = resolve(import.meta.dirname, '../..');
const section =
  /^## A quarter\n(.*?)^## /msu.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
const [begin = '', rest = ''] = [...section.matchAll(/^```sh\n(.*?)^```/gmsu)].map(
  ([, code = '']) => code,
);
const folder = mkdtempSync(join(tmpdir(), 'readme-quarter-'));
const program = join(folder, 'program');
const sheet = join(program, '检查表.xlsx');

beforeAll(() => {
  mkdirSync(program);
  // A fresh copy of the program, as far as `..` is concerned.
  for (const name of readdirSync(root))
    if (!name.startsWith('.')) symlinkSync(join(root, name), join(program, name));
  writeFileSync(join(folder, '.gitconfig'), '[user]\nname = 示例\nemail = demo@ledger.example\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pastes lines into a shell; every one must end well. */
function paste(lines: string): string {
  const { GIT_CONFIG_GLOBAL: _none, ...env } = process.env;
  const run = spawnSync('bash', ['-e', '-c', lines], {
    cwd: program,
    encoding: 'utf8',
    env: { ...env, HOME: folder },
  });
  expect([run.status, run.status === 0 ? '' : `${run.stdout}${run.stderr}`]).toEqual([0, '']);
  return run.stdout;
}

/** What the checker types: all right but the last account of each page, which nobody has kept up. */
async function fillIn(fresh: string, stale: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(sheet);
  for (const page of book.worksheets) {
    const head = page.getColumn(1).values.indexOf('账号编号');
    const titles = page.getRow(head).values as (string | undefined)[];
    for (let row = head + 1; row <= page.rowCount; row += 1)
      for (const [column, title = ''] of titles.entries()) {
        const cell = page.getCell(row, Math.max(1, column));
        if (title === '最近更新日') cell.value = row === page.rowCount ? stale : fresh;
        else if (/^(?:W[1256]|M[13])/u.test(title)) cell.value = '合格';
        else if (/^(?:逾期不更新|应更新未|空白)/u.test(title)) cell.value = 0;
      }
  }
  await book.xlsx.writeFile(sheet);
}

/** The same lines for the quarter after; npx was tried in the first and takes a second each time. */
const next = (lines: string): string =>
  lines
    .replace(/^cp .*\n/mu, '')
    .replaceAll('npx ledger', `'${process.execPath}' scripts/ledger.ts`)
    .replaceAll('2026-q3', '2026-q4')
    .replaceAll('第三季度', '第四季度')
    .replaceAll('2026-09-', '2026-12-')
    .replaceAll('20260901', '20261201')
    .replaceAll('2026-10-08', '2027-01-08');

function sound() {
  const content = join(folder, 'shili');
  const { ledger, faults } = checkLedger(readFolder(content));
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  return ledger!;
}

test('两段代码整段粘贴，一个季度走完', async () => {
  paste(begin);
  await fillIn('2026年8月31日', '2026年6月1日');
  const said = paste(rest);
  expect(said).toContain('还有 0 个没有结果');
  const { bulletins, issues, updates } = sound();
  expect(bulletins.get('2026-q3-check')?.number).toBe('文号');
  // What failed is opened: as a new problem, or one that was settled again.
  const opened = [
    ...[...issues.values()].filter(({ listedOn }) => listedOn === '2026-09-02'),
    ...[...updates.values()]
      .flat()
      .filter(({ action, reportedOn }) => action === 'reopened' && reportedOn === '2026-09-02'),
  ];
  expect(opened.length).toBeGreaterThan(0);
  for (const name of ['通报.docx', '小结.docx'])
    expect(readFileSync(join(program, name)).length).toBeGreaterThan(5000);
});

test('下一季度改了日期再粘贴一遍，先看上次不合格的', async () => {
  const said = paste(next(begin));
  expect(said).toMatch(/其中回头看 [1-9]/u);
  await fillIn('2026年11月30日', '2026年9月1日');
  paste(next(rest));
  expect(sound().bulletins.has('2026-q4-check')).toBe(true);
  const place = placeOf(join(folder, 'shili'))!;
  const { bulletins } = auditOf(place, commitOf(place, 'HEAD')!.id);
  const ours = bulletins.filter(({ bulletin }) => /2026-q[34]-check/u.test(bulletin));
  expect(ours.map(({ agrees }) => agrees)).toEqual([true, true]);
});
