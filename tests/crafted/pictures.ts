/** Pictures: PNG (W3C), JPEG (T.81, JFIF, EXIF, CIPA DC-007 for several in one), WebP (RFC 9649). */
import { crc32, deflateSync } from 'node:zlib';
import { picture } from '../generator/picture.ts';
import { type CraftedSet, maker } from './kinds.ts';

const png = maker('png');
const jpg = maker('jpg');
const webp = maker('webp');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

export const photo = Buffer.from(
  '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAdEAACAgIDAQAAAAAAAAAAAAABAgARAxIhMWJx/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABURAQEAAAAAAAAAAAAAAAAAAAAB/9oADAMBAAIRAxEAPwCKAprGFBB6xpsa+ngw9Wd9bVrrI2x58jqIiD//2Q==',
  'base64',
);
const progressive = Buffer.from(
  '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wgARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAAGA/8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQABBQI//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPwF//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPwF//8QAFxABAAMAAAAAAAAAAAAAAAAAACGh0f/aAAgBAQAGPwKKa//EABsQAAEEAwAAAAAAAAAAAAAAAAEAESFBYYGh/9oACAEBAAE/IRFNHRy0Gz8X/9oADAMBAAIAAwAAABDz/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPxB//8QAFREBAQAAAAAAAAAAAAAAAAAAAAH/2gAIAQIBAT8Qj//EABoQAQEAAwEBAAAAAAAAAAAAAAERACExYXH/2gAIAQEAAT8QAoAjyqfXTk17UlG/HM//2Q==',
  'base64',
);
const lossy = Buffer.from(
  'UklGRloAAABXRUJQVlA4IE4AAAAQAgCdASoQAAgAB0CWJQAB8VG2uHV7Ox1YAPqalLF3qva2LOhit3guR5hXcE7MQrYrnUEOa6vbm8szrq7pVdbVUAjeePinM0IhUJKuAAA=',
  'base64',
);
const lossless = Buffer.from(
  'UklGRiwAAABXRUJQVlA4TB8AAAAvB8AAAM1lRP8Dato2YM4iKP+3QCeEyZ+DmABMvLgBAA==',
  'base64',
);

const small = picture(7);

export function chunk(name: string, data: Uint8Array, sum?: number): Buffer {
  const body = Buffer.concat([latin(name), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(sum ?? crc32(body), body.length + 4);
  return framed;
}

/** The small PNG with chunks before its picture. */
export function pngWith(...chunks: Uint8Array[]): Uint8Array {
  return Buffer.concat([small.subarray(0, 33), ...chunks, small.subarray(33)]);
}

/** A PNG of chunks. */
const pngOf = (...chunks: Uint8Array[]): Uint8Array =>
  Buffer.concat([small.subarray(0, 8), ...chunks]);
const header = chunk('IHDR', small.subarray(16, 29));
const end = chunk('IEND', Buffer.alloc(0));
const rows = (count: number): Buffer => Buffer.alloc(count * 25, 0);

/** A TIFF block of entries [tag, type, count, value]; behind it what the values point to. */
export function tiff(
  entries: readonly (readonly [number, number, number, number])[],
  behind: Uint8Array = Buffer.alloc(0),
): Buffer {
  const block = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  block.write('MM', 0, 'latin1');
  block.writeUInt16BE(42, 2);
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    block.writeUInt16BE(tag, at);
    block.writeUInt16BE(type, at + 2);
    block.writeUInt32BE(count, at + 4);
    if (type === 3) block.writeUInt16BE(value, at + 8);
    else block.writeUInt32BE(value, at + 8);
  });
  return Buffer.concat([block, behind]);
}

