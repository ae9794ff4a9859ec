/** `ledger decide` in a folder that was used before: what waits to be pushed is this run's or nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MARKER } from '../../src/review/comment/review-comment.ts';
import { passedMark } from '../../src/review/comment/typed.ts';
import { Depot, gitEnv } from './depot.ts';
import { submitted, TODAY, updateFile, worldFiles } from './world.ts';
import { killerIn } from './killed-at.ts';

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

const refused = [
  ['不是办理的评论', '收到，谢谢', 'rev-1', '不是办理的评论'],
  ['不是审核员', `/验收 ${'0'.repeat(12)}`, 'clerk-yi', 'clerk-yi 不是审核员'],
  ['别的提交', `/验收 ${'0'.repeat(12)}`, 'rev-1', '又推送过'],
] as const;
test.each(refused)('上一次没有推送成的决定不会被这一次带进去：%s', (_, typed, actor, words) => {
  const { status, out } = decided(typed, actor);
  expect([status, out]).toEqual([0, expect.stringContaining(words)]);
  expect(depot.git('for-each-ref', 'refs/ledger')).toBe('');
});

test('照评论办理（decide）在写的途中被强行结束：决定全有或全无，别的引用不动，再办一次就成', async () => {
  const forge = createServer((_, response) => {
    const said = {
      id: 1,
      body: `${MARKER}\n${passedMark(head)}`,
      user: { login: 'gitea-actions' },
    };
    response.end(JSON.stringify([said]));
  });
  await new Promise<void>((done) => forge.listen(0, '127.0.0.1', done));
  const preload = killerIn(dir);
  const who = ['--author', 'clerk-jia', '--actor', 'rev-1', '--number', '1', '--comment', 'x'];
  const where = ['--base', main, '--head', head, '--as-of', TODAY, '--content', 'content'];
  const reply = ['--reply-file', join(dir, 'reply.md')];
  const run = (at: number): Promise<NodeJS.Signals | null> =>
    new Promise((done) => {
      spawn(
        process.execPath,
        ['--import', preload, program, 'decide', ...where, ...who, ...reply],
        {
          cwd: depot.dir,
          env: {
            ...gitEnv(dir),
            ...{ TYPED: `/验收 ${head}`, TOKEN: 'x', GITHUB_REPOSITORY: 'o/r' },
            GITHUB_API_URL: `http://127.0.0.1:${String((forge.address() as AddressInfo).port)}`,
            LEDGER_KILL_AT: String(at),
          },
        },
      ).on('close', (_, signal) => {
        done(signal);
      });
    });
  const others = (): string => depot.git('for-each-ref', 'refs/heads', 'refs/tags', 'refs/remotes');
  const before = others();
  const waiting = (): string => depot.git('for-each-ref', '--format=%(objectname)', WAITING[0]!);
  let kills = 0;
  for (let at = 1; (await run(at)) === 'SIGKILL'; at += 4) {
    kills += 1;
    expect([at, waiting() === '' || isWhole(waiting()), others()]).toEqual([at, true, before]);
  }
  expect([kills > 5, isWhole(waiting()), others()]).toEqual([true, true, before]);
  expect(depot.git('for-each-ref', 'refs/ledger').split('\n')).toHaveLength(1);
  forge.close();
});

/** The record of the decision on the merge of the report, and nothing beside. */
function isWhole(commit: string): boolean {
  const [, ...parents] = depot.git('rev-list', '--parents', '-1', `${commit}^`).split(' ');
  const record = depot.git('diff', '--name-only', `${commit}^`, commit).split('\n');
  return (
    parents.join(' ') === `${main} ${head}` &&
    record.length === 1 &&
    depot.git('show', `${commit}:${record[0] ?? ''}`).includes('accepted')
  );
}
