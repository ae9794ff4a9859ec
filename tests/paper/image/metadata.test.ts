import { expect, test } from 'vitest';
import { readImage } from '../../../src/paper/image/image.ts';
import { withoutMetadata, saidBy } from '../../../src/paper/image/metadata.ts';
import { exifEntries } from '../../../src/paper/image/tiff.ts';
import { exif, photoWith, pictures, pngWith, chunk, riff, tiff } from '../../crafted/pictures.ts';

const telling = Object.entries(pictures).filter(([, { intent }]) => intent === 'telling');

function partsOf(bytes: Uint8Array) {
  const walk = readImage(bytes)?.walk;
  return walk !== undefined && 'parts' in walk ? walk : undefined;
}

/** All that a viewer needs, without the frames that lengths and flags stand in. */
function shownBy(bytes: Uint8Array): string[] {
  return (partsOf(bytes)?.parts ?? [])
    .filter(
      ({ role, bytes: part }) =>
        role === 'picture' && !/^RIFF|^VP8X/u.test(part.toString('latin1')),
    )
    .map((part) => part.bytes.toString('hex'));
}

test.each(telling)('清理以后什么都不说，画面一个字节不变：%s', (_, { bytes }) => {
  const before = bytes();
  const after = withoutMetadata(before) ?? new Uint8Array();
  expect(saidBy(partsOf(after)?.parts ?? [])).toEqual({
    position: false,
    person: false,
    texts: [],
  });
  expect(shownBy(after)).toEqual(shownBy(before));
  expect(shownBy(after)).not.toEqual([]);
  expect(withoutMetadata(after)).toBeUndefined();
});

const both = tiff([
  [0x0112, 3, 1, 6],
  [0x8825, 4, 1, 38],
]);
const turned: [string, Uint8Array][] = [
  ['JPEG', photoWith(exif(both))],
  ['PNG', pngWith(chunk('eXIf', both))],
  [
    'WebP',
    riff(['VP8X', Buffer.from([8, 0, 0, 0, 15, 0, 0, 7, 0, 0])], ...lossyImage(), ['EXIF', both]),
  ],
];
test.each(turned)('%s 清理以后方向还在', (_, bytes) => {
  const after = withoutMetadata(bytes) ?? new Uint8Array();
  const noted = (partsOf(after)?.parts ?? []).filter(({ role }) => role === 'exif');
  const block = noted[0]?.data ?? Buffer.alloc(0);
  const at = block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
  expect(exifEntries(block.subarray(at))).toEqual([{ tag: 0x0112, value: 6, text: '' }]);
  expect(withoutMetadata(after)).toBeUndefined();
});

function lossyImage(): [string, Uint8Array][] {
  const whole = Buffer.from(pictures['WebP：有损']?.bytes() ?? []);
  return [['VP8 ', whole.subarray(20, 20 + whole.readUInt32LE(16))]];
}

test('照片后面夹带的第二张图一并去掉', () => {
  const bytes = pictures['JPEG：MPF 带第二张图']?.bytes() ?? new Uint8Array();
  const after = withoutMetadata(bytes) ?? new Uint8Array();
  expect(partsOf(bytes)?.behind).toBeGreaterThan(0);
  expect(partsOf(after)?.behind).toBe(0);
});

test('没有什么可去的，原样；不是图片的，不动', () => {
  expect(withoutMetadata(pictures['WebP：无损']?.bytes() ?? new Uint8Array())).toBeUndefined();
  expect(withoutMetadata(Buffer.from('%PDF-1.7'))).toBeUndefined();
});
