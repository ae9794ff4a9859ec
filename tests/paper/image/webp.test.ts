/** WebP: chunks that fill the file exactly, one picture among them. */
import { expect, test } from 'vitest';
import { webpParts } from '../../../src/paper/image/webp.ts';
import { riff } from '../../crafted/pictures.ts';

/** A lossy picture: a key frame whose first partition is as long as it says. */
const lossy = (partition = 1, data = 12): Buffer => {
  const bytes = Buffer.alloc(data);
  bytes.writeUIntLE(partition << 5, 0, 3);
  bytes.write('9d012a', 3, 'hex');
  return bytes;
};
const lossless = Buffer.from([0x2f, 0, 0, 0, 0, 0]);
function read(bytes: Buffer): string {
  const walk = webpParts(bytes);
  if (!('parts' in walk)) return walk.message;
  return `${walk.parts.map(({ role }) => role).join(' ')} +${String(walk.behind)}`;
}
const HALF = read(riff());

test('一张图，和它的附件', () => {
  expect(read(riff(['VP8 ', lossy()]))).toBe('picture picture +0');
  expect(read(riff(['VP8L', lossless]))).toBe('picture picture +0');
  expect(
    read(
      riff(
        ['VP8X', Buffer.alloc(10)],
        ['VP8L', lossless],
        ['EXIF', Buffer.alloc(3)],
        ['XMP ', Buffer.alloc(2)],
      ),
    ),
  ).toBe('picture picture picture exif xmp +0');
});

test('后面还接着东西的，数出来', () => {
  expect(read(Buffer.concat([riff(['VP8L', lossless]), Buffer.alloc(5)]))).toBe(
    'picture picture +5',
  );
});

test('没有图的、断了的、每段说得比有的长的，都不完整', () => {
  const whole = riff(['VP8L', lossless]);
  expect(read(riff(['EXIF', Buffer.alloc(2)]))).toBe(HALF);
  for (let length = 12; length < whole.length; length += 1)
    expect(read(whole.subarray(0, length))).toBe(HALF);
  const long = Buffer.from(whole);
  long.writeUInt32LE(99, 16);
  expect(read(long)).toBe(HALF);
  const cut = Buffer.concat([whole, Buffer.alloc(4)]);
  cut.writeUInt32LE(whole.length - 4, 4);
  expect(read(cut)).toBe(HALF);
});

test.each([
  [
    '不是关键帧',
    () => {
      const bytes = lossy();
      bytes[0] = (bytes[0] ?? 0) | 1;
      return bytes;
    },
  ],
  ['没有起始码', () => Buffer.alloc(12)],
  ['第一块比图还长', () => lossy(9)],
  ['太短', () => lossy(0, 10)],
])('画面%s的，不完整', (_, data) => {
  expect(read(riff(['VP8 ', data()]))).toBe(HALF);
});

test('会动的、两张图、不认得的部分各有说法', () => {
  const said = [
    read(riff(['ANIM', Buffer.alloc(6)], ['VP8L', lossless])),
    read(riff(['VP8L', lossless], ['VP8L', lossless])),
    read(riff(['J\u0000NK', Buffer.alloc(2)], ['VP8L', lossless])),
  ];
  expect(new Set([...said, HALF]).size).toBe(4);
  expect(said[1]).toContain('第二张图');
  expect(said[2]).toContain('J?NK');
});

test('不对的无损图', () => {
  expect(read(riff(['VP8L', Buffer.from([0x2e, 0, 0, 0, 0, 0])]))).toBe(HALF);
  expect(read(riff(['VP8L', Buffer.from([0x2f, 0, 0, 0])]))).toBe(HALF);
});
