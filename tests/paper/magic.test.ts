/** What a file is by its first bytes. */
import { expect, test } from 'vitest';
import { magicOf, pictureType } from '../../src/paper/magic.ts';
import { png } from './made.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ['PK\u0003\u0004', 'zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'ole'],
  ['%PDF-1.7', 'pdf'],
  ['{\\rtf1', 'rtf'],
  ['\u00ff\u00d8\u00ff\u00e0', 'jpeg'],
  ['GIF89a', 'gif'],
  ['RIFF\u0000\u0000\u0000\u0000WEBP', 'webp'],
  ['BM\u0000\u0010\u0000\u0000\u0000\u0000\u0000\u0000', 'bmp'],
  ['II*\u0000', 'tiff'],
  ['MZ\u0090\u0000\u0003', 'program'],
  ['\u0000\u0000\u0000\u0018ftypheic', 'film'],
])('%j', (head, magic) => {
  expect(magicOf(bytes(head))).toBe(magic);
});

test.each(['BM科技有限公司', 'MZ街道办事处\n序号', '', 'PK 赛', 'RIFF 波形'])(
  '文字不会被当成程序或图片：%s',
  (text) => {
    expect(magicOf(new TextEncoder().encode(text))).toBeUndefined();
  },
);

test('图片的类型', () => {
  expect(pictureType(png)).toBe('png');
  expect(pictureType(bytes('%PDF-1.7'))).toBeUndefined();
});
