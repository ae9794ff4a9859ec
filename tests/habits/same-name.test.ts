/**
 * A test where one looks for it: a file with rules of its own has a test of its name in the same place below tests/. What
 * has fewer decisions is tested through others (a whole list read, a whole proposal reviewed), which tells that
 * something broke and not where.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decisionsIn } from './decisions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/**
 * From so many decisions on a file has rules of its own, by its room. Only ever lowered, when all files of the room from
 * there on have their test; no room has more.
 */
const from: Readonly<Record<string, number>> = {
  scripts: 20,
  'src/browser': 11,
  'src/documents': 15,
  'src/domain': 15,
  'src/form': 18,
  'src/history': 12,
  'src/intake': 15,
  'src/ledger': 14,
  'src/paper': 14,
  'src/proofread': 14,
  'src/review': 15,
  'src/search': 15,
  'src/site.ts': 14,
  'src/views': 15,
};
/** In all other rooms, also in one that is new. */
const ELSEWHERE = 8;

/** Folders that are tested as a whole, a row of a table or a passage a file. */
const AS_A_WHOLE = /^(?:src\/proofread\/rules|scripts\/bench)\//u;

const roomOf = (file: string): string => /^(?:src\/[^/]+|scripts)/u.exec(file)?.[0] ?? file;

/**
 * src/a/b.ts → tests/a/b.test.ts; scripts/a/b.ts → tests/scripts/a/b.test.ts. What is a page's script stands below
 * tests/browser/ where it is tried in a browser, a command in tests/git/ where it is tried on repositories.
 */
function testsOf(file: string): string[] {
  const own = file.replace(/^(?:src\/|(?=scripts\/))/u, 'tests/').replace(/\.ts$/u, '.test.ts');
  const name = path.posix.basename(own);
  if (file.startsWith('src/form/')) return [own, own.replace('tests/', 'tests/browser/')];
  return file.startsWith('scripts/') ? [own, `tests/git/${name}`] : [own];
}

/** Whether a test is of a file and not of another of its name: it stands in its place, imports it, or runs it as a command. */
function isOf(one: string, file: string): boolean {
  if (!existsSync(path.join(root, one))) return false;
  if (!one.startsWith('tests/git/')) return true;
  const text = textOf(one);
  return text.includes(`/${file}'`) || text.includes(`\`ledger ${path.basename(file, '.ts')}\``);
}

test('判断怎么数，测试文件在哪里', () => {
  expect(
    decisionsIn(
      'const a = b ? 1 : 2;\nif (a || b && c) d();\nswitch (e) { case 1: case 2: default: }',
    ),
  ).toBe(6);
  expect(decisionsIn('a = b ?? c; d ??= e; for (const f of g) while (h) i(f);')).toBe(4);
  expect(decisionsIn('try { a(); } catch { b(); } finally { c(); }')).toBe(1);
  expect(decisionsIn('const a = (b: string) => b?.length;')).toBe(0);
  expect(testsOf('src/a/b.ts')).toEqual(['tests/a/b.test.ts']);
  expect(testsOf('scripts/a/b.ts')).toEqual(['tests/scripts/a/b.test.ts', 'tests/git/b.test.ts']);
});

test('有自己规则的文件，都有同名的测试', () => {
  const missing = globSync('{src,scripts}/**/*.ts', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !AS_A_WHOLE.test(file) && !testsOf(file).some((one) => isOf(one, file)))
    .map((file) => ({ file, decisions: decisionsIn(textOf(file)) }))
    .filter(({ file, decisions }) => decisions >= (from[roomOf(file)] ?? ELSEWHERE))
    .map(
      ({ file, decisions }) =>
        `${file} 有 ${String(decisions)} 处判断，要有 ${testsOf(file)[0] ?? ''}`,
    );
  expect(missing).toEqual([]);
});
