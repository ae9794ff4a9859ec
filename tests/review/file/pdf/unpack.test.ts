/** 解开 PDF 的流: deflate with PNG's row filters, and nothing else. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Unpacker, Unreadable } from '../../../../src/review/file/pdf/unpack.ts';
import { type PdfDict, ValueReader } from '../../../../src/review/file/pdf/value.ts';

function dict(text: string): PdfDict {
  const value = new ValueReader(Buffer.from(`<<${text}>>`), { left: 1000 }).value();
  if (value?.kind !== 'dict') throw new Error(text);
  return value;
}
const unpack = (entries: string, bytes: readonly number[]) => [
  ...new Unpacker().stream(dict(entries), deflateSync(Buffer.from(bytes))),
];
const FLATE = '/Filter /FlateDecode';

test('没有压缩的照给；压缩的解开，记下解开了多少', () => {
  const plain = Buffer.from('abc');
  const unpacker = new Unpacker();
  expect(unpacker.stream(dict(''), plain)).toBe(plain);
  expect(unpacker.stream(dict('/Filter []'), plain)).toBe(plain);
  expect(unpacker.unfolded).toBe(0);
  expect([...unpacker.stream(dict('/Filter [/Fl]'), deflateSync(Buffer.from([1, 2])))]).toEqual([
    1, 2,
  ]);
  unpacker.stream(dict(FLATE), deflateSync(Buffer.alloc(10)));
  expect(unpacker.unfolded).toBe(12);
});

test.each([
  ['左边', 1, [1, 1, 1, 5, 1, 1], [1, 2, 3, 5, 6, 7]],
  ['上面', 2, [1, 2, 3, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
  ['左上平均', 3, [2, 2, 2, 2, 2, 2], [2, 3, 3, 3, 5, 6]],
  ['Paeth', 4, [1, 2, 3, 1, 1, 1], [1, 3, 6, 2, 4, 7]],
])('每行的预测：%s', (_, filter, raw, out) => {
  const rows = [filter, ...raw.slice(0, 3), filter, ...raw.slice(3)];
  expect(unpack(`${FLATE} /DecodeParms << /Predictor 15 /Columns 3 >>`, rows)).toEqual(out);
});

test('没有预测、空的参数，照原样；一个点几个字节，隔一个点看左边', () => {
  expect(unpack(`${FLATE} /DecodeParms null`, [1, 2])).toEqual([1, 2]);
  expect(unpack(`${FLATE} /DP << /Predictor 1 >>`, [1, 2])).toEqual([1, 2]);
  const two = `${FLATE} /DecodeParms [<< /Predictor 11 /Columns 2 /Colors 2 >>]`;
  expect(unpack(two, [1, 10, 20, 1, 1])).toEqual([10, 20, 11, 21]);
});

test.each([
  ['/Filter /LZWDecode', [1]],
  ['/Filter [/FlateDecode /FlateDecode]', [1]],
  [`${FLATE} /DecodeParms 5`, [1]],
  [`${FLATE} /DecodeParms << /Predictor 2 >>`, [1]],
  [`${FLATE} /DecodeParms << /Predictor 16 /Columns 1 >>`, [0, 1]],
  [`${FLATE} /DecodeParms << /Predictor 12 /Columns 999999 >>`, [0, 1]],
  [`${FLATE} /DecodeParms << /Predictor 12 /Columns 1.5 >>`, [0, 1]],
])('不认识的不读：%s', (entries, bytes) => {
  expect(() => unpack(entries, bytes)).toThrow(Unreadable);
});

test('坏的流、解开来太大的流，不读', () => {
  expect(() => new Unpacker().stream(dict(FLATE), Buffer.from('不是压缩'))).toThrow(Unreadable);
  const unpacker = new Unpacker();
  unpacker.unfolded = 64 * 1024 * 1024 - 10;
  expect(() => unpacker.stream(dict(FLATE), deflateSync(Buffer.alloc(100)))).toThrow(Unreadable);
});
