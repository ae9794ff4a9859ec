/** 表格: filled cells → a grid of one width, with merges filled and hidden ones marked. */
import { expect, test } from 'vitest';
import { Refused, Tally } from '../../../src/paper/limits.ts';
import type { Unread } from '../../../src/paper/sheet.ts';
import {
  keepToSheets,
  rangeOf,
  SheetInReading,
  squareOf,
} from '../../../src/paper/workbook/grid.ts';

/** A sheet with texts by their squares. */
function sheetOf(texts: Readonly<Record<string, string>>): SheetInReading {
  const sheet = new SheetInReading('清单.xlsx', '甲', new Tally());
  for (const [reference, text] of Object.entries(texts)) {
    const square = squareOf(reference);
    if (square === undefined) throw new Error(reference);
    sheet.cell(square.row, square.column).text = text;
  }
  return sheet;
}
function read(sheet: SheetInReading) {
  const notes: string[] = [];
  const unread: Unread[] = [];
  const rows = sheet.grid(notes, unread)?.rows ?? [];
  return { rows, texts: rows.map((row) => row.map(({ text }) => text)), notes, unread };
}
const range = (reference: string) => {
  const found = rangeOf(reference);
  if (found === undefined) throw new Error(reference);
  return found;
};

test.each([
  ['D5', { row: 4, column: 3 }],
  ['aa10', { row: 9, column: 26 }],
  ['ABCD5', undefined],
  ['5', undefined],
  ['D', undefined],
  ['D0', undefined],
  ['D1.5', undefined],
])('格子 %s', (reference, square) => {
  expect(squareOf(reference)).toEqual(square);
});

test('范围：两头随便哪头在前；不是范围的没有', () => {
  expect(rangeOf('$D$5:B3')).toEqual({ top: 2, left: 1, bottom: 4, right: 3 });
  expect(rangeOf('B3')).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
  expect(rangeOf('B3:')).toBeUndefined();
});

test('没有填的补空，一样宽；各有各的位置', () => {
  const { rows, texts } = read(sheetOf({ B1: '一', A3: '二' }));
  expect(texts).toEqual([
    ['', '一'],
    ['', ''],
    ['二', ''],
  ]);
  expect(rows[2]?.[1]?.place).toEqual({ file: '清单.xlsx', sheet: '甲', row: 3, cell: 'B3' });
  expect(new SheetInReading('a', 'b', new Tally()).grid([], [])).toBeUndefined();
});

test('合并的格都填上，盖住的别的字说出来；最后几行也算', () => {
  const sheet = sheetOf({ A1: '单位', B2: '盖住', C1: '尾' });
  sheet.addMerge(range('A1:B3'));
  sheet.addMerge(range('C1:C1'));
  const { rows, texts, unread } = read(sheet);
  expect(texts).toEqual([
    ['单位', '单位', '尾'],
    ['单位', '单位', ''],
    ['单位', '单位', ''],
  ]);
  expect(rows.map((row) => row.map(({ merged }) => merged ?? '-').join())).toEqual([
    '-,across,-',
    'down,across,-',
    'down,across,-',
  ]);
  expect(unread.map(({ place, what }) => `${place.cell} ${what}`)).toEqual([
    'B2 被合并单元格盖住的“盖住”',
  ]);
});

test('合并到表外很远的，不跟着变长；空的合并不算', () => {
  const sheet = sheetOf({ A1: '一' });
  sheet.addMerge(range('A1:A5000'));
  sheet.addMerge(range('B1:B9'));
  expect(read(sheet).texts).toEqual([['一']]);
});

test('叠在一起的合并是故意的，不收', () => {
  const sheet = sheetOf({ A1: '一', B2: '二' });
  for (let time = 0; time < 3; time += 1) sheet.addMerge(range('A1:B2'));
  expect(() => sheet.grid([], [])).toThrow(Refused);
});

test('隐藏的照读，说出哪些行、哪些列；空的不说', () => {
  const sheet = sheetOf({ A1: '一', B2: '二', C1: '三' });
  sheet.hiddenRows.add(1).add(5);
  sheet.hiddenColumns.add(2).add(1);
  const { rows, notes } = read(sheet);
  expect(rows.map((row) => row.map(({ hidden }) => hidden ?? '-').join())).toEqual([
    '-,column,column',
    'row,row,row',
  ]);
  expect(notes).toEqual(['工作表“甲”第2行是隐藏的，照读', '工作表“甲”C列是隐藏的，照读']);
});

test('隐藏得多的，说前十个和总数', () => {
  const sheet = sheetOf(
    Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`A${i + 1}`, '字'])),
  );
  for (let row = 0; row < 12; row += 1) sheet.hiddenRows.add(row);
  expect(read(sheet).notes).toEqual([
    '工作表“甲”第1、2、3、4、5、6、7、8、9、10等12行是隐藏的，照读',
  ]);
});

test('一片格子的链接，只给填了的；一格的，给那一格', () => {
  const sheet = sheetOf({ A1: '一', B2: '二', C3: '三' });
  sheet.addLink('https://example.cn/a', range('A1:B9'));
  sheet.addLink('https://example.cn/b', range('C1'));
  const links = read(sheet).rows.map((row) => row.map(({ link }) => link?.slice(-1) ?? '-').join());
  expect(links).toEqual(['a,-,b', '-,a,-', '-,-,-']);
});

test('批注、图片跟着格子；有字或划掉的字才算填了', () => {
  const sheet = sheetOf({ A1: '一' });
  sheet.addComment(' 甲 ', 0, 0);
  sheet.addComment('乙', 0, 0);
  sheet.addComment(' ', 0, 1);
  sheet.cell(1, 0).struck = '划掉';
  expect(read(sheet).rows[0]?.map(({ comment }) => comment)).toEqual(['甲\n乙', undefined]);
  expect(sheet.filled).toBe(2);
});

test('太远的行、太多的列和工作表，不收', () => {
  const sheet = sheetOf({});
  expect(() => sheet.cell(10_000_000, 0)).toThrow(Refused);
  expect(() => sheet.cell(0, 100_000)).toThrow(Refused);
  expect(() => keepToSheets(100_000)).toThrow(Refused);
  expect(() => keepToSheets(1)).not.toThrow();
});
