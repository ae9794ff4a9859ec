/** 段内文字: what a reader sees of the runs of a paragraph. */
import { expect, test } from 'vitest';
import type { Line } from '../../../src/paper/sheet.ts';
import { readDocx } from '../../../src/paper/word/docx.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { docx, relations, unreadOf, WORD } from '../made.ts';

const MORE = {
  'word/_rels/document.xml.rels': relations(
    ['h', 'hyperlink', 'https://example.cn/a'],
    ['c', 'comments', 'comments.xml'],
    ['s', 'styles', 'styles.xml'],
  ),
  'word/comments.xml': `<w:comments ${WORD}><w:comment w:id="3"><w:p><w:r><w:t>核实</w:t></w:r></w:p></w:comment></w:comments>`,
  'word/styles.xml': `<w:styles ${WORD}><w:style w:type="character" w:styleId="划"><w:rPr><w:strike/></w:rPr></w:style></w:styles>`,
};
function paper(inner: string) {
  const archive = openArchive(docx(`<w:p>${inner}</w:p>`, MORE), 100);
  if (archive === undefined) throw new Error('no archive');
  return readDocx('来文.docx', archive);
}
const lines = (inner: string): Line[] =>
  paper(inner).blocks.filter((block): block is Line => block.kind === 'line');
const textOf = (inner: string): string =>
  lines(inner)
    .map(({ text }) => text)
    .join('⏎');
const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

test.each([
  ['一段一段接起来', run('甲') + run('乙'), '甲乙'],
  ['制表', `${run('甲')}<w:r><w:tab/></w:r>${run('乙')}`, '甲\t乙'],
  ['换行', `${run('甲')}<w:r><w:cr/></w:r>${run('乙')}`, '甲⏎乙'],
  ['换页不是换行', `${run('甲')}<w:r><w:br w:type="page"/></w:r>${run('乙')}`, '甲乙'],
  ['不断行的连字符', `${run('1')}<w:r><w:noBreakHyphen/></w:r>${run('2')}`, '1-2'],
  ['删去的不读', `${run('甲')}<w:del>${run('乙')}</w:del>`, '甲'],
  ['插入的读', `${run('甲')}<w:ins>${run('乙')}</w:ins>`, '甲乙'],
  [
    '注音不读',
    '<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>',
    '甲',
  ],
  [
    '两种写法只读新的',
    `<mc:AlternateContent><mc:Choice>${run('新')}</mc:Choice><mc:Fallback>${run('旧')}</mc:Fallback></mc:AlternateContent>`,
    '新',
  ],
  [
    '勾了的框',
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr></w:sdt>',
    '☑',
  ],
  [
    '没有勾的框',
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr></w:sdt>',
    '☐',
  ],
  [
    '提示填写的不读',
    `${run('甲')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('请填')}</w:sdtContent></w:sdt>`,
    '甲',
  ],
  ['填了的读', `<w:sdt><w:sdtPr/><w:sdtContent>${run('填的')}</w:sdtContent></w:sdt>`, '填的'],
])('%s', (_, inner, text) => {
  expect(textOf(inner)).toBe(text);
});

test('划掉的另记，样式里划掉的也是，写明不划的不是', () => {
  const [line] = lines(
    run('留') +
      run('一', '<w:strike/>') +
      run('二', '<w:rStyle w:val="划"/>') +
      run('三', '<w:rStyle w:val="划"/><w:strike w:val="0"/>'),
  );
  expect(line).toMatchObject({ text: '留三', struck: '一二' });
});

test('域：指令不显示，结果显示，链接记下', () => {
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (instruction: string) =>
    `${char('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${char('separate')}${run('见网页')}${char('end')}${run('。')}`;
  expect(lines(field('HYPERLINK "https://example.cn/b"'))[0]).toMatchObject({
    text: '见网页。',
    link: 'https://example.cn/b',
  });
  expect(textOf(field('FORMDROPDOWN'))).toBe('。');
  expect(
    textOf(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' +
        char('end'),
    ),
  ).toBe('☑');
});

test('链接、批注', () => {
  const [line] = lines(
    `<w:hyperlink r:id="h">${run('看')}</w:hyperlink><w:r><w:commentReference w:id="3"/></w:r>`,
  );
  expect(line).toMatchObject({ text: '看', link: 'https://example.cn/a', comment: '核实' });
  expect(
    lines(`<w:fldSimple w:instr='HYPERLINK "https://example.cn/c"'>${run('看')}</w:fldSimple>`)[0]
      ?.link,
  ).toBe('https://example.cn/c');
});

test('符号：认得的写出来，不认得的说出来', () => {
  expect(textOf('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')).toBe('☑');
  expect(unreadOf(paper(`${run('甲')}<w:r><w:sym w:font="Strange" w:char="F0FF"/></w:r>`))).toEqual(
    ['正文：Strange字体的符号 F0FF'],
  );
});
