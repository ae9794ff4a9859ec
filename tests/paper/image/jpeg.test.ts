/** JPEG: segments, one picture, nothing between and nothing behind. */
import { expect, test } from 'vitest';
import { jpegParts } from '../../../src/paper/image/jpeg.ts';

const segment = (marker: number, data: Buffer | string) => {
  const bytes = Buffer.from(data as string, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, bytes]);
};
const START = Buffer.from([0xff, 0xd8]);
const STOP = Buffer.from([0xff, 0xd9]);
const frame = segment(0xc0, 'frame');
const scan = Buffer.concat([segment(0xda, 'head'), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4])]);
const read = (...parts: readonly Buffer[]) => jpegParts(Buffer.concat([START, ...parts]));
const roles = (...parts: readonly Buffer[]) => {
  const walk = read(...parts);
  return 'parts' in walk ? walk.parts.map(({ role }) => role).join(' ') : undefined;
};

test('一张图：框架、扫描，结尾以后没有东西', () => {
  expect(roles(frame, scan, STOP)).toBe('picture picture picture picture');
  expect(read(frame, scan, STOP)).toMatchObject({ behind: 0, unfolded: 0 });
  expect(read(frame, scan, STOP, Buffer.from('PK'))).toMatchObject({ behind: 2 });
  expect(read(frame, scan, STOP, Buffer.alloc(9))).toMatchObject({ behind: 0 });
});

test('几次扫描，段前多几个 FF，照读', () => {
  expect(roles(Buffer.from([0xff, 0xff]), frame, scan, segment(0xc4, 'table'), scan, STOP)).toBe(
    'picture picture picture picture picture picture',
  );
});

test.each([
  [0xe0, 'JFIF\0', 'picture'],
  [0xe0, 'other', 'other'],
  [0xe1, 'Exif\0\0', 'exif'],
  [0xe1, 'http://ns.adobe.com/xap', 'xmp'],
  [0xe2, 'ICC_PROFILE\0', 'picture'],
  [0xe2, 'MPF', 'other'],
  [0xed, 'Photoshop', 'iptc'],
  [0xee, 'Adobe', 'picture'],
  [0xee, 'x', 'other'],
  [0xfe, 'words', 'text'],
  [0xdb, 'table', 'picture'],
])('标记 %i（%s）是 %s', (marker, data, role) => {
  const walk = read(segment(marker, data), frame, scan, STOP);
  expect('parts' in walk && walk.parts[1]).toMatchObject({
    role,
    data: Buffer.from(data, 'latin1'),
  });
});

test.each([
  ['没有传完', [frame, scan]],
  ['没有框架', [scan, STOP]],
  ['没有扫描', [frame, STOP]],
  ['只有开头', []],
  ['两张图', [frame, frame, scan, STOP]],
  ['段与段之间有别的', [Buffer.from('xx'), frame, scan, STOP]],
  ['不认识的标记', [segment(0x01, ''), frame, scan, STOP]],
  ['段的长度写过头', [Buffer.from([0xff, 0xdb, 0xff, 0xff]), frame, scan, STOP]],
  ['段的长度不够两字节', [Buffer.from([0xff, 0xdb, 0, 1]), frame, scan, STOP]],
])('不收：%s', (_, parts) => {
  expect('parts' in read(...parts)).toBe(false);
});
