/** From a branch of a repository: bounded in bytes and time, and nothing of it is left behind. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer as httpServer, type Server } from 'node:http';
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
  expect(wrong).toEqual({
    ok: false,
    why: '没有取到下级发布的数据（none）：请下级的管理员核对登记的存放位置',
  });
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

/** A Git server that answers so many requests and sends every later one on to `elsewhere`. */
async function fickle(dir: string, answered: number, elsewhere: string): Promise<[Server, string]> {
  let asked = 0;
  const server = httpServer((request, response) => {
    asked += 1;
    if (asked > answered) {
      response.writeHead(302, { Location: `${elsewhere}${request.url ?? ''}` }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://x');
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        GIT_PROJECT_ROOT: dir,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      },
    });
    request.pipe(child.stdin);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('close', () => {
      const all = Buffer.concat(parts);
      const end = all.indexOf('\r\n\r\n');
      const type = /^Content-Type: (.*)$/mu.exec(all.toString('latin1', 0, end))?.[1] ?? '';
      response.writeHead(200, { 'Content-Type': type.trim() }).end(all.subarray(end + 4));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return [server, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`];
}

test('仓库的服务器要转到别处的，哪一次请求都不跟', async () => {
  const dir = repository(10);
  git(dir, 'config', 'uploadpack.allowFilter', 'true');
  git(dir, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  let hits = 0;
  const [victim, inside] = await fickle(dir, 100, '');
  victim.prependListener('request', () => (hits += 1));
  // The list of branches, the commit, and what is fetched only when a file of it is read.
  for (const answered of [0, 1, 2, 3, 4, 5]) {
    const [server, address] = await fickle(dir, answered, inside);
    await fetchChild(placeOf(`${address}/.git`), '.', false);
    expect([answered, hits]).toEqual([answered, 0]);
    server.close();
  }
  const [whole, address] = await fickle(dir, 100, inside);
  expect((await fetchChild(placeOf(`${address}/.git`), '.', false)).ok).toBe(true);
  whole.close();
  victim.close();
});
