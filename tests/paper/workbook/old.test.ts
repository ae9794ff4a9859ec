/** 旧工作簿: .xls by its library, with what that finds. */
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { Refused } from '../../../src/paper/limits.ts';
import { readByLibrary } from '../../../src/paper/workbook/old.ts';
import { rowsOf, textsOf, unreadOf } from '../made.ts';

/** A sheet as .xls, with changes by `edit`. */
function read(
  rows: unknown[][],
  edit: (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => void = () => {},
  bookType: 'biff8' | 'xlsx' = 'biff8',
) {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  XLSX.utils.book_append_sheet(book, sheet, '清单');
  edit(sheet, book);
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
  return readByLibrary('清单.xls', bytes);
}

test('字、数、真假、日期', () => {
  const paper = read([['甲\r\n乙', 12.5, true, 45413]], (sheet) => {
    (sheet['D1'] as XLSX.CellObject).z = 'yyyy"年"m"月"d"日"';
  });
  const cells = rowsOf(paper)[0] ?? [];
  expect(cells.map(({ text }) => text)).toEqual(['甲\n乙', '12.5', 'TRUE', '2024年5月1日']);
  expect(cells[0]?.raw).toBeUndefined();
  expect(cells[1]?.raw).toEqual({ value: 12.5, format: 'General' });
  expect(cells[2]?.raw).toEqual({ value: true });
  expect(cells[3]).toMatchObject({ day: '2024-05-01', raw: { value: 45413 } });
});

test('合并的格、公式、链接、批注', () => {
  const paper = read(
    [
      ['单位', '', '看', '内'],
      ['甲', 3, '', ''],
    ],
    (sheet) => {
      sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
      (sheet['B2'] as XLSX.CellObject).f = '1+2';
      (sheet['C1'] as XLSX.CellObject).l = { Target: 'https://example.cn/a' };
      (sheet['D1'] as XLSX.CellObject).l = { Target: '#清单!A1' };
      (sheet['A2'] as XLSX.CellObject).c = [{ a: '审核', t: ' 核实 ' }];
    },
    'xlsx',
  );
  expect(textsOf(paper)).toEqual([
    ['单位', '单位', '看', '内'],
    ['甲', '3', '', ''],
  ]);
  const rows = rowsOf(paper);
  expect(rows[1]?.[1]?.raw).toMatchObject({ value: 3, formula: '1+2' });
  expect([rows[0]?.[2]?.link, rows[0]?.[3]?.link]).toEqual(['https://example.cn/a', undefined]);
  expect(rows[1]?.[0]?.comment).toContain('核实');
});

test('隐藏的工作表另放，单元格里的图片说出来', () => {
  const paper = read([['=DISPIMG("ID_1",1)']], (_, book) => {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['密']]), '附');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  });
  expect(paper.hidden?.map(({ sheet }) => sheet)).toEqual(['附']);
  expect(unreadOf(paper).join()).toContain('A1：单元格里的图片（旧格式存的，没有读）');
});

test('自称工作簿的文字文件，里面的不变成数和日期', () => {
  const bytes = new TextEncoder().encode('no,day\n001,2024-5-1\n');
  expect(textsOf(readByLibrary('a.xls', bytes))).toEqual([
    ['no', 'day'],
    ['001', '2024-5-1'],
  ]);
});

test('太多工作表的不收', () => {
  const many = (_: XLSX.WorkSheet, book: XLSX.WorkBook) => {
    for (let n = 0; n < 300; n += 1)
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['a']]), `s${String(n)}`);
  };
  expect(() => read([['a']], many)).toThrow(Refused);
});
