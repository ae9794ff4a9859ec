/** 单元格: what a cell of an .xlsx shows, and what it holds behind that. */
import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/paper/workbook/xlsx.ts';
import type { Cell } from '../../../src/paper/sheet.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { rowsOf, textsOf, unreadOf, xlsx } from '../made.ts';

type Parts = Parameters<typeof xlsx>[0];
function read(rows: string, more: Omit<Parts, 'sheet'> = {}) {
  const archive = openArchive(xlsx({ sheet: `<sheetData>${rows}</sheetData>`, ...more }), 100);
  if (archive === undefined) throw new Error('no archive');
  return readXlsx('清单.xlsx', archive);
}
const styles = `<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
  <fonts><font/><font><strike/></font></fonts>
  <cellXfs><xf/><xf numFmtId="170" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="14"/></cellXfs>`;
const strings = '<si><t>共用</t></si><si><r><t>留</t></r><r><rPr><strike/></rPr><t>划</t></r></si>';
const cellOf = (xml: string, more: Omit<Parts, 'sheet'> = { styles, strings }): Cell | undefined =>
  rowsOf(read(`<row r="1"><c r="A1"><v>垫</v></c>${xml}</row>`, more))[0]?.[1];

test.each<[string, Partial<Cell>]>([
  ['<c r="B1"><v>12.50</v></c>', { text: '12.5', raw: { value: 12.5, format: 'General' } }],
  ['<c r="B1" t="s"><v>0</v></c>', { text: '共用' }],
  ['<c r="B1" t="s"><v>1</v></c>', { text: '留', struck: '划' }],
  ['<c r="B1" t="inlineStr"><is><t>行内</t></is></c>', { text: '行内' }],
  ['<c r="B1" t="b"><v>1</v></c>', { text: 'TRUE', raw: { value: true, format: 'General' } }],
  ['<c r="B1" t="b"><v>0</v></c>', { text: 'FALSE', raw: { value: false, format: 'General' } }],
  [
    '<c r="B1" s="1"><v>45413</v></c>',
    { text: '2024年5月', raw: { value: 45413, format: 'yyyy"年"m"月"' } },
  ],
  ['<c r="B1" t="d" s="3"><v>2024-05-01</v></c>', { day: '2024-05-01' }],
  ['<c r="B1" s="2" t="inlineStr"><is><t>作废</t></is></c>', { text: '', struck: '作废' }],
  ['<c r="B1" s="2"><v>5</v></c>', { text: '', struck: '5' }],
  ['<c r="B1" t="str"><v> 甲_x000a_乙 </v></c>', { text: '甲\n乙' }],
  [
    '<c r="B1" t="str"><f>A1&amp;"x"</f><v>垫x</v></c>',
    { text: '垫x', raw: { value: '垫x', format: 'General', formula: 'A1&"x"' } },
  ],
  ['<c r="B1"><f>A2</f></c>', { text: '', raw: { value: '', format: 'General', formula: 'A2' } }],
])('%s', (xml, cell) => {
  expect(cellOf(xml)).toMatchObject(cell);
});

test('从 1904 年算的日子', () => {
  const cell = cellOf('<c r="B1" s="3"><v>43951</v></c>', {
    styles,
    strings,
    properties: 'date1904="1"',
  });
  expect(cell).toMatchObject({ day: '2024-05-01', raw: { from1904: true } });
});

test('没有写位置的行和格，接着上一个', () => {
  const paper = read(
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
  );
  expect(textsOf(paper)).toEqual([
    ['1', '2', ''],
    ['', '', ''],
    ['', '', ''],
    ['', '3', '4'],
    ['5', '', ''],
  ]);
});

test('只有样子的格没有内容；隐藏的行', () => {
  const paper = read(
    '<row r="1"><c r="A1"><v>1</v></c><c r="Z1" s="1"/></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
  );
  expect(textsOf(paper)).toEqual([['1'], ['2']]);
  expect(rowsOf(paper)[1]?.[0]?.hidden).toBe('row');
});

test('几格共用的公式，跟着格子移', () => {
  const paper = read(
    '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1+$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
  );
  expect(rowsOf(paper).map((row) => row[0]?.raw?.formula)).toEqual(['B1+$C$1', 'B2+$C$1']);
});

test('公式里的链接：写明的、写在别的格里的、算出来的、文件里面的', () => {
  const paper = read(
    `<row r="1"><c r="A1" t="str"><f>HYPERLINK("https://example.cn/a","看")</f><v>看</v></c>
     <c r="B1" t="str"><f>HYPERLINK(D1)</f><v>看</v></c><c r="C1" t="str"><f>HYPERLINK("https://"&amp;D1)</f><v>看</v></c>
     <c r="D1" t="str"><v>https://example.cn/d</v></c><c r="E1" t="str"><f>HYPERLINK("#甲!A1","看")</f><v>看</v></c></row>`,
  );
  expect(rowsOf(paper)[0]?.map(({ link }) => link)).toEqual([
    'https://example.cn/a',
    'https://example.cn/d',
    undefined,
    undefined,
    undefined,
  ]);
  expect(unreadOf(paper)).toEqual(['C1：链接的地址由公式算出，没有读']);
});
