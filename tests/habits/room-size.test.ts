/** A room that anyone can look over: not many files side by side. */
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const MOST = 16;

/** Folders in which every file is one of a kind, so that its name alone finds it. */
const listsOfOneKind: Readonly<Record<string, string>> = {
  'src/ledger/rules': 'one rule a file',
  'src/proofread/rules': 'one kind of contradiction a file',
  'src/schema': 'one concept a file',
  'src/styles': 'one kind of page a style sheet',
  'src/pages': 'one route a file; the folder is the address',
};

function crowded(files: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = path.posix.dirname(file.replaceAll('\\', '/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > MOST));
}

test('一间屋子里不超过十六个文件，多的要分间', () => {
  const files = globSync('{src,scripts}/**/*.*', { cwd: root });
  expect(files.length).toBeGreaterThan(800);
  const found = [...crowded(files)].filter(([folder]) => !Object.hasOwn(listsOfOneKind, folder));
  expect(found).toEqual([]);
});

test('十七个文件就超过了；名单上的文件夹都在', () => {
  const many = Array.from({ length: MOST + 1 }, (_, at) => `src/a/${String(at)}.ts`);
  expect([...crowded(many)]).toEqual([['src/a', MOST + 1]]);
  expect([...crowded(many.slice(1))]).toEqual([]);
  for (const folder of Object.keys(listsOfOneKind))
    expect(existsSync(path.join(root, folder)), folder).toBe(true);
});
