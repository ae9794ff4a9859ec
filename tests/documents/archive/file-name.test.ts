/** 归档的文件名: every system takes them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archivedName } from '../../../src/documents/archive/file-name.ts';

test.each([
  ['a:b?"c.png', '01-a-b-c.png'],
  ['con', '01-con'],
  ['末尾有点...', '01-末尾有点'],
  ['.png', '01-.png'],
  ['没有扩展名', '01-没有扩展名'],
  ['两.个.点.docx', '01-两.个.点.docx'],
  ['', '01-'],
])('%s → %s', (name, archived) => {
  expect(archivedName('01', name)).toBe(archived);
});

test('长的从中间截，扩展名还在；一个字不会截成半个', () => {
  const name = archivedName('01', `${'𠮷'.repeat(80)}.docx`);
  expect(name).toBe(`01-${'𠮷'.repeat(60)}.docx`);
});

test('什么名字都成一个合用的文件名', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const archived = archivedName('01', name);
      expect(archived).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
      expect([...archived].length).toBeLessThanOrEqual(3 + 60 + 10);
      expect(archived.startsWith('01-')).toBe(true);
    }),
  );
});
