import { expect, test } from 'vitest';
import { decodeUtf8, SAVE_AS_UTF8 } from '../../../src/ledger/yaml/encoding.ts';

const text = '台账：甲街道';
const utf8 = new TextEncoder().encode(text);
/** 整改 in GB18030. */
const GBK = Uint8Array.of(0xd5, 0xfb, 0xb8, 0xc4);

test('UTF-8 照读，一个字节不多', () => {
  expect(decodeUtf8(utf8)).toEqual({ text });
  expect(decodeUtf8(new Uint8Array())).toEqual({ text: '' });
});

test.each([
  ['BOM', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), '文件带有 BOM 标记'],
  ['UTF-16 LE', Uint8Array.of(0xff, 0xfe, 0x41, 0), '文件是 UTF-16 编码（记事本的“Unicode”）'],
  ['UTF-16 BE', Uint8Array.of(0xfe, 0xff, 0, 0x41), '文件是 UTF-16 编码（记事本的“Unicode”）'],
  ['GBK', GBK, '文件是 GBK 编码（记事本的“ANSI”）'],
  ['别的字节', Uint8Array.of(0x41, 0xff, 0x41), '文件不是 UTF-8 文本'],
])('%s 说出是什么，怎样另存', (_, bytes, problem) => {
  expect(decodeUtf8(bytes)).toEqual({ problem, remedy: SAVE_AS_UTF8 });
});

test('有零字节的不是文本', () => {
  expect(decodeUtf8(Uint8Array.of(0x41, 0, 0x42, 0))).toMatchObject({
    problem: '文件不是文本，或是没有标记的 UTF-16 编码',
  });
});
