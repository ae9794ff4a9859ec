/** 读过的记录: what is remembered is what would be read again; anything else is read. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { type ReadRecord, readRecord } from '../../src/ledger/record.ts';
import { RecordMemory } from '../../src/ledger/record-memory.ts';

const root = mkdtempSync(path.join(tmpdir(), 'records-'));
const file = path.join(root, 'cache', 'one');
const fixture = readFolder(path.resolve(import.meta.dirname, '../fixtures/shili'));
const bytes = (text: string) => new TextEncoder().encode(text);
const unit = (name: string) => bytes(`name: ${name}\nkind: department\n`);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(path.join(root, 'cache'), { recursive: true, force: true });
});

const units = [...fixture.texts].filter(([name]) => name.startsWith('units/'));
const readBy = (read: ReadRecord) => units.map(([name, text]) => read(name, 'unit', text));

/** The file of a memory that kept the units of the fixture. */
function kept(program = 'p'): Buffer {
  const memory = new RecordMemory(file, program);
  readBy(memory.read);
  memory.keep();
  return readFileSync(file);
}

/** Reads the units by a memory that should know none, and says whether it kept them anew. */
function isReadAgain(program = 'p'): boolean {
  const before = readFileSync(file);
  const memory = new RecordMemory(file, program);
  expect(readBy(memory.read)).toStrictEqual(readBy(readRecord));
  memory.keep();
  return !readFileSync(file).equals(before);
}

test('记着的和重读的一样，一个值也不差', () => {
  const first = new RecordMemory(file, 'p');
  checkLedger(fixture, undefined, first.read);
  first.keep();
  const memory = new RecordMemory(file, 'p');
  expect(checkLedger(fixture, undefined, memory.read)).toStrictEqual(checkLedger(fixture));
  const before = readFileSync(file);
  memory.keep();
  expect(readFileSync(file)).toEqual(before);
});

test('一样的两个文件，各有各的值；改了的、别的种类的重读', () => {
  const first = new RecordMemory(file, 'p');
  first.read('units/a.yaml', 'unit', unit('甲局'));
  first.keep();
  const memory = new RecordMemory(file, 'p');
  const [a, b] = ['a', 'b'].map((id) => memory.read(`units/${id}.yaml`, 'unit', unit('甲局')));
  expect(a).toEqual(b);
  expect(a?.ok === true && b?.ok === true && a.value !== b.value).toBe(true);
  expect(memory.read('units/a.yaml', 'unit', unit('乙局'))).toMatchObject({
    value: { name: '乙局' },
  });
  expect(memory.read('accounts/a.yaml', 'account', unit('甲局')).ok).toBe(false);
  expect(memory.read('units/a.yaml', 'unit', bytes('name: [\n')).ok).toBe(false);
});

test('别的程序的记忆不用；自己的不重写', () => {
  kept();
  expect([isReadAgain('p'), isReadAgain('q')]).toEqual([false, true]);
});

test('一条也没有读的，不动记忆', () => {
  const before = kept();
  new RecordMemory(file, 'p').keep();
  expect(readFileSync(file)).toEqual(before);
});

test('删去的记录不再记着', () => {
  const before = kept();
  const memory = new RecordMemory(file, 'p');
  const [[name, text] = ['', new Uint8Array()]] = units;
  memory.read(name, 'unit', text);
  memory.keep();
  expect(readFileSync(file).length).toBeLessThan(before.length);
});

test.each([
  [
    '被改过一个字节',
    (old: Buffer) => Buffer.from(old.map((one, at) => (at === 60 ? one ^ 1 : one))),
  ],
  ['被截断', (old: Buffer) => old.subarray(0, 100)],
  ['是别人的文件', () => Buffer.from('{}')],
  ['是空的', () => Buffer.alloc(0)],
])('记忆%s，就重读，重新记', (_, change) => {
  const whole = kept();
  writeFileSync(file, change(whole));
  expect(isReadAgain()).toBe(true);
  expect(readFileSync(file)).toEqual(whole);
});

test('只记最近的几个台账：没有人再打开的，记的东西不留着', () => {
  const folder = path.dirname(file);
  for (let n = 0; n < 10; n += 1) {
    const one = path.join(folder, `ledger-${String(n)}`);
    const memory = new RecordMemory(one, 'p');
    memory.read('units/a.yaml', 'unit', unit(`单位${String(n)}`));
    memory.keep();
    utimesSync(one, 1_700_000_000 + n, 1_700_000_000 + n);
  }
  const last = new RecordMemory(file, 'p');
  last.read('units/a.yaml', 'unit', unit('甲局'));
  last.keep();
  expect(readdirSync(folder).toSorted()).toEqual(
    ['one', ...[3, 4, 5, 6, 7, 8, 9].map((n) => `ledger-${String(n)}`)].toSorted(),
  );
});
