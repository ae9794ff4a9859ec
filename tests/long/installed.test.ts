/** What `npm ci --omit=dev` installs is enough to check, build and serve. Needs the registry and some minutes. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ledger-installed-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('只装 npm ci --omit=dev 的，能检查、生成、查看', async () => {
  const program = join(folder, 'program');
  const site = join(folder, 'site');
  const run = (command: string, ...args: string[]) => {
    const ran = spawnSync(command, args, { cwd: program, encoding: 'utf8' });
    return [ran.status, ran.status === 0 ? '' : ran.stderr];
  };
  const root = resolve(import.meta.dirname, '../..');
  expect(spawnSync('git', ['clone', '-q', root, program]).status).toBe(0);
  expect(run('npm', 'ci', '--omit=dev', '--no-audit', '--no-fund')).toEqual([0, '']);
  const node = join(program, 'node_modules/.bin/node');
  expect(run(node, 'scripts/ledger.ts', 'check')).toEqual([0, '']);
  const example = ['--content', 'tests/fixtures/shili', '--out', site];
  expect(run(node, 'scripts/ledger.ts', 'build', ...example)).toEqual([0, '']);
  const server = spawn(node, ['scripts/ledger.ts', 'serve', site, '--port', '47123'], {
    cwd: program,
  });
  try {
    await new Promise((heard) => server.stdout.once('data', heard));
    expect((await fetch('http://127.0.0.1:47123/')).status).toBe(200);
  } finally {
    server.kill();
  }
});
