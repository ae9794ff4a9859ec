/** 文件开头: what a file is, whatever its name says. */
import { expect, test } from 'vitest';
import { kindByFirstBytes, strangerRefusal } from '../../../src/review/file/first-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['empty', new Uint8Array()],
  ['pdf', bytes('%PDF-1.7\n')],
  ['archive', new Uint8Array([0x50, 0x4b, 0x03, 0x04])],
  ['other', new Uint8Array([0x50, 0x4b])],
  ['other', bytes('<html>')],
  ['other', bytes(' %PDF-1.7')],
] as const)('%s', (kind, file) => {
  expect(kindByFirstBytes(file)).toBe(kind);
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', ' SVG 图形'],
  ['  <!DOCTYPE html><title>登录</title>', '网页'],
  ['<!-- x --><html>', '网页'],
  ['<?xml version="1.0"?><a/>', '网页或 XML'],
  ['#!/bin/sh\n', '脚本'],
  ['MZ\u0000', '程序'],
  ['GIF89a', ' GIF 动图'],
  ['Rar!\u001a\u0007', '压缩包'],
  ['甲乙丙', '不认识的格式'],
])('%s 说得出是什么，给一个办法', (text, name) => {
  const { message, remedy } = strangerRefusal(bytes(text));
  expect(message).toBe(`文件是${name}，不能作佐证`);
  expect(remedy).toMatch(/改交|另存/u);
});

test('空的说是空的；旧格式的 Office 请另存', () => {
  expect(strangerRefusal(new Uint8Array()).message).toBe('文件是空的');
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(strangerRefusal(old)).toMatchObject({ remedy: '另存为 docx、xlsx 或 PDF 再提交' });
});

test('开头一千字节以外的不看', () => {
  expect(strangerRefusal(bytes(`${'甲'.repeat(400)}<svg >`)).message).toContain('不认识的格式');
});
