import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textsInside } from './inside.ts';

/** Long enough that packing hides it. */
const secret = Buffer.from('前文 leak00001z 后文'.repeat(20));
const found = (bytes: Uint8Array, name = 'x') =>
  [...textsInside(bytes, name)].filter(({ text }) => text.includes('leak00001z'));

test.each([
  ['明文', secret, 'x', 'x'],
  ['gzip（检索库的 .pf_ 文件）', gzipSync(secret), 'a.pf_fragment', 'a.pf_fragment → gzip'],
  ['brotli', brotliCompressSync(secret), 'a.br', 'a.br → brotli'],
  ['Office 文件', zipSync({ 'word/document.xml': secret }), 'a.docx', 'a.docx → word/document.xml'],
  [
    '文件里的文件',
    zipSync({ 'a.gz': new Uint8Array(gzipSync(secret)) }),
    'a.zip',
    'a.zip → a.gz → gzip',
  ],
  [
    'data: 地址',
    Buffer.from(`<img src="data:image/svg+xml;base64,${secret.toString('base64')}">`),
    'x.html',
    'x.html → data:',
  ],
  [
    'UTF-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('leak00001z', 'utf16le')]),
    'a.csv',
    'a.csv → UTF-16',
  ],
] as const)('%s里的文字找得到', (_name, bytes, name, where) => {
  expect(found(bytes, name).map((one) => one.where)).toEqual([where]);
});

test('zip 成员的文件名也找得到', () => {
  expect(found(zipSync({ 'leak00001z.png': new Uint8Array() }), 'a.zip')).toContainEqual({
    where: 'a.zip → leak00001z.png',
    text: 'leak00001z.png',
  });
});

test('没有的就没有', () => {
  expect(found(gzipSync('别的'))).toEqual([]);
});
