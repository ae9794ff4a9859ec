/**
 * A test where one looks for it: a file with rules of its own has a test of its name in the same place below tests/. Not all
 * have; the share may grow, never fall. What has none is tested through others (a whole list read, a whole proposal
 * reviewed), which tells that something broke and not where.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** From so many decisions on a file has rules of its own. */
const DECISIONS = 8;

/** Of a hundred files with rules of their own in each room, how many have such a test; rounded down. Only ever raised. */
const least: Readonly<Record<string, number>> = {
  scripts: 23,
  'src/asked.ts': 0,
  'src/browser': 33,
  'src/day': 100,
  'src/documents': 36,
  'src/domain': 64,
  'src/form': 20,
  'src/gather': 83,
  'src/history': 30,
  'src/intake': 33,
  'src/ledger': 87,
  'src/paper': 27,
  'src/probe': 75,
  'src/proofread': 25,
  'src/review': 47,
  'src/schema': 100,
  'src/search': 55,
  'src/sending': 100,
  'src/site.ts': 0,
  'src/text': 100,
  'src/views': 33,
};

/** Folders that are tested as a whole, a row of a table or a passage a file. */
const AS_A_WHOLE = /^(?:src\/proofread\/rules|scripts\/bench)\//u;

/** Branchings: if, ?:, case, &&, ||. */
function decisionsIn(text: string): number {
  let count = 0;
  const see = (node: ts.Node): void => {
    const isJoined =
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
        node.operatorToken.kind === ts.SyntaxKind.BarBarToken);
    if (
      isJoined ||
      ts.isIfStatement(node) ||
      ts.isConditionalExpression(node) ||
      ts.isCaseClause(node)
    )
      count += 1;
    ts.forEachChild(node, see);
  };
  see(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest));
  return count;
}

/** src/a/b.ts → tests/a/b.test.ts; scripts/a/b.ts → tests/scripts/a/b.test.ts */
const testOf = (file: string): string =>
  file.replace(/^(?:src\/|(?=scripts\/))/u, 'tests/').replace(/\.ts$/u, '.test.ts');

const roomOf = (file: string): string => /^(?:src\/[^/]+|scripts)/u.exec(file)?.[0] ?? file;

test('判断怎么数，测试文件在哪里', () => {
  expect(
    decisionsIn(
      'const a = b ? 1 : 2;\nif (a || b && c) d();\nswitch (e) { case 1: case 2: default: }',
    ),
  ).toBe(6);
  expect(decisionsIn('const a = b ?? c;\nfor (const d of e) f(d);')).toBe(0);
  expect(testOf('src/a/b.ts')).toBe('tests/a/b.test.ts');
  expect(testOf('scripts/a/b.ts')).toBe('tests/scripts/a/b.test.ts');
});

test('有自己规则的文件，有同名测试的占比只升不降', () => {
  const files = globSync('{src,scripts}/**/*.ts', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !AS_A_WHOLE.test(file))
    .filter((file) => decisionsIn(readFileSync(path.join(root, file), 'utf8')) >= DECISIONS);
  const shares = Object.fromEntries(
    [...Map.groupBy(files, roomOf)].map(([room, own]) => {
      const tested = own.filter((file) => existsSync(path.join(root, testOf(file)))).length;
      return [room, Math.floor((100 * tested) / own.length)];
    }),
  );
  const fallen = Object.entries(least).filter(([room, share]) => (shares[room] ?? 0) < share);
  expect(
    fallen.map(([room, share]) => `${room}：${String(shares[room])} %，原来 ${String(share)} %`),
  ).toEqual([]);
  // A room that is not written down yet is written down with what it has.
  expect(Object.keys(shares).toSorted()).toEqual(Object.keys(least).toSorted());
});
