/** 样式: number formats, what is struck out, and texts whose stretches look each its own way. */
import { expect, test } from 'vitest';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { readXml } from '../../../src/paper/zip/xml.ts';
import {
  readStrings,
  readStyles,
  richText,
  unescapedFormat,
  withoutStruck,
} from '../../../src/paper/workbook/styles.ts';
import { packed } from '../made.ts';

function archiveOf(xml: string) {
  const archive = openArchive(packed({ 'xl/part.xml': xml }), 10);
  if (archive === undefined) throw new Error('no archive');
  return archive;
}
const styles = (xml: string) =>
  readStyles(archiveOf(`<styleSheet>${xml}</styleSheet>`), 'xl/part.xml');
const rich = (xml: string) => richText(readXml(Buffer.from(`<si>${xml}</si>`)));

test('格式：自定的先，其次是号码代表的；没有写的是常规', () => {
  const read = styles(`<numFmts><numFmt numFmtId="14" formatCode="yyyy"/></numFmts>
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="31"/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="31" formatCode="0"/></dxf></dxfs>`);
  expect(read.map(({ format }) => format)).toEqual(['General', 'yyyy', 'yyyy"年"m"月"d"日"']);
});

test('比 Excel 许可的还长的格式不用', () => {
  const of = (length: number) =>
    styles(`<numFmts><numFmt numFmtId="170" formatCode="${'0'.repeat(length)}"/></numFmts>
      <cellXfs><xf numFmtId="170"/></cellXfs>`)[0]?.format.length;
  expect([of(255), of(256)]).toEqual([255, 'General'.length]);
});

test('划掉：字体里写了 strike，又没有写成不划', () => {
  const read = styles(`<fonts><font/><font><strike/></font><font><strike val="0"/></font>
      <font><strike val="false"/></font><font><strike val="true"/></font></fonts>
    <cellXfs>${[0, 1, 2, 3, 4, 9].map((id) => `<xf fontId="${String(id)}"/>`).join('')}<xf/></cellXfs>
    <dxfs><dxf><font><strike/></font></dxf></dxfs>`);
  expect(read.map(({ isStruck }) => isStruck)).toEqual([
    false,
    true,
    false,
    false,
    true,
    false,
    false,
  ]);
});

test('没有样式的工作簿没有样式', () => {
  expect(readStyles(archiveOf('<a/>'), undefined)).toEqual([]);
});

test('一段字里各处样子不同的，分段；都没有说划不划的，不分', () => {
  expect(rich('<t>甲</t>')).toEqual({ text: '甲' });
  expect(rich('<r><t>甲</t></r><r><t>乙</t></r>')).toEqual({ text: '甲乙' });
  expect(
    rich('<r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r><rPh><t>拼音</t></rPh>'),
  ).toEqual({
    text: '甲乙',
    runs: [
      { text: '甲', isStruck: undefined },
      { text: '乙', isStruck: true },
    ],
  });
});

test('XML 写不了的字还原，换行只有一种', () => {
  expect(unescapedFormat('甲_x000D_\r\n乙\r丙')).toBe('甲\n\n乙\n丙');
  expect(unescapedFormat('a_x5F_b')).toBe('a_x5F_b');
  expect(unescapedFormat('_x4E00_')).toBe('一');
});

test('留下的和划掉的分开；没有自己样子的一段随单元格', () => {
  expect(withoutStruck({ text: ' 甲 ' }, false)).toEqual({ text: '甲' });
  expect(withoutStruck({ text: ' 甲 ' }, true)).toEqual({ text: '', struck: '甲' });
  const runs = [
    { text: '甲', isStruck: undefined },
    { text: '乙', isStruck: true },
    { text: '丙', isStruck: false },
  ];
  expect(withoutStruck({ text: '甲乙丙', runs }, false)).toEqual({ text: '甲丙', struck: '乙' });
  expect(withoutStruck({ text: '甲乙丙', runs }, true)).toEqual({ text: '丙', struck: '甲乙' });
  expect(withoutStruck({ text: '甲', runs: runs.slice(0, 1) }, false)).toEqual({ text: '甲' });
});

test('共用的文字按次序，只要最外一层的', () => {
  const archive = archiveOf(
    '<sst><si><t>甲</t></si><si><r><t>乙</t></r></si><si/><x><si><t>里</t></si></x></sst>',
  );
  expect(readStrings(archive, 'xl/part.xml').map(({ text }) => text)).toEqual(['甲', '乙', '']);
});
