/** 一格一行: where a table copied out of a PDF begins, which lines are a row's, and where it ends. */
import { expect, test } from 'vitest';
import { stackIn, UNSETTLED } from '../../src/paper/stack.ts';

const NAMES = ['序号', '单位', '存在问题', '整改时限'];
const isColumn = (name: string): boolean => NAMES.includes(name.replaceAll(/\s/gu, ''));
const read = (lines: readonly string[], from = 0) => stackIn(lines, from, isColumn);
const rowsOf = (lines: readonly string[]) => read(lines)?.rows.map(({ fields }) => fields);

test('每格一行的，一格是一格', () => {
  const lines = [
    '标题',
    ...NAMES,
    '1',
    '甲局',
    '更新不及时',
    '7月底',
    '2',
    '乙局',
    '错字',
    '8月底',
  ];
  expect(read(lines, 1)).toEqual({
    rows: [
      { line: 2, fields: NAMES },
      { line: 6, fields: ['1', '甲局', '更新不及时', '7月底'] },
      { line: 10, fields: ['2', '乙局', '错字', '8月底'] },
    ],
    end: 13,
  });
});

test('列名断成两行、三行的，接起来；多过三行的不接', () => {
  const names = ['序号', '单 ', '位', '存在', '问', '题', '整改时限'];
  expect(rowsOf([...names, '1', '甲局', '错字', '7月底'])?.[0]).toEqual([
    '序号',
    '单 位',
    '存在问题',
    '整改时限',
  ]);
  expect(read(['序号', '单位', '存', '在', '问', '题', '整改时限', '1'])).toBeUndefined();
});

test('列名不到四个，或者列名下面没有序号，不算表', () => {
  expect(read(['序号', '单位', '存在问题', '1', '甲局', '错字'])).toBeUndefined();
  expect(read([...NAMES, '甲局', '错字', '7月底'])).toBeUndefined();
  expect(read([...NAMES])).toBeUndefined();
});

test('行数和列数对不上的，留着没有分好的行，序号另放', () => {
  const lines = [
    ...NAMES,
    '1',
    '甲局',
    '更新不',
    '及时',
    '7月底',
    '',
    '2',
    '乙局',
    '错字',
    '8月底',
  ];
  expect(rowsOf(lines)?.slice(1)).toEqual([
    ['1', ['甲局', '更新不', '及时', '7月底'].join(UNSETTLED)],
    ['2', '乙局', '错字', '8月底'],
  ]);
});

test('序号从头一个数数起，别的数不算行', () => {
  const lines = [...NAMES, '3', '甲局', '9', '7月底', ' 4 ', '乙局', '错字', '8月底'];
  expect(rowsOf(lines)?.slice(1)).toEqual([
    ['3', '甲局', '9', '7月底'],
    ['4', '乙局', '错字', '8月底'],
  ]);
});

test('前面各行都满的，末行满了以后见到表后的话就停', () => {
  const rows = ['1', '甲局', '错字', '7月底', '2', '乙局', '错字', '8月底'];
  for (const behind of ['请各单位抓紧整改。', '2026年5月1日', '备注：无', '二、有关要求', '附件'])
    expect(read([...NAMES, ...rows, behind, '后文'])?.end).toBe(12);
  expect(read([...NAMES, ...rows, '后文'])?.end).toBe(13);
  // The last cell may be such a sentence: the row is not full without it.
  expect(read([...NAMES, ...rows.slice(0, -1), '按期整改。', '后文'])?.end).toBe(13);
});

test('有一行不满的，末行要到空行才停，空行前没有满也不停', () => {
  const lines = [...NAMES, '1', '甲局', '错', '字', '7月底', '2', '乙局', '', '错字', '8月底'];
  expect(read([...lines, '请整改。', '', '后文'])?.end).toBe(15);
  expect(read([...lines, '请整改。', '后文'])?.end).toBe(16);
});
