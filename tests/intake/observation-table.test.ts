/** 监测清单的表: heads that are known, heads that a person names, and what is not read. (虚构) */
import { expect, test } from 'vitest';
import {
  columnFinder,
  type ObservedColumn,
  observedRows,
} from '../../src/intake/observation-table.ts';
import { readText } from '../../src/paper/text.ts';
import { registerColumns } from '../../src/schema/registration.ts';
import { checkSmall } from '../ledger/small.ts';

const { ledger } = checkSmall();
const { columns } = registerColumns.parse({
  columns: [
    { id: 'name', names: ['栏目账号'] },
    { id: 'filedOn', names: ['备案日期'] },
  ],
});
const finder = (said: readonly (readonly [string, ObservedColumn])[] = []) => {
  if (ledger === undefined) throw new Error('no ledger');
  return columnFinder(
    { vocabulary: { ...ledger.vocabulary, registerColumns: columns } },
    new Map(said),
  );
};
function read(lines: string[], said: readonly (readonly [string, ObservedColumn])[] = []) {
  const find = finder(said);
  const notes: string[] = [];
  const paper = readText('监测.txt', lines.join('\n'), (title) => find(title) !== undefined);
  const rows = observedRows([paper], find, notes);
  return {
    rows: rows.map(({ values }) => Object.fromEntries(values)),
    where: rows[0]?.where,
    notes,
  };
}

test.each<[string, ObservedColumn | undefined]>([
  ['账号名称', '账号'],
  ['最近更新日期（系统）', '最近更新'],
  ['URL', '网址'],
  ['栏目账号', '账号'],
  ['备案日期', undefined],
  ['粉丝数', undefined],
])('栏名“%s”', (title, column) => {
  expect(finder()(title)).toBe(column);
});

test('人说了的栏名算数，也盖过这里认得的', () => {
  const find = finder([
    ['粉丝数', '发现'],
    ['账号名称', '不看'],
  ]);
  expect([find('粉丝数'), find('账号名称')]).toEqual(['发现', '不看']);
});

test('写了账号的行才读；不看的栏、空格不记', () => {
  const { rows, where, notes } = read([
    '序号\t账号名称\t最近更新日期\t错误内容',
    '1\t甲发布\t2026-05-01\t',
    '2\t\t2026-05-02\t错字',
    '3\t乙发布\t\t错字',
  ]);
  expect(rows).toEqual([
    { 账号: '甲发布', 最近更新: '2026-05-01' },
    { 账号: '乙发布', 发现: '错字' },
  ]);
  expect(where).toContain('监测.txt');
  expect(notes).toEqual([]);
});

test('一栏写了两次的，按先写的一栏', () => {
  expect(read(['账号名称\t错别字\t错敏词', '甲发布\t错字\t错词']).rows).toEqual([
    { 账号: '甲发布', 发现: '错字' },
  ]);
});

test('没有读的栏、没有读的表，说怎样加上', () => {
  expect(read(['账号名称\t最近更新\t粉丝数', '甲发布\t2026-05-01\t9']).notes).toEqual([
    expect.stringMatching(/^没有读的栏：粉丝数 → 要读的加 --column 栏名=内容（账号、单位/u),
  ]);
  const headless = read(['主办单位\t最近更新\t错误内容', '甲局\t2026-05-01\t错字']);
  expect(headless.rows).toEqual([]);
  expect(headless.notes).toEqual([expect.stringContaining('加 --column 栏名=账号')]);
});
