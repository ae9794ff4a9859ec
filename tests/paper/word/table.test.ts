/** Word 表格: spans to squares, each with the text of the cell that covers it. */
import { expect, test } from 'vitest';
import { Refused } from '../../../src/paper/limits.ts';
import { readDocx } from '../../../src/paper/word/docx.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { docx, relations, rowsOf, textsOf, unreadOf, WORD } from '../made.ts';

const NUMBERING = {
  'word/_rels/document.xml.rels': relations(['n', 'numbering', 'numbering.xml']),
  'word/numbering.xml': `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
};
function read(...rows: readonly string[]) {
  const archive = openArchive(docx(`<w:tbl>${rows.join('')}</w:tbl>`, NUMBERING), 100);
  if (archive === undefined) throw new Error('no archive');
  return readDocx('来文.docx', archive);
}
const tr = (cells: string, properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
const tc = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const marks = (paper: ReturnType<typeof read>) =>
  rowsOf(paper).map((row) => row.map(({ merged }) => merged ?? '-').join());

test('横着跨的、竖着跨的，都填上', () => {
  const paper = read(
    tr(tc('甲', '<w:gridSpan w:val="2"/>') + tc('乙', '<w:vMerge w:val="restart"/>')),
    tr(tc('丙') + tc('丁') + tc('', '<w:vMerge/>')),
  );
  expect(textsOf(paper)).toEqual([
    ['甲', '甲', '乙'],
    ['丙', '丁', '乙'],
  ]);
  expect(marks(paper)).toEqual(['-,across,-', '-,-,down']);
});

test('老写法的横向合并；各自开头的不合并', () => {
  const paper = read(
    tr(
      tc('甲', '<w:hMerge w:val="restart"/>') +
        tc('', '<w:hMerge/>') +
        tc('乙', '<w:vMerge w:val="restart"/>'),
    ),
    tr(tc('丙') + tc('丁') + tc('戊', '<w:vMerge w:val="restart"/>')),
  );
  expect(textsOf(paper)).toEqual([
    ['甲', '甲', '乙'],
    ['丙', '丁', '戊'],
  ]);
});

test('盖住的字说出来；第一行写着接上面的，照自己的', () => {
  const paper = read(tr(tc('甲', '<w:vMerge/>')), tr(tc('盖住', '<w:vMerge/>')));
  expect(textsOf(paper)).toEqual([['甲'], ['甲']]);
  expect(unreadOf(paper)).toEqual(['第1格：被合并单元格盖住的“盖住”']);
});

test('前面空几格的行、长短不齐的行，补齐', () => {
  expect(
    textsOf(read(tr(tc('甲'), '<w:gridBefore w:val="1"/>'), tr(tc('乙') + tc('丙') + tc('丁')))),
  ).toEqual([
    ['', '甲', ''],
    ['乙', '丙', '丁'],
  ]);
});

test('删去的行和格；隐藏的行', () => {
  const paper = read(
    tr(tc('甲')),
    tr(tc('删'), '<w:del/>'),
    tr(tc('也删', '<w:cellDel/>')),
    tr(tc('藏'), '<w:hidden/>'),
  );
  expect(textsOf(paper)).toEqual([['甲'], [''], ['藏']]);
  expect(rowsOf(paper)[2]?.[0]?.hidden).toBe('row');
});

test('插入的行、控件里的行都算；几段的格是几行字', () => {
  const lines =
    '<w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc>';
  expect(
    textsOf(
      read(
        `<w:ins>${tr(tc('甲'))}</w:ins><w:sdt><w:sdtContent>${tr(lines)}</w:sdtContent></w:sdt>`,
      ),
    ),
  ).toEqual([['甲'], ['一\n二']]);
});

test('自动编号的序号补上，按行数', () => {
  const numbered = '<w:tc><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>';
  expect(
    textsOf(read(tr(tc('序号') + tc('甲')), tr(numbered + tc('乙')), tr(numbered + tc('丙')))),
  ).toEqual([
    ['序号', '甲'],
    ['1', '乙'],
    ['2', '丙'],
  ]);
});

test('跨得没有边的不收', () => {
  expect(() => read(tr(tc('甲', '<w:gridSpan w:val="1000000000"/>')))).toThrow(Refused);
});
