/** 序号: counted, carried on, filled in, or asked. */
import { expect, it } from 'vitest';
import { numberRows } from '../../../src/intake/list/numbering.ts';
import { rowNumber } from '../../../src/intake/words/row-number.ts';
import { asked, planTable, rowsOf } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';
import { asksOf, inquiryWith, listRow } from '../record/row/rows.ts';

it('序号重复、不是分段的，问', async () => {
  const plan = await planTable([
    HEAD,
    rowOf('1', '未备案'),
    rowOf('2', '错别字'),
    rowOf('2', '死链'),
  ]);
  expect(asked(plan).filter((text) => text.startsWith('row'))).toHaveLength(1);
});

/** The numbers of rows that write these; `tables` is which table each stands in. */
function numbered(
  texts: readonly string[],
  tables: readonly number[] = [],
  given: Record<string, string> = {},
) {
  const rows = texts.map((numberText, index) => {
    const number = rowNumber(numberText);
    return listRow(
      { finding: `问题${String(index + 1)}` },
      { numberText, number, table: tables[index] ?? 1 },
    );
  });
  const inquiry = inquiryWith(given);
  numberRows(rows, inquiry);
  return {
    numbers: rows.map(({ number }) => number),
    asked: asksOf(inquiry),
    notes: rows.flatMap(({ notes }) => notes),
  };
}

it.each([
  ['没有写序号的，数出来', ['', '', ''], [1, 2, 3]],
  ['照写的', ['1', '2', '5'], [1, 2, 5]],
  ['两级的，数出来', ['1-1', '1-2', '2-1'], [1, 2, 3]],
  ['各有编码的，数出来', ['A-01', 'A-07', 'B-03'], [1, 2, 3]],
  ['中间读不出的，只有一个数合适', ['1', '乙', '3'], [1, 2, 3]],
  ['最后一个读不出的', ['1', '2', '丙'], [1, 2, 3]],
])('%s', (_, texts, numbers) => {
  expect(numbered(texts)).toMatchObject({ numbers, asked: [] });
});

it('每张表从 1 编起的，接着编，写明清单的序号', () => {
  const { numbers, notes } = numbered(['1', '2', '1', '2'], [1, 1, 2, 2]);
  expect(numbers).toEqual([1, 2, 3, 4]);
  expect(notes).toEqual(['清单写的序号是“1”，台账记为第3条', '清单写的序号是“2”，台账记为第4条']);
});

it('同一张表里又从 1、2 编起，是另一段；只重了一个的是笔误，问', () => {
  expect(numbered(['1', '2', '1', '2']).numbers).toEqual([1, 2, 3, 4]);
  const slip = numbered(['1', '2', '2', '3']);
  expect(slip.numbers).toEqual([1, 2, undefined, 3]);
  expect(slip.asked).toEqual(['row 2 问题3']);
  expect(numbered(['1', '2', '2', '3'], [], { 'row 2 问题3': '4' }).numbers).toEqual([1, 2, 4, 3]);
  expect(numbered(['1', '2', '2', '3'], [], { 'row 2 问题3': '零' }).asked).toEqual([
    'row 2 问题3',
  ]);
});

it('空当不止一个数的，问', () => {
  expect(numbered(['1', '乙', '5'])).toMatchObject({
    numbers: [1, undefined, 5],
    asked: ['row 乙 问题2'],
  });
});

it('一张表有序号栏，另一张没有：接着数，不逐行问', async () => {
  const row = rowOf('1', '未备案');
  const plan = await planTable([HEAD, row, rowOf('2', '断更'), HEAD.slice(1), row.slice(1)]);
  expect(asked(plan).filter((text) => text.startsWith('row'))).toEqual([]);
  expect(rowsOf(plan).map((one) => one.row)).toEqual([1, 2, 3]);
});
