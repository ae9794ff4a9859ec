import { expect, test } from 'vitest';
import { readCsv } from '../../src/paper/csv.ts';
import { readHtml } from '../../src/paper/html.ts';
import { Refused } from '../../src/paper/limits.ts';
import { readText } from '../../src/paper/text.ts';
import { readDocx } from '../../src/paper/word/docx.ts';
import { readOds } from '../../src/paper/workbook/ods.ts';
import { readXlsx } from '../../src/paper/workbook/xlsx.ts';
import { openArchive } from '../../src/paper/zip/archive.ts';
import type { Random } from '../generator/random.ts';
import { packed, WORD } from '../paper/made.ts';
import { fuzz, mutated, patience } from './fuzz.ts';

const WORDS = [
  '<w:p>',
  '</w:p>',
  '<w:tbl><w:tr><w:tc>',
  '</w:tc></w:tr></w:tbl>',
  '<w:gridSpan w:val="9"/>',
  '<w:vMerge/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<c r="B2" t="s"><v>0</v></c>',
  '<row r="9">',
  '<mergeCell ref="A1:B2"/>',
  '<td rowspan=3>',
  '<table>',
  '&#0;',
  '&amp;',
  '<![CDATA[',
  '-->',
  '"',
  "'",
  '<table:table-cell table:number-columns-repeated="3"/>',
  ',',
  '\t',
  '\n',
  '一、',
  '（一）',
  '第1行',
];
const doc = `<w:document ${WORD}><w:body><w:p><w:r><w:t>清单</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;
const sheet =
  '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>45000</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>';
const ods =
  '<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';

const archiveOf = (parts: Record<string, string>) => {
  const archive = openArchive(packed(parts), 100);
  if (archive === undefined) throw new RangeError('no archive');
  return archive;
};
const readers: ((chance: Random) => unknown)[] = [
  (chance) => readDocx('a.docx', archiveOf({ 'word/document.xml': mutated(doc, WORDS, chance) })),
  (chance) =>
    readXlsx(
      'a.xlsx',
      archiveOf({
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        'xl/sharedStrings.xml': '<sst><si><t>序号</t></si></sst>',
        'xl/worksheets/sheet1.xml': mutated(sheet, WORDS, chance),
      }),
    ),
  (chance) => readOds('a.ods', archiveOf({ 'content.xml': mutated(ods, WORDS, chance) })),
  (chance) =>
    readHtml(
      'a.xls',
      mutated('<html><table><tr><td colspan=2>序号</td></tr></table>', WORDS, chance),
    ),
  (chance) => readCsv('a.csv', mutated('序号,"单位, ""甲""",问题\n1,甲,乙', WORDS, chance)),
  (chance) =>
    readText(
      'a.txt',
      mutated('序号\t单位\n1\t甲\n一、甲单位\n（一）问题', WORDS, chance),
      () => false,
    ),
];

test(
  '乱写的来件：直接叫各个读法，不出错、不卡住，最多说为什么不读',
  async () => {
    const count = await fuzz((chance) => {
      try {
        chance.pick(readers)(chance);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    });
    expect(count).toBeGreaterThan(100);
  },
  patience,
);
