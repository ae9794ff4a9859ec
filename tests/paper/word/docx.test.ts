/** Word 文档: paragraphs and tables in their order; what was deleted is gone, what was inserted is read. */
import { expect, test } from 'vitest';
import { Refused } from '../../../src/paper/limits.ts';
import { readDocx } from '../../../src/paper/word/docx.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { docx, linesOf, packed, relations, textsOf, unreadOf, WORD } from '../made.ts';

function read(body: string, more: Record<string, string> = {}) {
  const archive = openArchive(docx(body, more), 100);
  if (archive === undefined) throw new Error('no archive');
  return readDocx('来文.docx', archive);
}
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const p = (inner: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const table = (...texts: readonly string[]) =>
  `<w:tbl><w:tr>${texts.map((text) => `<w:tc>${p(run(text))}</w:tc>`).join('')}</w:tr></w:tbl>`;

test('段落和表格按次序，表格数着来', () => {
  const paper = read(p(run('一')) + table('甲', '乙') + p(run('二')) + table('丙'));
  expect(paper.blocks.map((block) => (block.kind === 'line' ? block.text : block.sheet))).toEqual([
    '一',
    '第1个表格',
    '二',
    '第2个表格',
  ]);
  expect(textsOf(paper, 1)).toEqual([['丙']]);
});

test('段内换行是几行，空行不算，行数接着数', () => {
  const paper = read(p(`${run('一')}<w:r><w:br/></w:r>${run('二')}`) + p(run(' ')) + p(run('三')));
  expect(
    paper.blocks.map(
      (block) => block.kind === 'line' && [block.text, block.place.row, block.continues],
    ),
  ).toEqual([
    ['一', 1, undefined],
    ['二', 2, true],
    ['三', 3, undefined],
  ]);
});

test('段尾删去的，与下一段连成一段；没有下一段的也不丢', () => {
  const gone = '<w:rPr><w:del/></w:rPr>';
  expect(linesOf(read(p(run('前'), gone) + p(run('后'))))).toEqual(['前后']);
  expect(linesOf(read(p(run('前'), gone)))).toEqual(['前']);
});

test('删去、移走的块不读，插入的读；控件里的提示不读', () => {
  const control = (inner: string, properties: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  expect(
    linesOf(
      read(
        `<w:del>${p(run('删'))}</w:del><w:moveFrom>${p(run('移'))}</w:moveFrom><w:ins>${p(run('加'))}</w:ins>` +
          control(p(run('填的')), '') +
          control(p(run('请单击')), '<w:showingPlcHdr/>'),
      ),
    ),
  ).toEqual(['加', '填的']);
});

test('两种写法只读新的一种；另一份文件说出来', () => {
  const paper = read(
    `<mc:AlternateContent><mc:Choice>${p(run('新'))}</mc:Choice><mc:Fallback>${p(run('旧'))}</mc:Fallback></mc:AlternateContent><w:altChunk/>`,
  );
  expect(linesOf(paper)).toEqual(['新']);
  expect(unreadOf(paper)).toEqual(['正文：嵌入的另一份文件']);
});

test('脚注在后，引用几次只说一次', () => {
  const paper = read(
    p(`${run('一')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
      p(`${run('二')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    {
      'word/_rels/document.xml.rels': relations(['f', 'footnotes', 'footnotes.xml']),
      'word/footnotes.xml': `<w:footnotes ${WORD}><w:footnote w:id="2">${p(run('注'))}</w:footnote></w:footnotes>`,
    },
  );
  expect(linesOf(paper)).toEqual(['一', '二', '注']);
  expect(paper.blocks.at(-1)).toMatchObject({ place: { sheet: '脚注' } });
});

test('格里的表格自成一张', () => {
  const inner = `<w:tbl><w:tr><w:tc>${p(run('a'))}</w:tc><w:tc>${p(run('b'))}</w:tc></w:tr><w:tr><w:tc>${p(run('c'))}</w:tc><w:tc>${p(run('d'))}</w:tc></w:tr></w:tbl>`;
  const paper = read(`<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`);
  expect(textsOf(paper, 1)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('没有正文的不收', () => {
  const archive = openArchive(packed({ 'word/document.xml': `<w:document ${WORD}/>` }), 10);
  expect(archive && (() => readDocx('a.docx', archive))).toThrow(Refused);
});
