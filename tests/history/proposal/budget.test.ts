/** 总量: what a proposal unfolds to is counted before it is looked at. */
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWithinBudget } from '../../../src/history/proposal/budget.ts';
import { scratch, type Scratch } from '../repository.ts';

const AT = '2026-03-01T10:00:00+08:00';
let made: Scratch;
let base: string;
beforeEach(() => {
  made = scratch();
  made.write('content/a', '一');
  base = made.commit('甲', AT);
});
afterEach(() => made.remove());

const input = (args: string[], text: string | Buffer): string =>
  execFileSync('git', ['-C', made.dir, ...args], { input: text, encoding: 'utf8' }).trim();
const tree = (lines: readonly string[]): string => input(['mktree'], `${lines.join('\n')}\n`);
const commitOf = (hash: string): string =>
  input(
    [
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@example.invalid',
      'commit-tree',
      hash,
      '-p',
      base,
      '-m',
      'x',
    ],
    '',
  );

test('平常的报送在限度以内，合并也是', () => {
  made.git('checkout', '--quiet', '-b', 'report');
  made.write('content/b', '二');
  const head = made.commit('甲', AT);
  expect(isWithinBudget(made.dir, base, head)).toBe(true);
  expect(isWithinBudget(made.dir, head, base)).toBe(true);
});

test('几个对象套出成千上万个文件的，超过', () => {
  const blob = input(['hash-object', '-w', '--stdin'], 'x');
  let folder = tree(Array.from({ length: 10 }, (_, i) => `100644 blob ${blob}\tf${String(i)}`));
  const fold = () => {
    folder = tree(Array.from({ length: 10 }, (_, i) => `040000 tree ${folder}\td${String(i)}`));
  };
  fold();
  fold();
  expect(isWithinBudget(made.dir, base, commitOf(folder))).toBe(true);
  fold();
  fold();
  expect(isWithinBudget(made.dir, base, commitOf(folder))).toBe(false);
});

test('文件夹套文件夹没有底的，超过', () => {
  const blob = input(['hash-object', '-w', '--stdin'], 'x');
  let folder = tree([`100644 blob ${blob}\tf`]);
  for (let depth = 0; depth < 60; depth += 1) folder = tree([`040000 tree ${folder}\td`]);
  expect(isWithinBudget(made.dir, base, commitOf(folder))).toBe(true);
  for (let depth = 0; depth < 8; depth += 1) folder = tree([`040000 tree ${folder}\td`]);
  expect(isWithinBudget(made.dir, base, commitOf(folder))).toBe(false);
});
