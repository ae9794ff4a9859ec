/** PNG: chunk by chunk, whole or not at all. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pngParts } from '../../../src/paper/image/png.ts';
import { chunk } from '../../crafted/pictures.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const header = (width: number, height: number, bits = 8, type = 2, interlaced = 0) => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([bits, type, 0, 0, interlaced], 8);
  return chunk('IHDR', data);
};
const pixels = (length: number) => chunk('IDAT', deflateSync(Buffer.alloc(length)));
const END = chunk('IEND', Buffer.alloc(0));
const read = (...chunks: readonly Uint8Array[]) => pngParts(Buffer.concat([SIGNATURE, ...chunks]));
/** The words that say what is wrong, or what the parts are. */
function said(...chunks: readonly Uint8Array[]): string {
  const walk = read(...chunks);
  return 'parts' in walk
    ? walk.parts.map(({ role }) => role).join(' ')
    : ((walk as { message?: string }).message ?? JSON.stringify(walk));
}

test('平常的图：各段是什么，解开多大，后面没有东西', () => {
  expect(read(header(2, 2), pixels(14), END)).toMatchObject({ behind: 0, unfolded: 14 });
  expect(
    said(
      header(2, 2),
      chunk('eXIf', Buffer.alloc(4)),
      pixels(14),
      chunk('tEXt', Buffer.from('a')),
      END,
    ),
  ).toBe('picture picture exif picture text picture');
});

test.each([
  [8, 2, 0, 2, 2, 14],
  [1, 0, 0, 9, 2, 6],
  [8, 6, 0, 1, 1, 5],
  [16, 4, 0, 1, 2, 10],
  [8, 0, 1, 1, 1, 2],
  [8, 0, 1, 8, 8, 79],
])(
  '%i 位、颜色种类 %i、交错 %i 的 %i×%i 点，要 %i 字节',
  (bits, type, laced, width, height, size) => {
    const at = (length: number) =>
      'parts' in read(header(width, height, bits, type, laced), pixels(length), END);
    expect([at(size - 1), at(size), at(size + 1)]).toEqual([false, true, false]);
  },
);

test('后面的字节数得出来', () => {
  expect(read(header(2, 2), pixels(14), END, Buffer.from('abc'))).toMatchObject({ behind: 3 });
});

const whole = said(header(2, 2), pixels(14), END);
test.each([
  ['没有传完', [header(2, 2), pixels(14)]],
  ['没有像素', [header(2, 2), END]],
  ['不以文件头开始', [pixels(14), END]],
  ['没有这样的颜色', [header(2, 2, 8, 5), pixels(14), END]],
  ['宽为零', [header(0, 2), pixels(2), END]],
  ['像素太少', [header(2, 2), pixels(10), END]],
  ['像素太多', [header(2, 2), pixels(20), END]],
  ['校验不对', [header(2, 2), Buffer.concat([pixels(14).subarray(0, -1), Buffer.from([0])]), END]],
  ['两个文件头', [header(2, 2), header(2, 2), pixels(14), END]],
  ['像素分了两处', [header(2, 2), pixels(14), chunk('tEXt', Buffer.from('a')), pixels(14), END]],
  ['会动的', [header(2, 2), chunk('acTL', Buffer.alloc(8)), pixels(14), END]],
  ['不认识的段', [header(2, 2), chunk('zzZz', Buffer.alloc(1)), pixels(14), END]],
  ['太大的', [header(100_000, 100_000), pixels(14), END]],
  [
    '像素后面还藏着',
    [
      header(2, 2),
      chunk('IDAT', Buffer.concat([deflateSync(Buffer.alloc(14)), Buffer.from('x')])),
      END,
    ],
  ],
])('不收：%s', (_, chunks) => {
  expect(said(...chunks)).not.toBe(whole);
  expect('parts' in read(...chunks)).toBe(false);
});

test('压缩的说明解开给人看', () => {
  const note = (name: string, head: string) =>
    read(
      header(2, 2),
      pixels(14),
      chunk(name, Buffer.concat([Buffer.from(head, 'latin1'), deflateSync('where')])),
      END,
    );
  const text = (walk: ReturnType<typeof read>) =>
    'parts' in walk ? walk.parts.find(({ role }) => role === 'text')?.data.toString('latin1') : '';
  expect(text(note('zTXt', 'k\0\0'))).toBe('k\0\0where');
  expect(text(note('iTXt', 'k\0\x01\0en\0key\0'))).toContain('where');
  expect(text(note('iTXt', 'k\0\0\0en\0key\0'))).not.toContain('where');
});
