/** 第二个名字: only of what is wanted, and only where its mode may be set. */
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveSecondName } from '../../../../scripts/site/rendering/second-name.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-second-name-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const wanted = (text: string) => (bytes: Buffer) => bytes.equals(Buffer.from(text));

test('是要的那一份才给；别的生成刚换上自己的，就不给，也不留下', () => {
  const [from, to, other] = ['a', 'b', 'c'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(from, '台账一');
  expect(giveSecondName(from, to, wanted('台账一'))).toBe(true);
  expect(statSync(to).ino).toBe(statSync(from).ino);
  writeFileSync(other, '台账二');
  const next = join(folder, 'd');
  expect(giveSecondName(other, next, wanted('台账一'))).toBe(false);
  expect([existsSync(next), readFileSync(other, 'utf8')]).toEqual([false, '台账二']);
  expect(giveSecondName(join(folder, '没有'), next, wanted('台账一'))).toBe(false);
});

test.runIf(process.getuid?.() === 0)('别人的文件不给：改不了它的权限', () => {
  const theirs = join(folder, 'theirs');
  writeFileSync(theirs, '台账一');
  chownSync(theirs, 65_534, 65_534);
  const to = join(folder, 'ours');
  expect(giveSecondName(theirs, to, wanted('台账一'))).toBe(false);
  expect(existsSync(to)).toBe(false);
});
