/** 名册表: the head of another system's register, its rows, its days. (虚构) */
import { expect, test } from 'vitest';
import {
  registerColumnOf,
  registerDay,
  registerRows,
  rowInWords,
} from '../../src/intake/register-table.ts';
import type { Paper } from '../../src/paper/sheet.ts';
import { registerColumns } from '../../src/schema/registration.ts';

const { columns } = registerColumns.parse({
  columns: [
    { id: 'name', names: ['账号名称', '名称'] },
    { id: 'unit', names: ['主办单位'] },
    { id: 'filedOn', names: ['备案日期'] },
    { id: 'siteCode', names: ['标识码（网站）'] },
    { id: 'ignored', names: ['序号'] },
  ],
});
type Said = string | { text: string; day: string };
function paper(...rows: Said[][]): Paper {
  return {
    file: '名册.xlsx',
    notes: [],
    blocks: [
      { kind: 'line', text: '说明', place: { file: '名册.xlsx', sheet: '', row: 1, cell: '' } },
      {
        kind: 'grid',
        sheet: '表一',
        rows: rows.map((row, at) =>
          row.map((said, index) => ({
            ...(typeof said === 'string' ? { text: said } : said),
            place: {
              file: '名册.xlsx',
              sheet: '表一',
              row: at + 1,
              cell: `${'ABCDE'.charAt(index)}${String(at + 1)}`,
            },
          })),
        ),
      },
    ],
  };
}
const read = (...rows: Said[][]) => {
  const table = registerRows([paper(...rows)], columns);
  return { ...table, rows: table.rows.map(({ values }) => Object.fromEntries(values)) };
};
const HEAD = ['序号', '账号名称', '主办单位', '备案日期'];

test('表头在哪一行都行，栏名里的空格、括号不管', () => {
  const { rows, columns: found } = read(
    ['某区名册', '', '', ''],
    ['序号', '账 号 名 称（全称）', '主办单位', '粉丝数'],
    ['1', '甲发布', '甲局', '9'],
  );
  expect(rows).toEqual([{ name: '甲发布', unit: '甲局' }]);
  expect([...found]).toEqual(['ignored', 'name', 'unit']);
  expect(registerColumnOf(columns)('标识码（网站）')).toBe('siteCode');
  expect(registerColumnOf(columns)('粉丝数')).toBeUndefined();
});

test('不认得的栏列出来一次，空的栏名不列', () => {
  expect(read(['账号名称', '主办单位', '粉丝数', '', '粉 丝 数']).strange).toEqual(['粉丝数']);
});

test('只有名称一栏认得的不是名册，说哪张表', () => {
  const { rows, headless } = read(['账号名称', '粉丝数'], ['甲发布', '9']);
  expect(rows).toEqual([]);
  expect(headless).toEqual(['名册.xlsx · 表一']);
  expect(read(['主办单位', '备案日期'], ['甲局', '']).headless).toHaveLength(1);
});

test('没有名称的行跳过；空格不记；同一栏写两次的按前一格', () => {
  const { rows } = read(
    [...HEAD, '名称'],
    ['1', '甲发布', '', { text: '5月1日', day: '2025-05-01' }, '别名'],
    ['2', ' ', '乙局', '', ''],
    ['3', '', '', '', '丙发布'],
  );
  expect(rows).toEqual([{ name: '甲发布', filedOn: '2025-05-01' }, { name: '丙发布' }]);
});

test('行的位置说到行', () => {
  const [row] = registerRows([paper(HEAD, ['1', '甲发布', '甲局', ''])], columns).rows;
  expect(row && rowInWords(row)).toBe('名册.xlsx · 表一 · 第2行');
});

test.each([
  ['2025年5月1日', '2025-05-01'],
  ['2025/5/1', '2025-05-01'],
  ['2025.12.31', '2025-12-31'],
  ['2025-02-30', undefined],
  ['2025年5月', undefined],
  ['20250501', undefined],
])('备案日期“%s”', (text, day) => {
  expect(registerDay(text)).toBe(day);
});
