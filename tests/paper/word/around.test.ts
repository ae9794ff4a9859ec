/** 附属部分: styles that lean on one another, numberings, comments, notes. */
import { expect, test } from 'vitest';
import { isPrompt, isToggled, lookOf, readAround } from '../../../src/paper/word/around.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { relationsOf } from '../../../src/paper/zip/part.ts';
import { readXml } from '../../../src/paper/zip/xml.ts';
import { packed, relations } from '../made.ts';

const PARTS = ['styles', 'numbering', 'comments', 'footnotes', 'endnotes'] as const;
function around(parts: Partial<Record<(typeof PARTS)[number], string>>) {
  const archive = openArchive(
    packed({
      'word/_rels/document.xml.rels': relations(
        ...PARTS.map((name) => [name, name, `${name}.xml`] as const),
      ),
      ...Object.fromEntries(
        Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, `<w:x>${xml}</w:x>`]),
      ),
    }),
    20,
  );
  if (archive === undefined) throw new Error('no archive');
  return readAround(archive, relationsOf(archive, 'word/document.xml'));
}
const node = (xml: string) => readXml(Buffer.from(xml));

test('没有附属部分的文档照读', () => {
  const read = around({});
  expect([read.styles.size, read.comments.size, read.notes.size]).toEqual([0, 0, 0]);
  expect(read.isOrdered('1', '0')).toBe(false);
});

test('样式从它所依的样式得来，自己说了的为准', () => {
  const style = (id: string, on: string, run: string, paragraph = '') =>
    `<w:style w:styleId="${id}">${on === '' ? '' : `<w:basedOn w:val="${on}"/>`}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const number = (id: string) => `<w:numPr><w:numId w:val="${id}"/></w:numPr>`;
  const { styles } = around({
    styles:
      style('甲', '', '<w:strike/><w:vanish/>', number('3')) +
      style('乙', '甲', '<w:strike w:val="0"/>') +
      style('丙', '乙', '', number('5')) +
      style('丁', '没有', ''),
  });
  expect(styles.get('乙')).toEqual({ isStruck: false, isHidden: true, numbering: '3' });
  expect(styles.get('丙')).toEqual({ isStruck: false, isHidden: true, numbering: '5' });
  expect(styles.get('丁')).toEqual({ isStruck: undefined, isHidden: undefined });
});

test('绕成圈的样式读得完，只看十层', () => {
  const style = (id: number, on: number, run = '') =>
    `<w:style w:styleId="${String(id)}"><w:basedOn w:val="${String(on)}"/><w:rPr>${run}</w:rPr></w:style>`;
  expect(around({ styles: style(1, 2) + style(2, 1) }).styles.size).toBe(2);
  const chain = Array.from({ length: 12 }, (_, at) =>
    style(at, at + 1, at === 10 ? '<w:strike/>' : ''),
  );
  const { styles } = around({ styles: chain.join('') });
  expect([styles.get('0')?.isStruck, styles.get('1')?.isStruck]).toEqual([undefined, true]);
});

test('编号还是圆点，按列表的那一级', () => {
  const level = (at: number, format: string) =>
    `<w:lvl w:ilvl="${String(at)}"><w:numFmt w:val="${format}"/></w:lvl>`;
  const { isOrdered } = around({
    numbering: `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting')}${level(1, 'bullet')}${level(2, 'none')}<w:lvl w:ilvl="3"/></w:abstractNum>
      <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>`,
  });
  expect(['0', '1', '2', '3', '4'].map((at) => isOrdered('2', at))).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
  expect(isOrdered('7', '0')).toBe(false);
});

test('批注分行；脚注尾注按号，分隔线不算', () => {
  const line = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const read = around({
    comments: `<w:comment w:id="4">${line('核实')}${line('再报')}</w:comment>`,
    footnotes: `<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="1" w:type="continuationSeparator"/><w:footnote w:id="2"/>`,
    endnotes: `<w:endnote w:id="3" w:type="continuationNotice"/><w:endnote w:id="2"/>`,
  });
  expect([...read.comments]).toEqual([['4', '核实\n再报']]);
  expect([...read.notes.keys()]).toEqual(['footnote 2', 'endnote 2']);
});

test.each([
  ['<w:strike/>', true],
  ['<w:strike w:val="true"/>', true],
  ['<w:strike w:val="0"/>', false],
  ['<w:strike w:val="off"/>', false],
  ['<w:strike w:val="none"/>', false],
  ['<w:dstrike/>', true],
  ['<w:strike w:val="false"/><w:dstrike/>', false],
  ['', undefined],
])('%s 划掉：%s', (xml, isStruck) => {
  const properties = node(`<w:rPr>${xml}</w:rPr>`);
  expect(lookOf(properties).isStruck).toBe(isStruck);
  expect(isToggled(properties, 'strike', 'dstrike')).toBe(isStruck);
});

test('只显示提示语的内容控件', () => {
  const control = (inside: string) => node(`<w:sdt><w:sdtPr>${inside}</w:sdtPr></w:sdt>`);
  expect(isPrompt(control('<w:showingPlcHdr/>'))).toBe(true);
  expect(isPrompt(control('<w:showingPlcHdr w:val="0"/>'))).toBe(false);
  expect(isPrompt(control(''))).toBe(false);
  expect(isPrompt(node('<w:p><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:p>'))).toBe(false);
});
