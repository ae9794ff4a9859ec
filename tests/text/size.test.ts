import { expect, test } from 'vitest';
import { sizeInWords } from '../../src/text/size.ts';

test.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [1024, '1 KB'],
  [1025, '2 KB'],
  [512 * 1024, '512 KB'],
  [999 * 1024, '999 KB'],
  [999 * 1024 + 1, '1000 KB'],
  [1000 * 1024, '1.0 MB'],
  [10 * 1024 * 1024, '10.0 MB'],
])('%i 字节写成%s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
