/** The one reader of zip directories: names, limits, lies. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openArchive, soundArchive } from '../../../src/paper/zip/archive.ts';

const whole = zipSync({
  'word/Document.xml': strToU8('<a/>'),
  'b\\c.xml': [strToU8('<b/>'), { level: 0 }],
});

test('名字不分大小写，反斜杠算斜杠', () => {
  const archive = openArchive(whole, 10);
  expect(archive?.names).toEqual(['word/Document.xml', 'b/c.xml']);
  expect(archive?.find('WORD/document.xml')).toBe('word/Document.xml');
  expect(archive?.part('b/c.xml')?.toString()).toBe('<b/>');
  expect(archive?.part('constructor')).toBeUndefined();
});

test('每个调用者有自己的上限', () => {
  expect(openArchive(whole, 1)).toBeUndefined();
  expect(openArchive(whole, 2)?.unpack('b/c.xml', 3)).toBeUndefined();
  expect(openArchive(whole, 2)?.unpack('b/c.xml', 4)?.length).toBe(4);
});

test('每个字节改坏一遍：要么不读，要么内容照旧', () => {
  for (let at = 0; at < whole.length; at += 1) {
    const copy = whole.slice();
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    const reading = soundArchive(copy);
    if ('refusal' in reading) continue;
    const { archive } = reading;
    expect(archive.names.map((name) => archive.part(name)?.toString())).toEqual(['<a/>', '<b/>']);
  }
});

test('zip64 的目录照读', () => {
  const data = Buffer.from('<a/>');
  const name = Buffer.from('a.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(4n, 4);
  extra.writeBigUInt64LE(4n, 12);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(0xffffffff, 20);
  central.writeUInt32LE(0xffffffff, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  const body = Buffer.concat([local, name, data]);
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(1n, 32);
  wide.writeBigUInt64LE(BigInt(body.length), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(body.length + central.length + name.length + extra.length), 8);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0xffff, 10);
  const bytes = Buffer.concat([body, central, name, extra, wide, locator, end]);
  expect(openArchive(bytes, 10)?.unpack('a.xml', 10)?.toString()).toBe('<a/>');
});