const LATITUDE = tiff([[1, 2, 2, 0x4e000000]]).subarray(8);
/** One directory with a GPS directory behind it. */
export const gps = tiff([[0x8825, 4, 1, 26]], LATITUDE);
const sideways = tiff([[0x0112, 3, 1, 6]]);
const segment = (marker: number, data: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
export const exif = (block: Uint8Array): Buffer =>
  segment(0xe1, Buffer.concat([latin('Exif\0\0'), block]));
const xmp = (text: string): Buffer => segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${text}`));
/** The photo with segments behind its first marker. */
export const photoWith = (...segments: Uint8Array[]): Uint8Array =>
  Buffer.concat([photo.subarray(0, 2), ...segments, photo.subarray(2)]);
const XMP_PLACE =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="38,17N"/></x:xmpmeta>';
/** An IPTC block that names a city (2:90). */
const iptc = segment(
  0xed,
  Buffer.concat([
    latin('Photoshop 3.0\u00008BIM'),
    Buffer.from([4, 4, 0, 0, 0, 0, 0, 9]),
    Buffer.from([0x1c, 2, 90, 0, 4]),
    latin('City\0'),
  ]),
);
/** Says that there are two pictures in the file. */
const several = segment(0xe2, Buffer.concat([latin('MPF\0'), tiff([[0xb001, 4, 1, 2]])]));

export function riff(...chunks: (readonly [string, Uint8Array])[]): Buffer {
  const body = Buffer.concat(
    chunks.map(([name, data]) => {
      const head = Buffer.alloc(8);
      head.write(name, 0, 'latin1');
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    }),
  );
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}
const image = lossy.subarray(20, 20 + lossy.readUInt32LE(16));
/** The head of the extended form: flags, size of the canvas less one. */
const extended = (flags: number): Buffer => Buffer.from([flags, 0, 0, 0, 15, 0, 0, 7, 0, 0]);
const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
const zText = (text: string): Buffer =>
  Buffer.concat([latin('Raw profile type xmp\0\0'), deflateSync(text)]);

/** A resource of Photoshop, in its segment. */
const resource = (number: number, data: Uint8Array, name = '\0\0'): Buffer => {
  const head = Buffer.concat([latin('8BIM'), Buffer.alloc(2), latin(name), Buffer.alloc(4)]);
  head.writeUInt16BE(number, 4);
  head.writeUInt32BE(data.length, head.length - 4);
  return segment(0xed, Buffer.concat([latin('Photoshop 3.0\0'), head, data]));
};
const xmpPlace =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="38,17N"/></x:xmpmeta>';
const xmpSegment = (text: Uint8Array): Buffer =>
  segment(0xe1, Buffer.concat([latin('http://ns.adobe.com/xap/1.0/\0'), text]));
/** A profile as ImageMagick writes it into a note. */
const profile = (kind: string, bytes: Uint8Array): string =>
  `\n${kind}\n      ${String(bytes.length)}\n${Buffer.from(bytes)
    .toString('hex')
    .replaceAll(/(.{72})/gu, '$1\n')}\n`;

export const pictures: CraftedSet = {
  'JPEG：Photoshop 资源里的 EXIF 有拍摄地点': jpg('telling', () => photoWith(resource(1058, gps))),
  'JPEG：Photoshop 资源里的 XMP 有拍摄地点，资源带名字': jpg('telling', () =>
    photoWith(resource(1060, latin(xmpPlace), '\x03abc')),
  ),
  'JPEG：UTF-16 的 XMP 里的拍摄地点': jpg('telling', () =>
    photoWith(xmpSegment(Buffer.from(`\ufeff${xmpPlace}`, 'utf16le'))),
  ),
  'JPEG：C2PA 里的拍摄地点': jpg('telling', () =>
    photoWith(segment(0xeb, latin('JP\0\0\0\0\0\0jumb stds.exif {"exif:GPSLatitude":"38,17N"}'))),
  ),
  'PNG：ImageMagick 写成数字的 EXIF 里的拍摄地点': png('telling', () =>
    pngWith(
      chunk('tEXt', latin(`Raw profile type exif\0${profile('exif', exif(gps).subarray(4))}`)),
    ),
  ),
  'PNG：ImageMagick 压缩的 IPTC 里的城市': png('telling', () =>
    pngWith(
      chunk(
        'zTXt',
        Buffer.concat([
          latin('Raw profile type iptc\0\0'),
          deflateSync(profile('iptc', latin('\x1c\x02\x5a\0\x04city'))),
        ]),
      ),
    ),
  ),
  'PNG：ImageMagick 写成数字的 XMP 里的拍摄地点': png('telling', () =>
    pngWith(
      chunk(
        'tEXt',
        latin(
          `Raw profile type APP1\0${profile('app1', latin(`http://ns.adobe.com/xap/1.0/\0${xmpPlace}`))}`,
        ),
      ),
    ),
  ),
  'PNG：C2PA 里的拍摄地点': png('telling', () =>
    pngWith(chunk('caBX', latin('jumb stds.exif {"exif:GPSLatitude":"38,17N"}'))),
  ),
  'PNG：说明里有几百万个空格': png('innocent', () =>
    pngWith(
      chunk(
        'zTXt',
        Buffer.concat([
          latin('Raw profile type exif\0\0'),
          deflateSync(Buffer.alloc(4 * 1024 * 1024 - 100, ' ')),
        ]),
      ),
    ),
  ),
  'PNG：ImageMagick 写的颜色描述': png('innocent', () =>
    pngWith(chunk('tEXt', latin(`Raw profile type icc\0${profile('icc', gps)}`))),
  ),
  'PNG：末尾接着压缩包': png('hostile', () => Buffer.concat([small, zip])),
  'PNG：末尾接着另一张图': png('hostile', () => Buffer.concat([small, picture(9)])),
  'PNG：没有图像数据': png('hostile', () => pngOf(header, end)),
  'PNG：图像数据不够': png('hostile', () =>
    pngOf(header, chunk('IDAT', deflateSync(rows(3))), end),
  ),
  'PNG：图像数据后面还藏着数据': png('hostile', () =>
    pngOf(header, chunk('IDAT', Buffer.concat([deflateSync(rows(8)), zip])), end),
  ),
  'PNG：图像数据解出来多出几倍': png('hostile', () =>
    pngOf(header, chunk('IDAT', deflateSync(rows(800))), end),
  ),
  'PNG：校验和不对': png('hostile', () =>
    pngOf(header, chunk('IDAT', deflateSync(rows(8)), 1), end),
  ),
  'PNG：不认识的数据块里藏着网页': png('hostile', () =>
    pngWith(chunk('prVt', latin('<script>alert(1)</script>'))),
  ),
  'PNG：动图，第二帧另有内容': png('hostile', () =>
    pngOf(
      header,
      chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
      chunk('IDAT', deflateSync(rows(8))),
      chunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, 1]), deflateSync(rows(8))])),
      end,
    ),
  ),
  'PNG：两个开头': png('hostile', () =>
    pngOf(header, header, chunk('IDAT', deflateSync(rows(8))), end),
  ),
  'PNG：十亿像素': png('hostile', () => {
    const size = Buffer.from(small.subarray(16, 29));
    size.writeUInt32BE(0x7fffffff, 0);
    size.writeUInt32BE(0x7fffffff, 4);
    return pngOf(chunk('IHDR', size), chunk('IDAT', deflateSync(rows(8))), end);
  }),
  'PNG：eXIf 里的拍摄地点': png('telling', () => pngWith(chunk('eXIf', gps))),
  'PNG：iTXt 里的 XMP 拍摄地点': png('telling', () =>
    pngWith(chunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${XMP_PLACE}`))),
  ),
  'PNG：压缩的 zTXt 里的拍摄地点': png('telling', () => pngWith(chunk('zTXt', zText(XMP_PLACE)))),
  'PNG：压缩的 iTXt 里的拍摄地点': png('telling', () =>
    pngWith(
      chunk(
        'iTXt',
        Buffer.concat([latin('XML:com.adobe.xmp\0\u0001\0\0\0'), deflateSync(XMP_PLACE)]),
      ),
    ),
  ),
  'PNG：tEXt 里的作者': png('telling', () => pngWith(chunk('tEXt', latin('Author\0Zhang San')))),
  'PNG：手机截图的常见数据块': png('innocent', () =>
    pngWith(
      chunk('sRGB', Buffer.from([0])),
      chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
      chunk('sBIT', Buffer.from([8, 8, 8])),
      chunk('pHYs', Buffer.from([0, 0, 0x0e, 0xc3, 0, 0, 0x0e, 0xc3, 1])),
    ),
  ),
  'PNG：图像数据分成许多块': png('innocent', () => {
    const packed = deflateSync(rows(8));
    return pngOf(
      header,
      ...Array.from(packed, (_, at) => chunk('IDAT', packed.subarray(at, at + 1))),
      chunk('IDAT', Buffer.alloc(0)),
      end,
    );
  }),
  'PNG：隔行扫描的灰度图': png('innocent', () =>
    pngOf(
      chunk('IHDR', Buffer.from([0, 0, 0, 3, 0, 0, 0, 5, 1, 0, 0, 0, 1])),
      chunk('IDAT', deflateSync(Buffer.alloc(20))),
      end,
    ),
  ),
  'PNG：调色板、透明、颜色描述': png('innocent', () =>
    pngOf(
      chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 4, 3, 0, 0, 0])),
      chunk('iCCP', Buffer.concat([latin('icc\0\0'), deflateSync('profile')])),
      chunk('PLTE', Buffer.from([0, 0, 0, 255, 255, 255])),
      chunk('tRNS', Buffer.from([0])),
      chunk('IDAT', deflateSync(Buffer.alloc(4))),
      end,
    ),
  ),

  'JPEG：末尾接着压缩包': jpg('hostile', () => Buffer.concat([photo, zip])),
  'JPEG：末尾接着裁剪前的原图': jpg('hostile', () => Buffer.concat([photo, progressive])),
  'JPEG：只有缩略图是全的': jpg('hostile', () =>
    Buffer.concat([
      photo.subarray(0, 2),
      exif(Buffer.concat([tiff([[0x0201, 4, 1, 26]]), photo])),
      photo.subarray(2, 100),
    ]),
  ),
  'JPEG：没传完，注释里有结束标记': jpg('hostile', () =>
    Buffer.concat([
      photo.subarray(0, 2),
      segment(0xfe, Buffer.from([0xff, 0xd9])),
      photo.subarray(2, photo.length - 30),
    ]),
  ),
  'JPEG：没有图像': jpg('hostile', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9])),
  'JPEG：有开头没有扫描数据': jpg('hostile', () =>
    Buffer.concat([
      photo.subarray(0, photo.indexOf(Buffer.from([0xff, 0xda]))),
      Buffer.from([0xff, 0xd9]),
    ]),
  ),
  'JPEG：MPF 带第二张图': jpg('hostile', () => Buffer.concat([photoWith(several), photo])),
  'JPEG：夹在段与段之间的网页': jpg('hostile', () => photoWith(latin('<script>alert(1)</script>'))),
  'JPEG：EXIF 里的拍摄地点': jpg('telling', () => photoWith(exif(gps))),
  'JPEG：第二个目录里的拍摄地点': jpg('telling', () => {
    const first = tiff([[0x0112, 3, 1, 1]]);
    first.writeUInt32BE(first.length, first.length - 4);
    return photoWith(exif(Buffer.concat([first, gps.subarray(8)])));
  }),
  'JPEG：XMP 里的拍摄地点': jpg('telling', () => photoWith(xmp(XMP_PLACE))),
  'JPEG：扩展 XMP 里的拍摄地点': jpg('telling', () =>
    photoWith(
      segment(
        0xe1,
        latin(`http://ns.adobe.com/xmp/extension/\0${'0'.repeat(32)}\0\0\0\0\0\0\0\0${XMP_PLACE}`),
      ),
    ),
  ),
  'JPEG：IPTC 里的城市': jpg('telling', () => photoWith(iptc)),
  'JPEG：扫描以后的段里有拍摄地点': jpg('telling', () =>
    Buffer.concat([
      progressive.subarray(0, progressive.lastIndexOf(Buffer.from([0xff, 0xc4]))),
      exif(gps),
      progressive.subarray(progressive.lastIndexOf(Buffer.from([0xff, 0xc4]))),
    ]),
  ),
  'JPEG：渐进式': jpg('innocent', () => progressive),
  'JPEG：JFIF 和方向': jpg('innocent', () =>
    photoWith(segment(0xe0, latin('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')), exif(sideways)),
  ),
  'JPEG：颜色描述和 Adobe 段': jpg('innocent', () =>
    photoWith(
      segment(0xe2, Buffer.concat([latin('ICC_PROFILE\0\u0001\u0001'), Buffer.alloc(16)])),
      segment(0xee, Buffer.concat([latin('Adobe'), Buffer.from([0, 100, 0, 0, 0, 0, 1])])),
    ),
  ),
  'JPEG：标记前有填充字节': jpg('innocent', () => photoWith(Buffer.from([0xff, 0xff, 0xff]))),
  'JPEG：带注释': jpg('innocent', () => photoWith(segment(0xfe, latin('CREATOR: gd-jpeg v1.0')))),

  'WebP：没有图像数据': webp('hostile', () => riff(['VP8X', extended(0)])),
  'WebP：图像数据是空的': webp('hostile', () => riff(['VP8 ', Buffer.alloc(0)])),
  'WebP：末尾接着别的内容': webp('hostile', () => Buffer.concat([lossy, zip])),
  'WebP：没传完': webp('hostile', () => lossy.subarray(0, 60)),
  'WebP：块比文件长': webp('hostile', () => {
    const bytes = Buffer.from(lossy);
    bytes.writeUInt32LE(5000, 16);
    return bytes;
  }),
  'WebP：动图，第二帧另有内容': webp('hostile', () =>
    riff(
      ['VP8X', extended(2)],
      ['ANIM', Buffer.alloc(6)],
      ['ANMF', Buffer.concat([Buffer.alloc(16), lossy.subarray(12)])],
      ['ANMF', Buffer.concat([Buffer.alloc(16), lossy.subarray(12)])],
    ),
  ),
  'WebP：不认识的块里藏着网页': webp('hostile', () =>
    riff(['VP8 ', image], ['JUNK', latin('<script>alert(1)</script>')]),
  ),
  'WebP：EXIF 里的拍摄地点': webp('telling', () =>
    riff(['VP8X', extended(8)], ['VP8 ', image], ['EXIF', gps]),
  ),
  'WebP：XMP 里的拍摄地点': webp('telling', () =>
    riff(['VP8X', extended(4)], ['VP8 ', image], ['XMP ', latin(XMP_PLACE)]),
  ),
  'WebP：有损': webp('innocent', () => lossy),
  'WebP：无损': webp('innocent', () => lossless),
  'WebP：扩展格式带颜色描述': webp('innocent', () =>
    riff(['VP8X', extended(0x20)], ['ICCP', latin('profile!')], ['VP8 ', image]),
  ),
};
