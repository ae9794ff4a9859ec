/** 办公文件: every part is of a known kind and leads nowhere. */
import { expect, test } from 'vitest';
import { readOffice } from '../../../../src/review/file/office/office-file.ts';
import { bookOf, wordOf } from '../../../crafted/office.ts';
import { packed, png } from '../../../paper/made.ts';

function said(bytes: Uint8Array): string {
  const reading = readOffice(bytes);
  return 'message' in reading ? reading.message : reading.type;
}
const FETCHES = '文件打开时会到网上或别的文件里取内容';
const MACRO = '文件带有宏';
const OBJECT = '文件里嵌有其他程序的对象';
const inside = (xml: string) => said(wordOf({ inside: `<w:p>${xml}</w:p>` }));
/** A part beside the document, of a content type. */
const beside = (type: string, part: string | Uint8Array, name = 'word/a.bin') =>
  said(wordOf({ more: { [name]: part }, overrides: { [name]: type } }));

test('平常的文档、表格', () => {
  expect([said(wordOf({})), said(bookOf({}))]).toEqual(['docx', 'xlsx']);
});

test('不是文档的压缩包；不完整的', () => {
  expect(said(packed({ 'a.txt': '甲' }))).toBe('文件是压缩包，不能作佐证');
  expect(said(wordOf({}).subarray(0, 200))).toBe('压缩格式的文件不完整或不合规范');
  expect(said(wordOf({ main: 'text/plain' }))).toBe('压缩格式的文件不完整或不合规范');
});

test.each([
  [
    '主体是带宏的种类',
    () => said(wordOf({ main: 'application/vnd.ms-word.document.macroEnabled.main+xml' })),
    MACRO,
  ],
  ['带宏的部件', () => beside('application/vnd.ms-office.vbaProject', 'x'), MACRO],
  ['控件', () => beside('application/vnd.ms-office.activeX', 'x'), OBJECT],
  [
    '外部链接',
    () =>
      beside(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
        '<a/>',
      ),
    FETCHES,
  ],
  ['不认识的部件', () => beside('application/x-strange', 'x'), '文件里有文档以外的部件（a.bin）'],
  [
    '没有写种类的部件',
    () => said(wordOf({ more: { 'word/a.zzz': 'x' } })),
    '文件里有文档以外的部件（a.zzz）',
  ],
  ['说是图片的部件不是图片', () => beside('image/png', '<html>', 'word/media/a.png'), undefined],
  ['合并外部内容', () => inside('<w:altChunk r:id="a"/>'), FETCHES],
  ['嵌入的对象', () => inside('<w:object><o:OLEObject ProgID="Package"/></w:object>'), OBJECT],
  [
    '取外面的图',
    () => inside('<w:pict><v:imagedata src="http://example.cn/a.png"/></w:pict>'),
    FETCHES,
  ],
  ['链到本机文件', () => inside('<v:shape href="file:///c:/a"/>'), FETCHES],
  ['点击运行宏', () => inside('<v:shape macro="[1]!x()"/>'), MACRO],
])('不收：%s', (_, read, message) => {
  const found = read();
  if (message === undefined) expect(found).not.toBe('docx');
  else expect(found).toBe(message);
});

test('图片收下，人点的链接收下', () => {
  const picture = wordOf({
    more: { 'word/media/a.png': png },
    overrides: { 'word/media/a.png': 'image/png' },
    relations: [['image', 'media/a.png']],
  });
  expect(said(picture)).toBe('docx');
  expect(inside('<v:shape href="https://example.cn/a"/>')).toBe('docx');
});

test('表格里调外部程序的公式', () => {
  const cell = (formula: string) =>
    said(
      bookOf({
        inside: `<sheetData><row r="1"><c r="A1"><f>${formula}</f></c></row></sheetData>`,
      }),
    );
  expect(cell('SUM(B1:B3)')).toBe('xlsx');
  expect(cell('WEBSERVICE("http://example.cn")')).not.toBe('xlsx');
});

test('里面的文字和作者说出来', () => {
  const reading = readOffice(
    wordOf({
      more: {
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>张三</dc:creator></cp:coreProperties>',
      },
      overrides: {
        'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
      },
    }),
  );
  if ('message' in reading) throw new Error(reading.message);
  expect(reading.said.person).toBe(true);
  expect(reading.said.texts.join()).toContain('整改');
});
