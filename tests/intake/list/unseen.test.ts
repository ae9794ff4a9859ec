/** 没有录入的：图片、划掉的字、批注、链接、备注栏，一处一句，说在哪一格。 */
import { expect, test } from 'vitest';
import { remarksIn, unseenNotes } from '../../../src/intake/list/unseen.ts';
import type { Paper } from '../../../src/paper/sheet.ts';

const place = (row: number, cell = '') => ({ file: '清单.xlsx', sheet: '表', row, cell });
const cell = (at: string, more: object = {}) => ({
  ...{ text: '字', place: place(2, at) },
  ...more,
});
const paper = (cells: object[], more: object = {}) =>
  ({
    file: '清单.xlsx',
    blocks: [{ kind: 'grid', rows: [cells] }],
    notes: [],
    ...more,
  }) as unknown as Paper;

test('图片几张、划掉的字、批注、链接，各一句，按种类排', () => {
  const notes = unseenNotes(
    paper([
      cell('A2', { link: 'https://a.example', pictures: [] }),
      cell('B2', { comment: '看\n这里', struck: '旧字', pictures: ['一', '二'] }),
      cell('C2'),
    ]),
  );
  expect(notes).toEqual([
    '清单.xlsx · 表 · 第2行 · B2有图片，没有读：2 张',
    '清单.xlsx · 表 · 第2行 · B2划掉的字没有读：旧字',
    '清单.xlsx · 表 · 第2行 · B2有批注，没有录入：看 这里',
    '清单.xlsx · 表 · 第2行 · A2的链接没有录入：https://a.example',
  ]);
});

test('合并的格子只算一次；一行字也看；读的时候就没有读的在前', () => {
  const line = { kind: 'line', text: '标题', place: place(1), struck: '旧题' };
  const made = paper([
    cell('A2', { struck: '旧字' }),
    cell('B2', { struck: '旧字', merged: 'A2' }),
  ]);
  const whole = {
    ...made,
    blocks: [line, ...made.blocks],
    unread: [{ place: place(3), what: '公式' }],
  } as unknown as Paper;
  expect(unseenNotes(whole)).toEqual([
    '清单.xlsx · 表 · 第3行没有读：公式',
    '清单.xlsx · 表 · 第1行划掉的字没有读：旧题',
    '清单.xlsx · 表 · 第2行 · A2划掉的字没有读：旧字',
  ]);
});

const table = (title: string, texts: readonly string[], id = 'ignored') =>
  remarksIn({
    columns: [{ id, title, index: 0 }],
    rows: texts.map((text, at) => [{ text, place: place(at + 2, `A${String(at + 2)}`) }]),
  } as unknown as Parameters<typeof remarksIn>[0]);

test('备注、说明栏没有录入：写出第一格，还有几格；空的、只画了杠的不算；录入的栏、别的栏不说', () => {
  expect(table('备注', ['—', '急\n办'])).toEqual([
    '“备注”栏没有录入：清单.xlsx · 表 · 第3行 · A3“急 办”',
  ]);
  expect(table('说 明', ['急', '缓'])[0]).toMatch(/“急”等 2 格$/u);
  expect([
    table('备注', ['', '/', '--']),
    table('备注', ['急'], 'measures'),
    table('电话', ['1']),
  ]).toEqual([...[[], [], []]]);
});
