/** EXIF 的目录: both orders of bytes, directories behind directories, and blocks that lie. */
import { expect, test } from 'vitest';
import { exifEntries } from '../../../src/paper/image/tiff.ts';
import { tiff } from '../../crafted/pictures.ts';

/** Directories one after the other from byte 8: entries of tag, type, count and value, then where the next lies. */
function little(
  ...directories: { entries: (readonly [number, number, number, number])[]; next?: number }[]
) {
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const parts = directories.map(({ entries, next = 0 }) => {
    const part = Buffer.alloc(2 + entries.length * 12 + 4);
    part.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, count, value], index) => {
      const at = 2 + index * 12;
      part.writeUInt16LE(tag, at);
      part.writeUInt16LE(type, at + 2);
      part.writeUInt32LE(count, at + 4);
      if (type === 3) part.writeUInt16LE(value, at + 8);
      else part.writeUInt32LE(value, at + 8);
    });
    part.writeUInt32LE(next, part.length - 4);
    return part;
  });
  return Buffer.concat([head, ...parts]);
}

test('两种字节次序，短数和长数', () => {
  const entries = [
    [0x0112, 3, 1, 6],
    [0x0100, 4, 1, 70_000],
  ] as const;
  const read = [
    { tag: 0x0112, value: 6, text: '' },
    { tag: 0x0100, value: 70_000, text: '' },
  ];
  expect(exifEntries(little({ entries: [...entries] }))).toEqual(read);
  expect(exifEntries(tiff(entries))).toEqual(read);
});

test('四个字节以内的文字写在原处，更长的写在别处；微软自己的是 UTF-16', () => {
  const short = Buffer.from('GPS\0').readUInt32LE(0);
  const block = little({
    entries: [
      [0x010f, 2, 4, short],
      [0x0110, 2, 6, 50],
      [0x9c9d, 1, 6, 56],
    ],
  });
  const whole = Buffer.concat([block, Buffer.from('HUAWEI'), Buffer.from('张三\0', 'utf16le')]);
  expect(exifEntries(whole).map(({ text }) => text)).toEqual(['GPS', 'HUAWEI', '张三']);
});

test('数不当文字读', () => {
  expect(exifEntries(little({ entries: [[0x0110, 4, 1, 0x41414141]] }))[0]?.text).toBe('');
});

test('接着的目录、拍摄和位置的目录都读', () => {
  // Each directory of one entry is 18 bytes: they lie at 8, 26, 44.
  const block = little(
    { entries: [[0x8825, 4, 1, 26]], next: 44 },
    { entries: [[0x0001, 2, 2, 0x4e]] },
    { entries: [[0x0131, 4, 1, 5]] },
  );
  expect(exifEntries(block).map(({ tag }) => tag)).toEqual([0x8825, 0x0131, 0x0001]);
});

test('绕回自己的、指到外面的目录读得完', () => {
  expect(exifEntries(little({ entries: [[0x8769, 4, 1, 8]], next: 8 }))).toHaveLength(1);
  expect(exifEntries(little({ entries: [[0x8769, 4, 1, 9999]], next: 4000 }))).toHaveLength(1);
});

test('说有一万条、其实没有的，读到头为止；总数有上限', () => {
  const cut = little({ entries: [[0x0112, 3, 1, 6]] });
  cut.writeUInt16LE(10_000, 8);
  expect(exifEntries(cut)).toHaveLength(1);
  const many = Array.from({ length: 2100 }, (_, tag) => [tag, 3, 1, 1] as const);
  expect(exifEntries(little({ entries: many }))).toHaveLength(2000);
});

test('不是 TIFF 的、太短的什么也没有', () => {
  const block = little({ entries: [[0x0112, 3, 1, 6]] });
  expect(exifEntries(block.subarray(0, 7))).toEqual([]);
  block.write('XX', 0, 'latin1');
  expect(exifEntries(block)).toEqual([]);
});
