/** Files that somebody made to hang or exhaust whoever opens them. Made anew by each test; none is larger than 50 MB. */
import { CFB } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { docx, packed, relations, WORD, xlsx } from './made.ts';

const times = (count: number, text: (index: number) => string): string => {
  const parts: string[] = [];
  for (let index = 0; index < count; index += 1) parts.push(text(index));
  return parts.join('');
};
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (inner: string, look = ''): string => `<w:tc><w:tcPr>${look}</w:tcPr>${inner}</w:tc>`;
const table = (inner: string): string => `<w:tbl><w:tr>${inner}</w:tr></w:tbl>`;
const rows = (count: number, row: (index: number) => string): string =>
  `<sheetData>${times(count, (index) => `<row r="${index + 1}">${row(index)}</row>`)}</sheetData>`;

function nestedTables(depth: number): string {
  let inner = paragraph('里');
  for (let level = 0; level < depth; level += 1)
    inner = table(`${cell(inner)}${cell(paragraph('x'))}</w:tr><w:tr>${cell('')}${cell('')}`);
  return inner;
}

/** An old workbook with as many cells in a few records as it can hold. */
function xls(): Uint8Array {
  const record = Buffer.alloc(4 + 6 + 6 * 256);
  record.writeUInt16LE(0x00bd, 0);
  record.writeUInt16LE(6 + 6 * 256, 2);
  const begin = Buffer.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const stream = Buffer.concat([begin, ...Array.from({ length: 20_000 }, () => record)]);
  const files = CFB as {
    utils: {
      cfb_new: () => object;
      cfb_add: (file: object, name: string, content: Uint8Array) => void;
    };
    write: (file: object, options: { type: 'buffer' }) => Uint8Array;
  };
  const file = files.utils.cfb_new();
  files.utils.cfb_add(file, '/Workbook', stream);
  return new Uint8Array(files.write(file, { type: 'buffer' }));
}

/** Two entries of a zip that are the same bytes. */
function overlapping(): Uint8Array {
  const whole = Buffer.from(
    packed({ 'word/document.xml': 'x'.repeat(1000), 'word/b.xml': 'x'.repeat(1000) }),
  );
  const second = whole.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  whole.writeUInt32LE(0, second + 42);
  return new Uint8Array(whole);
}

/** A directory that says its sizes are in a zip64 record, which says 2^60. */
function wide(): Uint8Array {
  const whole = Buffer.from(packed({ 'word/document.xml': '<a/>' }));
  whole.writeUInt16LE(0xffff, whole.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 10);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(2n ** 60n, 8);
  const end = whole.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  return new Uint8Array(Buffer.concat([whole.subarray(0, end), locator, whole.subarray(end)]));
}

export interface Crafted {
  name: string;
  bytes: () => Uint8Array;
  /** The sentence, or 'read'. */
  outcome: RegExp | 'read';
}

const refusedFor = (words: string): RegExp => new RegExp(words, 'u');

