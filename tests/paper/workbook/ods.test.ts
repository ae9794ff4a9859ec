/** 开放文档表格: cells, repeated and merged ones, numbers, links, notes of .ods and .fods. */
import { expect, test } from 'vitest';
import { Refused } from '../../../src/paper/limits.ts';
import { readFods, readOds } from '../../../src/paper/workbook/ods.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { packed, rowsOf, textsOf, unreadOf } from '../made.ts';

const table = (rows: string, name = '甲', more = '') =>
  `<table:table table:name="${name}" ${more}>${rows}</table:table>`;
const body = (tables: string, styles = '') =>
  `<office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`;
const fods = (tables: string, styles?: string) =>
  readFods('a.fods', new TextEncoder().encode(body(tables, styles)));
const cell = (inner: string, more = '') => `<table:table-cell ${more}>${inner}</table:table-cell>`;
const words = (text: string, more = '') => cell(`<text:p>${text}</text:p>`, more);
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;

test('格和行写一次、算几次；填满整表的空行不算', () => {
  const paper = fods(
    table(
      row(
        words('甲', 'table:number-columns-repeated="2"') + words('乙'),
        'table:number-rows-repeated="2"',
      ) +
        row(cell('', 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="1048574"'),
    ),
  );
  expect(textsOf(paper)).toEqual([
    ['甲', '甲', '乙'],
    ['甲', '甲', '乙'],
  ]);
});

test('合并、批注、链接、几段文字', () => {
  const paper = fods(
    table(
      row(
        words('单位', 'table:number-rows-spanned="2" table:number-columns-spanned="2"') +
          '<table:covered-table-cell/>' +
          cell(
            '<text:p>一</text:p><text:p>二</text:p><office:annotation><text:p>注</text:p></office:annotation>',
          ) +
          cell('<text:p><text:a href="https://example.cn/a">看</text:a></text:p>'),
      ) + row('<table:covered-table-cell table:number-columns-repeated="2"/>' + words('尾')),
    ),
  );
  expect(textsOf(paper)).toEqual([
    ['单位', '单位', '一\n二', '看'],
    ['单位', '单位', '尾', ''],
  ]);
  expect(rowsOf(paper)[0]?.[2]?.comment).toBe('注');
  expect(rowsOf(paper)[0]?.[3]?.link).toBe('https://example.cn/a');
});

test('数、日期、真假：背后的值', () => {
  const paper = fods(
    table(
      row(
        words('1,234', 'office:value-type="float" office:value="1234"') +
          words('#', 'office:value-type="float" office:value="12345678901"') +
          words('1.2E+10', 'office:value-type="float" office:value="12345678901"') +
          words('24-5-1', 'office:value-type="date" office:date-value="2024-05-01"') +
          words('x', 'office:value-type="boolean" office:boolean-value="true"') +
          words('6', 'office:value-type="float" office:value="6" table:formula="of:=SUM([.A1])"') +
          words('坏', 'office:value-type="float" office:value="坏"'),
      ),
    ),
  );
  const cells = rowsOf(paper)[0] ?? [];
  expect(cells.map(({ text }) => text)).toEqual([
    '1,234',
    '#',
    '12345678901',
    '2024年5月1日',
    'TRUE',
    '6',
    '坏',
  ]);
  expect(cells[3]).toMatchObject({ day: '2024-05-01', raw: { value: 45413 } });
  expect(cells[4]?.raw).toEqual({ value: true });
  expect(cells[5]?.raw).toMatchObject({ value: 6, formula: 'SUM([.A1])' });
  expect(cells[6]?.raw).toBeUndefined();
});

test('划掉的、隐藏的行列和工作表', () => {
  const styles = `<style:style style:name="划"><style:text-properties style:text-line-through-style="solid"/></style:style>
    <style:style style:name="藏"><style:table-properties table:display="false"/></style:style>`;
  const paper = fods(
    table(
      '<table:table-column/><table:table-column table:visibility="collapse"/>' +
        row(words('作废', 'table:style-name="划"') + words('乙')) +
        row(words('丙'), 'table:visibility="filter"'),
    ) + table(row(words('密')), '附', 'table:style-name="藏"'),
    styles,
  );
  const rows = rowsOf(paper);
  expect(rows[0]?.[0]).toMatchObject({ text: '', struck: '作废' });
  expect(rows.map((cells) => cells.map(({ hidden }) => hidden ?? '-').join())).toEqual([
    '-,column',
    'row,row',
  ]);
  expect(paper.hidden?.map(({ sheet }) => sheet)).toEqual(['附']);
});

test('没有随文件保存的单元格图片说出来；改动记录不读', () => {
  const paper = fods(
    table(row(words('=DISPIMG("ID_1",1)'))) +
      '<table:tracked-changes><table:table-row/></table:tracked-changes>',
  );
  expect(unreadOf(paper)).toEqual(['A1：单元格里的图片没有随文件保存']);
});

test('装在压缩包里的一样读；没有表的、不是文档的不收', () => {
  const archive = (content: string) => {
    const found = openArchive(packed({ 'content.xml': content }), 10);
    if (found === undefined) throw new Error('no archive');
    return found;
  };
  expect(textsOf(readOds('a.ods', archive(body(table(row(words('甲')))))))).toEqual([['甲']]);
  expect(() => readOds('a.ods', archive(body('')))).toThrow(Refused);
  expect(() => readFods('a', new TextEncoder().encode('<other/>'))).toThrow(Refused);
});
