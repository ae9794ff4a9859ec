/** A check goes out as a workbook and comes back with what was seen. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { inspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { ledger, scratch } from '../../documents/run.ts';

/** Of a draw that has the portal in it: the sheet of websites is tried too. */
const id = '2026-q3-check';

test('检查表填好交回，结果写进检查：填错的全部指出，一个字也不写', async () => {
  const folder = scratch();
  const content = join(folder, 'content');
  const file = join(folder, '检查表.xlsx');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const at = ['--content', content, '--as-of', '2026-09-02'];
  const run = (...args: string[]) => ledger(...args, ...at);
  const names = ['--name', '示例区2026年第三季度检查', '--campaign', '2026-q3'];
  expect(
    run('sample', '--share', '20', '--seed', '20260903', '--id', id, ...names, '--write').code,
  ).toBe(0);
  expect(run('inspect', id, '--sheet', file)).toMatchObject({ code: 0, err: '' });
  const unfilled = run('inspect', id, '--fill', file, '--write');
  expect([unfilled.code, unfilled.err]).toEqual([1, expect.stringContaining('没有新的结果')]);

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['网站', '新媒体']);
  const cells: { title: string; cell: ExcelJS.Cell }[] = [];
  for (const sheet of book.worksheets) {
    const head = sheet.getColumn(1).values.indexOf('账号编号');
    const titles = sheet.getRow(head).values as string[];
    for (let row = head + 1; row <= sheet.rowCount; row += 1)
      for (const [column, title] of titles.entries())
        if (column > 0) cells.push({ title, cell: sheet.getCell(row, column) });
  }
  const set = (starts: string, value: ExcelJS.CellValue) => {
    for (const { title, cell } of cells) if (title.startsWith(starts)) cell.value = value;
  };
  set('最近更新日', '2026年8月30日');
  for (const indicator of ['W1', 'W2', 'W5', 'W6', 'M1', 'M3']) set(indicator, '合格');
  for (const counted of ['逾期不更新的一级栏目', '应更新未更新的栏目', '空白栏目']) set(counted, 1);
  const day = cells.find(({ title }) => title === '最近更新日');
  const voice = cells.find(({ title }) => title.startsWith('M3'));
  const finding = cells.find(
    ({ title, cell }) =>
      title === '存在问题' &&
      cell.row === voice?.cell.row &&
      cell.worksheet === voice.cell.worksheet,
  );
  if (!day || !voice || !finding) throw new Error('no such cells');

  voice.cell.value = '还行';
  day.cell.value = '八月底';
  await book.xlsx.writeFile(file);
  const refused = run('inspect', id, '--fill', file, '--write');
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/检查表\.xlsx · 网站 · 第\d+行 · [A-Z]+\d+：“八月底”不是日期/u);
  expect(refused.err).toMatch(
    /检查表\.xlsx · 新媒体 · 第\d+行 · [A-Z]+\d+：“还行”不是合格、不合格、不适用/u,
  );
  const check = () => {
    const one = openLedger(content);
    return inspectionFigures(one, one.inspections.get(id)!);
  };
  expect(check().checked).toBe(0);

  voice.cell.value = '不合格';
  finding.cell.value = '留言无人回复';
  day.cell.value = new Date('2026-08-31T00:00:00Z');
  day.cell.style = { ...day.cell.style, numFmt: 'yyyy-mm-dd' };
  await book.xlsx.writeFile(file);
  const taken = run('inspect', id, '--fill', file, '--write');
  expect([taken.code, taken.err]).toEqual([0, '']);
  expect(taken.out).toContain('还有 0 个没有结果');
  const { checked, listed, failed, byIndicator } = check();
  expect([checked, failed]).toEqual([listed, 1]);
  expect(byIndicator.map((one) => one.id)).toEqual(['M3']);
  const rows = openLedger(content).inspections.get(id)?.accounts ?? [];
  expect(rows.filter(({ lastPostOn }) => lastPostOn === '2026-08-31')).toHaveLength(1);
  expect(rows.flatMap(({ results }) => results.flatMap((one) => one.finding ?? []))).toEqual([
    '留言无人回复',
  ]);
}, 120_000);

test('别的检查的表、没有检查表的文件，不收', () => {
  const file = join(scratch(), '检查表.xlsx');
  const at = ['--content', 'tests/fixtures/shili'];
  expect(ledger('inspect', '2026-q1-check', '--sheet', file, ...at).code).toBe(0);
  const other = ledger('inspect', '2026-q2-check', '--fill', file, ...at);
  expect(other.code).toBe(1);
  expect(other.err).toContain('检查表.xlsx · 网站：不是示例区2026年第二季度检查的检查表');
  expect(ledger('inspect', '2026-q2-check', '--fill', 'package.json', ...at).code).toBe(1);
});