/** Each kind with its file. */
export const crafted: Record<string, Crafted> = {
  'gridSpan 是十亿的 Word 表格': {
    name: 'a.docx',
    bytes: () => docx(table(cell(paragraph('x'), '<w:gridSpan w:val="1000000000"/>'))),
    outcome: refusedFor('列超过 256 列'),
  },
  '20 MB 逗号': {
    name: 'a.csv',
    bytes: () => new Uint8Array(20 * 1024 * 1024).fill(0x2c),
    outcome: 'read',
  },
  '一百万行的 csv': {
    name: 'a.csv',
    bytes: () => strToU8('甲,乙,丙\n'.repeat(1_000_000)),
    outcome: refusedFor('超出第 20000 行'),
  },
  '50 万段的 Word 文档': {
    name: 'a.docx',
    bytes: () => docx(paragraph('x').repeat(500_000)),
    outcome: refusedFor('段落超过 40000 段'),
  },
  '2,000 行 700 列的工作表': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        sheet: rows(2000, (row) => times(700, (at) => `<c t="str"><v>${row * at}</v></c>`)),
      }),
    outcome: refusedFor('列超过 256 列'),
  },
  '2,000 行 250 列的工作表': {
    name: 'a.xlsx',
    bytes: () => xlsx({ sheet: rows(2000, () => '<c><v>45000</v></c>'.repeat(250)) }),
    outcome: refusedFor('超过 300000 格'),
  },
  '最大的可读工作表：1,200 行 249 列日期': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        styles: '<cellXfs><xf numFmtId="57"/></cellXfs>',
        sheet: rows(1200, (row) =>
          times(249, (at) => `<c s="0"><v>${40_000 + ((row * at) % 5000)}</v></c>`),
        ),
      }),
    outcome: 'read',
  },
  '一句长话指给 30 万格': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        strings: `<si><t>${'字'.repeat(32_000)}</t></si>`,
        sheet: rows(3000, () => '<c t="s"><v>0</v></c>'.repeat(100)),
      }),
    outcome: refusedFor('文字共超过'),
  },
  一百万条不同的文字: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        strings: times(1_000_000, (index) => `<si><t>${index}</t></si>`),
        sheet: rows(1, () => ''),
      }),
    outcome: refusedFor('不同的文字超过'),
  },
  '十万处合并，每处都是整张表': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        sheet: `${rows(1000, () => '<c><v>1</v></c>'.repeat(100))}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
      }),
    outcome: refusedFor('合并单元格超过'),
  },
  四万处互相重叠的合并: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        sheet: `${rows(1000, () => '<c><v>1</v></c>'.repeat(100))}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(40_000)}</mergeCells>`,
      }),
    outcome: refusedFor('合并单元格超过'),
  },
  一百万种样式: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(1_000_000)}</cellXfs>`,
        sheet: rows(1, () => ''),
      }),
    outcome: refusedFor('样式超过'),
  },
  谎称有整张表大的工作表: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({ sheet: `<dimension ref="A1:XFD1048576"/>${rows(1, () => '<c><v>1</v></c>')}` }),
    outcome: 'read',
  },
  七十万行只有格式的空行: {
    name: 'a.xlsx',
    bytes: () => xlsx({ sheet: rows(700_000, () => '<c s="1"/>') }),
    outcome: 'read',
  },
  五万条整列的链接: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        sheet: `${rows(10_000, () => '<c><v>1</v></c>')}<hyperlinks>${'<hyperlink ref="A1:A1048576" r:id="rId1"/>'.repeat(40_000)}</hyperlinks>`,
        sheetRelations:
          '<Relationships><Relationship Id="rId1" Type="x/hyperlink" Target="http://a.cn" TargetMode="External"/></Relationships>',
      }),
    outcome: refusedFor('链接'),
  },
  四十万条外部引用: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        sheet: rows(1, () => ''),
        sheetRelations: `<Relationships>${times(400_000, (index) => `<Relationship Id="r${index}" Type="x/externalLink" Target="\\\\a\\b${index}.xlsx" TargetMode="External"/>`)}</Relationships>`,
      }),
    outcome: refusedFor('链接和批注超过'),
  },
  绘图层里三十万个图形: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        sheet: `${rows(1, () => '<c><v>1</v></c>')}<drawing r:id="rId1"/>`,
        sheetRelations: relations(['rId1', 'drawing', '../drawings/drawing1.xml']),
        more: {
          'xl/drawings/drawing1.xml': `<wsDr>${'<oneCellAnchor><from><col>1</col><row>1</row></from></oneCellAnchor>'.repeat(200_000)}</wsDr>`,
        },
      }),
    outcome: refusedFor('图片和图形超过'),
  },
  超长的数字格式用在十万格: {
    name: 'a.xlsx',
    bytes: () =>
      xlsx({
        styles: `<numFmts><numFmt numFmtId="170" formatCode="${'y'.repeat(1_000_000)}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`,
        sheet: rows(1000, () => '<c s="0"><v>45000</v></c>'.repeat(100)),
      }),
    outcome: 'read',
  },
  最大的可读文档: {
    name: 'a.docx',
    bytes: () =>
      docx(
        times(
          35_000,
          (index) =>
            `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>第${index}段</w:t></w:r></w:p>`,
        ),
      ),
    outcome: 'read',
  },
  四十层的表格套表格: {
    name: 'a.docx',
    bytes: () => docx(nestedTables(40)),
    outcome: refusedFor('表格里套表格超过 8 层'),
  },
  '一百万层的 XML': {
    name: 'a.docx',
    bytes: () => docx('<w:p>'.repeat(1_000_000)),
    outcome: refusedFor('套了 256 层以上'),
  },
  一百万个没有收尾的域: {
    name: 'a.docx',
    bytes: () =>
      docx(
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>x</w:t></w:r>'.repeat(100_000)}</w:p>`,
      ),
    outcome: refusedFor('层'),
  },
  一段三千万字: {
    name: 'a.docx',
    bytes: () =>
      docx(
        `<w:p>${'<w:r><w:t>一二三四五六七八九十一二三四五六七八九十</w:t></w:r>'.repeat(200_000)}</w:p>`,
      ),
    outcome: refusedFor('超过 100000 字'),
  },
  层层引用的实体: {
    name: 'a.docx',
    bytes: () =>
      packed({
        'word/document.xml': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}">${times(9, (index) => `<!ENTITY c${index} "${'&b;'.repeat(10)}">`)}]><w:document ${WORD}><w:body>${paragraph('&c8;')}</w:body></w:document>`,
      }),
    outcome: refusedFor('实体定义'),
  },
  属性里一千万个字母: {
    name: 'a.docx',
    bytes: () =>
      docx(
        `<w:p a='${'x '.repeat(5_000_000)}' b="1"/>${`<w:p ${'x'.repeat(100_000)}/>`.repeat(40)}`,
      ),
    outcome: 'read',
  },
  'zip64 谎报位置': { name: 'a.docx', bytes: wide, outcome: refusedFor('不完整') },
  压缩包里的两个文件叠在一起: { name: 'a.docx', bytes: overlapping, outcome: refusedFor('不完整') },
  压缩包套压缩包: {
    name: 'a.zip',
    bytes: () =>
      packed({ 'a.zip': packed({ 'b.zip': packed({ 'c.docx': docx(paragraph('x')) }) }) }),
    outcome: refusedFor('压缩包'),
  },
  两万个文件的压缩包: {
    name: 'a.docx',
    bytes: () =>
      packed(
        Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`${index}.xml`, '<a/>'])),
      ),
    outcome: refusedFor('文件超过'),
  },
  'ods 里一格重复一百七十亿次': {
    name: 'a.ods',
    bytes: () =>
      packed({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml':
          '<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
      }),
    outcome: refusedFor('列超过 256 列'),
  },
  旧工作簿里五百万格: { name: 'a.xls', bytes: xls, outcome: refusedFor('超过 300000 格') },
  '网页表格里 colspan 和 rowspan 都是十亿': {
    name: 'a.xls',
    bytes: () =>
      strToU8('<table><tr><td colspan=1000000000 rowspan=1000000000>x</td></tr></table>'),
    outcome: refusedFor('列超过 256 列'),
  },
  网页里十万层表格: {
    name: 'a.xls',
    bytes: () => strToU8(`<html>${'<table><tr><td>'.repeat(100_000)}`),
    outcome: refusedFor('表格里套表格超过 8 层'),
  },
  网页里没有收尾的引号: {
    name: 'a.xls',
    bytes: () => strToU8(`<html>${'<a "'.repeat(2_000_000)}`),
    outcome: refusedFor('超过 100000 字'),
  },
  粘贴的文字里五万行栏名: {
    name: 'a.txt',
    bytes: () => strToU8(`序号\n${'账号\n'.repeat(39_000)}`),
    outcome: 'read',
  },
  制表符和没有制表符的行交替的文字: {
    name: 'a.txt',
    bytes: () => strToU8(`甲\t乙\n${`${'丙\n'.repeat(49)}甲\t乙\n`.repeat(350)}`),
    outcome: 'read',
  },
  一千九百万个空行: {
    name: 'a.txt',
    bytes: () => new Uint8Array(19 * 1024 * 1024).fill(0x0a),
    outcome: refusedFor('文字超过 1000000 行'),
  },
  九十九万个空行: {
    name: 'a.txt',
    bytes: () => new Uint8Array(990_000).fill(0x0a),
    outcome: 'read',
  },
};
