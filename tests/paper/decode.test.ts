/** Encodings of Chinese offices. */
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/paper/decode.ts';

test.each([
  ['utf-8', iconv.encode('整改𠮷', 'utf8')],
  ['utf-8', iconv.encode('整改𠮷', 'utf8', { addBOM: true })],
  ['gb18030', iconv.encode('整改𠮷', 'gb18030')],
  ['utf-16le', iconv.encode('整改𠮷', 'utf16le', { addBOM: true })],
  ['utf-16be', iconv.encode('整改𠮷', 'utf16-be', { addBOM: true })],
])('%s', (encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: '整改𠮷', encoding });
});

test('哪种都不是的不猜', () => {
  expect(() => decodeText(Uint8Array.of(0x81, 0x20, 0xff))).toThrow();
});
