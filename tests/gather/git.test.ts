/** From a branch of a repository: bounded in bytes and time, and nothing of it is left behind. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchChild } from '../../src/gather/fetch.ts';
import { fetchLimits } from '../../src/gather/fetched.ts';
import { scratch } from '../documents/run.ts';

const MB = 1024 * 1024;

function git(dir: string, ...args: string[]): void {
  const settings = ['-c', 'user.name=x', '-c', 'user.email=x@x.example'];
  const run = spawnSync('git', [...settings, ...args], { cwd: dir, encoding: 'utf8' });
  expect([args[0], run.status, run.stderr.includes('fatal')]).toEqual([args[0], 0, false]);
}

/** A repository whose branch `pages` holds both files below `site/`, and one of `picture` bytes. */
function repository(picture: number): string {
  const dir = scratch();
  mkdirSync(join(dir, 'site/data'), { recursive: true });
  writeFileSync(join(dir, 'site/data/summary.json'), '{"a":1}\n');
  writeFileSync(join(dir, 'site/data/ledger.json'), '{"b":2}\n');
  writeFileSync(join(dir, 'site/picture.png'), randomBytes(picture));
  git(dir, 'init', '-q', '-b', 'pages');
  git(dir, 'add', '-A');
  git(dir, 'commit', '-q', '-m', 'x');
  return dir;
}
const leftBehind = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('gather-'));
const placeOf = (git: string, more: object = {}) => ({
  git,
  branch: 'pages',
  folder: 'site',
  ...more,
});

test('从分支读两个文件，一个字节不差；没有的分支、没有的文件各说一句', async () => {
  const before = leftBehind();
  const remote = repository(10);
  const found = await fetchChild(placeOf(remote), '.', false);
  expect(found.ok && Buffer.from(found.files.summary).toString()).toBe('{"a":1}\n');
  const wrong = await fetchChild(placeOf(remote, { branch: 'none' }), '.', false);
  expect(wrong).toEqual({ ok: false, why: '取不到仓库的分支 none' });
  const elsewhere = await fetchChild(placeOf(remote, { folder: 'x' }), '.', false);
  expect(elsewhere).toEqual({ ok: false, why: '分支 pages 上没有 x/data/summary.json' });
  const gone = await fetchChild(placeOf(join(remote, '没有')), '.', false);
  expect(gone.ok).toBe(false);
  expect(leftBehind()).toEqual(before);
});

test('仓库太大、文件太大：到上限就停，不留下什么', async () => {
  const before = leftBehind();
  const remote = repository(6 * MB);
  const large = await fetchChild(placeOf(remote), '.', false, { ...fetchLimits, git: 2 * MB });
  expect(large.ok ? '' : large.why).toContain('超过 2 MB 的上限，没有取完');
  const loud = await fetchChild(placeOf(remote), '.', false, { ...fetchLimits, summary: 4 });
  expect(loud).toEqual({ ok: false, why: 'summary.json 太大，没有读' });
  expect(leftBehind()).toEqual(before);
});

test('服务器接了电话不说话：到时候停，不一直“正在取”', async () => {
  const silent = createServer();
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as AddressInfo;
  const start = performance.now();
  const place = placeOf(`git://127.0.0.1:${String(port)}/x`);
  const found = await fetchChild(place, '.', false, { ...fetchLimits, timeout: 500 });
  expect(found).toEqual({ ok: false, why: '0.5秒内没有取完' });
  expect(performance.now() - start).toBeLessThan(5000);
  silent.close();
});

test('会运行别的程序的地址（ext::）不取', async () => {
  const mark = join(scratch(), 'ran');
  const found = await fetchChild(placeOf(`ext::sh -c touch% ${mark}`), '.', false);
  expect(found.ok).toBe(false);
  expect(spawnSync('ls', [mark]).status).not.toBe(0);
});
