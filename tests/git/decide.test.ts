/** `ledger decide` in a folder that was used before: what waits to be pushed is this run's or nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Depot, gitEnv } from './depot.ts';
import { submitted, TODAY, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');
const WAITING = ['refs/ledger/decided', 'refs/ledger/decided-on-the-way-1'];
let depot: Depot;
let main: string;
let head: string;
const dir = mkdtempSync(join(tmpdir(), 'ledger-decide-'));
beforeAll(() => {
  depot = new Depot();
  main = depot.commit(undefined, worldFiles());
  head = depot.commit(main, updateFile(submitted()));
});
afterAll(() => {
  depot.remove();
  rmSync(dir, { recursive: true });
});

/** One run of the command after an earlier one that was never pushed. */
function decided(typed: string, actor: string): { status: number | null; out: string } {
  for (const ref of WAITING) depot.git('update-ref', ref, head);
  const reply = join(dir, 'reply.md');
  const who = ['--author', 'clerk-jia', '--actor', actor, '--number', '1', '--comment', 'x'];
  const where = ['--base', main, '--head', head, '--reply-file', reply, '--as-of', TODAY];
  const run = spawnSync(
    process.execPath,
    [program, 'decide', ...where, ...who, '--content', 'content'],
    { cwd: depot.dir, encoding: 'utf8', env: { ...gitEnv(dir), TYPED: typed } },
  );
  expect(existsSync(reply) || run.stdout !== '').toBe(true);
  rmSync(reply, { force: true });
  return { status: run.status, out: run.stdout + run.stderr };
}

test.each([
  ['不是办理的评论', '收到，谢谢', 'rev-1', '不是办理的评论'],
  ['不是审核员', `/验收 ${'0'.repeat(12)}`, 'clerk-yi', 'clerk-yi 不是审核员'],
  ['别的提交', `/验收 ${'0'.repeat(12)}`, 'rev-1', '又推送过'],
])('上一次没有推送成的决定不会被这一次带进去：%s', (_, typed, actor, words) => {
  const { status, out } = decided(typed, actor);
  expect([status, out]).toEqual([0, expect.stringContaining(words)]);
  expect(depot.git('for-each-ref', 'refs/ledger')).toBe('');
});
