/** 双击打开: the launcher starts the desk on the office's repository, opens the browser and remembers who works there. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGit } from './clone.ts';
import { Depot } from './depot.ts';
import { worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const launcher = join(program, '台账.command');

let root: string;
let office: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ledger-launcher-'));
  const depot = new Depot(join(root, 'ledger.git'));
  depot.branch('main', depot.commit(undefined, worldFiles()));
  office = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, office]);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('双击：打开的地址能登录，下次不用再说账户；没有说过账户的，说明怎么办', async () => {
  const opened = join(root, 'opened');
  const browser = join(root, 'xdg-open');
  writeFileSync(browser, `#!/bin/sh\necho "$1" > "${opened}"\n`);
  chmodSync(browser, 0o755);
  const env = { ...process.env, PATH: `${root}:${process.env['PATH'] ?? ''}` };
  const start = (...args: string[]): ChildProcess =>
    spawn('sh', [launcher, '--content', join(office, 'content'), '--port', '4460', ...args], {
      env,
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const nobody = start();
  let said = '';
  nobody.stderr?.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const code = await new Promise((done) => nobody.on('close', done));
  expect([code, said]).toEqual([1, expect.stringContaining('没有写你的账户')]);

  for (const args of [['--as', 'rev-1'], []]) {
    rmSync(opened, { force: true });
    const desk = start(...args);
    try {
      await expect.poll(() => existsSync(opened), { timeout: 120_000, interval: 200 }).toBe(true);
      await expect.poll(() => readFileSync(opened, 'utf8').trim()).toMatch(/\?key=/u);
      const address = readFileSync(opened, 'utf8').trim();
      const answer = await fetch(address, { redirect: 'manual' });
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const asked = await fetch(new URL('/api/report', address), { headers: { cookie } });
      expect(await asked.json()).toEqual({ account: 'rev-1' });
    } finally {
      process.kill(-desk.pid!, 'SIGTERM');
      await new Promise((done) => desk.on('close', done));
    }
  }
  const kept = execFileSync('git', ['-C', office, 'config', 'ledger.account'], {
    encoding: 'utf8',
  });
  expect(kept.trim()).toBe('rev-1');
}, 240_000);
