/** `ledger new units|accounts`: 一份名单一次登记，已有的不重复，要问的先问。(示例区，虚构) */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { DataFaults, WrongUse } from '../../../../scripts/command.ts';
import {
  bookAnswers,
  entryLines,
  keepBook,
  papersIn,
} from '../../../../scripts/enter/new/new-many.ts';
import type { Question } from '../../../../src/intake/inquiry/question.ts';
import { ledger, scratch } from '../../../documents/run.ts';
import { laidIn } from '../../../ledger/small-folder.ts';

function run(kind: 'units' | 'accounts', text: string, ...args: string[]) {
  const content = laidIn({
    'vocabulary/register-columns.yaml':
      'columns:\n  - { id: name, names: [账号名称] }\n  - { id: unit, names: [主办单位] }\n  - { id: platform, names: [平台] }\n',
  });
  const folder = scratch();
  const list = join(folder, '名单.csv');
  writeFileSync(list, text);
  const book = join(folder, '提问.xlsx');
  const told = ledger(
    ...['new', kind, list, '--content', content, '--as-of', '2026-06-15', '--write'],
    ...['--answers', book, ...args],
  );
  const below = (path: string) => readdirSync(join(content, path), { recursive: true }).length;
  return { ...told, book, units: () => below('units'), accounts: () => below('accounts') };
}
const UNITS = '单位名称,简称\n示例区乙镇人民政府,乙镇\n示例区甲街道办事处,甲街道\n';

test('单位名单：没有的登记，已有的不重复；全有的说没有要登记的', () => {
  const { code, out, units } = run('units', UNITS);
  expect([code, units()]).toEqual([0, 3]);
  expect(out).toContain('单位 1 个、账号 0 个；已有的 1 行没有重复登记。');
  const none = run('units', UNITS.replace('示例区乙镇人民政府,乙镇\n', ''));
  expect([none.code, none.units(), none.out]).toEqual([
    0,
    2,
    expect.stringMatching(/没有要登记的。\n$/u),
  ]);
});

test('名册：没有认得的表头说怎样写；不登记的栏说出来', () => {
  const headless = run('accounts', '甲,乙\n1,2\n');
  expect([headless.code, headless.err]).toEqual([1, expect.stringContaining('没有读出名册')]);
  const told = run(
    'accounts',
    '账号名称,主办单位,平台,粉丝数\n甲街道微博,示例区甲街道办事处,新浪微博,9\n',
  );
  expect([told.code, told.accounts()]).toEqual([0, 3]);
  expect(told.out).toContain('! 没有登记的栏：粉丝数');
});

test('要问的写进提问的表，什么也不登记', () => {
  const unsure = run('accounts', '账号名称,主办单位,平台\n丙局发布,甲街,外星平台\n');
  expect([unsure.code, existsSync(unsure.book), unsure.accounts()]).toEqual([1, true, 2]);
  expect(unsure.err).toContain(`写在 ${unsure.book}，什么都没有写入`);
});

test('文件：没有写的没有，找不到的、读不出的说明白', async () => {
  expect(await papersIn(undefined, () => true)).toEqual([]);
  await expect(papersIn('/none.csv', () => true)).rejects.toThrow(WrongUse);
  const broken = join(scratch(), '坏.xlsx');
  writeFileSync(broken, '不是表格');
  await expect(papersIn(broken, () => true)).rejects.toThrow(/^坏\.xlsx 没有读：/u);
});

const place = { file: '名册.xlsx', sheet: '名册', row: 5, cell: 'B5' };
const question: Question = {
  ...{ ask: 'unit', text: '乙镇', message: '台账里没有“乙镇”' },
  ...{ candidates: [{ answer: '新增', label: '新增单位' }], places: [place] },
};

test('提问的表：没有的是空的；填过的答复读得回来，重写时还在；不是表的说明白', async () => {
  const file = join(scratch(), '提问.xlsx');
  const empty = await bookAnswers(file);
  expect([empty.exists, empty.given.size]).toEqual([false, 0]);
  expect(await keepBook(empty, [question])).toMatch(/^有 1 处要确认，写在 .*，什么都没有写入 → /u);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  book.worksheets[0]!.getRow(3).getCell(6).value = '新增';
  await book.xlsx.writeFile(file);
  const filled = await bookAnswers(file);
  expect([filled.exists, [...filled.given.values()]]).toEqual([true, [['新增']]]);
  // Another question is put; what was answered stays.
  await keepBook(filled, [{ ...question, text: '丙局' }]);
  expect([...(await bookAnswers(file)).given.values()]).toEqual([['新增']]);
  writeFileSync(file, '不是表格');
  await expect(bookAnswers(file)).rejects.toThrow(DataFaults);
});

test('已有几行的才说已有', () => {
  const told = (known: number) =>
    entryLines({ units: 1, accounts: 2, known, notes: ['一句'] } as unknown as Parameters<
      typeof entryLines
    >[0]);
  expect(told(0)).toEqual(['单位 1 个、账号 2 个。', '! 一句']);
  expect(told(3)[0]).toBe('单位 1 个、账号 2 个；已有的 3 行没有重复登记。');
});
