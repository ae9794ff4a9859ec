/** Word 图形: what a drawing holds, and what of it cannot be put into words. */
import { expect, test } from 'vitest';
import { Tally } from '../../../src/paper/limits.ts';
import { PictureStore } from '../../../src/paper/picture.ts';
import { addDrawing } from '../../../src/paper/word/drawing.ts';
import { type Doc, emptyPiece } from '../../../src/paper/word/piece.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { relationsOf } from '../../../src/paper/zip/part.ts';
import { readXml } from '../../../src/paper/zip/xml.ts';
import { packed, png, relations } from '../made.ts';

function read(xml: string) {
  const archive = openArchive(
    packed({
      'word/media/a.png': png,
      'word/media/b.bin': 'x',
      'word/_rels/document.xml.rels': relations(
        ['r1', 'image', 'media/a.png'],
        ['r2', 'image', 'media/b.bin'],
        ['r3', 'image', 'https://www.example.cn/a.png'],
        ['r4', 'hyperlink', 'https://www.example.cn/'],
        ['r5', 'hyperlink', 'other.xml'],
      ),
    }),
    10,
  );
  if (archive === undefined) throw new Error('no archive');
  const piece = emptyPiece();
  const tally = new Tally();
  const doc = {
    relations: relationsOf(archive, 'word/document.xml'),
    pictures: new PictureStore(archive, tally),
    tally,
    fields: [],
  } as unknown as Doc;
  addDrawing(readXml(Buffer.from(`<w:drawing>${xml}</w:drawing>`)), piece, doc);
  return { ...piece, pictures: piece.pictures.length, boxes: piece.boxes.length };
}

test('图片：嵌在文件里的、旧写法的都收', () => {
  expect(read('<a:blip r:embed="r1"/>')).toMatchObject({ pictures: 1, unread: [] });
  expect(read('<v:imagedata r:id="r1"/>')).toMatchObject({ pictures: 1, unread: [] });
});

test('打不开的、不在文件里的图片，各说各的', () => {
  expect(read('<a:blip r:embed="r2"/>').unread).toEqual(['图片打不开']);
  expect(read('<a:blip r:embed="r9"/>').unread).toEqual(['图片打不开']);
  expect(read('<a:blip/>').unread).toEqual(['图片打不开']);
  expect(read('<a:blip r:link="r3"/>')).toMatchObject({
    pictures: 0,
    unread: ['图片不在文件里，只有它的地址'],
  });
});

test('嵌入的对象只说是什么，不看别的', () => {
  expect(read('<o:OLEObject ProgID="Excel.Sheet.12"/><v:imagedata r:id="r1"/>')).toMatchObject({
    pictures: 0,
    unread: ['嵌入的对象（Excel.Sheet.12）'],
  });
  expect(read('<o:OLEObject/>').unread).toEqual(['嵌入的对象（类型不明）']);
});

test('文本框的字留着读；控件、图表、SmartArt 说一声', () => {
  expect(read('<w:txbxContent/><w:txbxContent/>')).toMatchObject({ boxes: 2, unread: [] });
  expect(read('<w:control/><c:chart/><dgm:relIds/>').unread).toEqual([
    '控件',
    '图表',
    'SmartArt 图形',
  ]);
});

test('图片带着的链接，指到网上的才算', () => {
  expect(read('<a:hlinkClick r:id="r4"/><a:hlinkClick r:id="r5"/><a:hlinkClick/>').links).toEqual([
    'https://www.example.cn/',
  ]);
});
