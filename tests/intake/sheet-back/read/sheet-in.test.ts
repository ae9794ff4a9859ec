/** 报送单的表格: found by its columns, wherever they stand. */
import { expect, test } from 'vitest';
import { unitSheetColumns } from '../../../../src/intake/sheet-back/out/unit-sheet-columns.ts';
import { pickedCells, sheetsIn } from '../../../../src/intake/sheet-back/read/sheet-in.ts';
import { type Cell, columnLetters } from '../../../../src/paper/sheet.ts';
import { picture } from '../../../generator/picture.ts';
import { placeAt } from '../made-sheet.ts';

const TITLES = unitSheetColumns.map(({ title }) => title);
const at = (title: string) => TITLES.indexOf(title);
type Square = string | Partial<Cell>;

const gridOf = (...rows: readonly (readonly Square[])[]) => ({
  kind: 'grid' as const,
  sheet: '报送单',
  rows: rows.map((row, r) =>
    row.map((square, c): Cell => ({
      text: '',
      place: placeAt(r + 1, `${columnLetters(c)}${String(r + 1)}`),
      ...(typeof square === 'string' ? { text: square } : square),
    })),
  ),
});
/** A row of the sheet by the titles of its columns. */
const row = (said: Record<string, Square>): Square[] => TITLES.map((title) => said[title] ?? '');
const line = (text: string): Square[] =>
  TITLES.map((_, index) => (index === 0 ? text : { text, merged: 'across' as const }));
const one = row({ 问题编号: 'zx-01', 本次报送: '进展', 情况说明: '在改' });

test('栏名认出各栏，次序随便；没有的栏没有', () => {
  const [table] = sheetsIn(gridOf(TITLES, one));
  expect(table?.rows).toHaveLength(1);
  expect(table?.rows[0]?.fixed.issue?.text).toBe('zx-01');
  expect(table?.rows[0]?.filled).toMatchObject({
    report: { text: '进展' },
    note: { text: '在改' },
  });
  const [turned] = sheetsIn(gridOf(['本次报送', '问题编号'], ['进展', 'zx-01']));
  expect(turned?.rows[0]?.filled.report?.text).toBe('进展');
  expect(turned?.rows[0]?.filled.note).toBeUndefined();
});

test('没有这些栏的表不是报送单；一页几张，各归各的', () => {
  expect(sheetsIn(gridOf(['序号', '问题'], ['1', '未备案']))).toEqual([]);
  const two = sheetsIn(
    gridOf(line('单位：甲街道'), TITLES, one, line('整改报送单'), line('单位：乙镇'), TITLES, one),
  );
  expect(
    two.map(({ above, rows }) => [
      above.includes('单位：甲街道'),
      above.includes('单位：乙镇'),
      rows.length,
    ]),
  ).toEqual([
    [true, false, 1],
    [false, true, 1],
  ]);
});

test('空行不算；表下的话说没有登记，合成一行的编号不当一条', () => {
  const [table] = sheetsIn(gridOf(TITLES, one, row({}), line('以上情况属实')));
  expect(table?.rows).toHaveLength(1);
  expect(table?.notes).toEqual([expect.stringContaining('表下写的“以上情况属实”没有登记')]);
});

test('没有编号而填了的行，照读', () => {
  expect(
    sheetsIn(gridOf(TITLES, row({ 本次报送: '进展', 情况说明: '在改' })))[0]?.rows,
  ).toHaveLength(1);
});

test('另加的栏、表格以外的列，说没有登记', () => {
  const [table] = sheetsIn(gridOf([...TITLES, '备注', ''], [...one, '请查', '另记']));
  expect(table?.notes).toEqual([
    expect.stringContaining('另加的“备注”一列写着“请查”'),
    expect.stringContaining('表格以外的一列写着“另记”'),
  ]);
});

test('竖着合并的格，每行都是它的，图片和链接也是', () => {
  const link = 'https://a.example.cn/';
  const linked: Partial<Cell> = { text: '公告', link };
  const first = row({ 问题编号: 'zx-01', 本次报送: '进展', 佐证: linked });
  const second = row({
    问题编号: 'zx-02',
    本次报送: '进展',
    佐证: { text: '公告', merged: 'down' },
  });
  const [table] = sheetsIn(gridOf(TITLES, first, second));
  expect(table?.rows[1]?.filled.evidence).toMatchObject({ text: '公告', link });
});

test('行里别的格的图片在旁边；行外的图片说不知道是哪一条的', () => {
  const pictures = [{ bytes: picture(1), type: 'png' as const, place: placeAt(2, 'A2') }];
  const [table] = sheetsIn(
    gridOf(
      [{ text: '单位：甲街道', pictures }],
      TITLES,
      one.map((cell, index) => (index === at('情况说明') ? { text: '在改', pictures } : cell)),
    ),
  );
  expect(table?.rows[0]?.beside).toHaveLength(1);
  expect(table?.notes).toEqual([expect.stringContaining('不在哪一条问题的行里')]);
});

test('签署在上面、在下面，都认', () => {
  const above = sheetsIn(gridOf(['填报人', '股长'], TITLES, one))[0];
  const below = sheetsIn(gridOf(TITLES, one, ['填报人', '主任']))[0];
  expect([above?.signature.reporter?.text, below?.signature.reporter?.text]).toEqual([
    '股长',
    '主任',
  ]);
});

test('旧版报送单的栏名照认', () => {
  const old = TITLES.map((title) => (title === '销号需提交的佐证' ? '销号要交的佐证' : title));
  expect(
    sheetsIn(gridOf(old, row({ 问题编号: 'zx-01', 销号需提交的佐证: '链接', 本次报送: '进展' })))[0]
      ?.notes,
  ).toEqual([]);
});

test('只挑有的格', () => {
  const cell: Cell = { text: '甲', place: placeAt(1) };
  expect(pickedCells(['a', 'b'], (key) => (key === 'a' ? cell : undefined))).toEqual({ a: cell });
});
