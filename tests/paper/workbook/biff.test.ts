/** 旧工作簿的记录: counted, looked through and renamed before anybody else opens them. */
import { expect, test } from 'vitest';
import { limits, Refused } from '../../../src/paper/limits.ts';
import { lookThrough } from '../../../src/paper/workbook/biff.ts';

/** A record: type, length, data. */
function record(type: number, data: Uint8Array | number[] = []): Buffer {
  const bytes = Buffer.from(data);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
const look = (...records: Buffer[]) => lookThrough(Buffer.concat(records));
const problemOf = (...records: Buffer[]): string => {
  try {
    look(...records);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return '';
};
const pair = (value: number) => [value & 0xff, value >> 8];

test('字体里有一个划掉的，就说有', () => {
  expect(look(record(0x0031, [0, 0, 0, 0]), record(0x0031, [0, 0, 8, 0])).hasStruck).toBe(true);
  expect(look(record(0x0031, [0, 0, 8, 0]), record(0x0031, [0, 0, 0, 0])).hasStruck).toBe(true);
  expect(look(record(0x0031, [8, 0, 0xf7, 0]), record(0x0085, [0, 0, 8, 0])).hasStruck).toBe(false);
});

test('图和文本框算图画，批注的框不算', () => {
  const object = (type: number) => record(0x005d, [0x15, 0, 0x12, 0, ...pair(type)]);
  expect(look(object(0x19)).hasDrawing).toBe(false);
  expect(look(object(0x19), object(0x08)).hasDrawing).toBe(true);
  expect(look(record(0x005d, [0, 0])).hasDrawing).toBe(false);
});

test.each([
  [57, 17],
  [58, 16],
  [31, 14],
  [34, 20],
  [27, 17],
  [26, 26],
  [37, 37],
  [49, 49],
  [59, 59],
])('中文版的格式 %i 换成 %i', (id, becomes) => {
  const stream = record(0x00e0, [0, 0, ...pair(id)]);
  lookThrough(stream);
  expect(stream.readUInt16LE(6)).toBe(becomes);
});

test('格子数到上限为止：一格一条的，一条几格的', () => {
  const cell = record(0x0203);
  const most = limits.cells.most;
  expect(problemOf(Buffer.concat(Array.from({ length: most }, () => cell)))).toBe('');
  expect(problemOf(Buffer.concat(Array.from({ length: most + 1 }, () => cell)))).toContain('格');
  // A row of numbers: four bytes before, two behind, six a number.
  const row = record(0x00bd, new Uint8Array(6 + 6 * 250));
  expect(problemOf(...Array.from({ length: most / 250 }, () => row))).toBe('');
  expect(problemOf(...Array.from({ length: most / 250 }, () => row), cell)).toContain('格');
});

test('合并的和文字的上限；文字表接着的记录也算', () => {
  const merges = record(0x00e5, [0xff, 0xff]);
  expect(problemOf(merges)).toContain('合并');
  expect(problemOf(record(0x00e5, [1]))).toBe('');
  const piece = new Uint8Array(60_000);
  const pieces = Math.ceil((limits.strings.most * 40) / piece.length) + 1;
  const more = Array.from({ length: pieces }, () => record(0x003c, piece));
  expect(problemOf(record(0x00fc), ...more)).toContain('文字');
  expect(problemOf(record(0x00ec), ...more)).toBe('');
});

test('断在半路的记录不越界', () => {
  expect(look(record(0x0031, [0, 0, 8, 0]).subarray(0, 6))).toEqual({
    hasDrawing: false,
    hasStruck: false,
  });
  expect(look(Buffer.from([0x31]))).toEqual({ hasDrawing: false, hasStruck: false });
});
