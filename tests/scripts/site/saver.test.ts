import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passOn } from '../../../scripts/site/saver.ts';
import { siteServer } from '../../../scripts/site/static.ts';

const PORT = 4499;
const PATH = '/api/let-me-in/v1';
let folder: string;
let saver: ChildProcess;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-saver-'));
  writeFileSync(join(folder, 'index.html'), '首页');
  saver = spawn(process.execPath, [resolve('scripts/site/saver.ts')], {
    env: {
      ...process.env,
      LEDGER_SAVER_TOKEN: 'let-me-in',
      PORT: String(PORT),
      BIND_HOST: '127.0.0.1',
      MODE: 'fs',
      GIT_REPO_DIRECTORY: folder,
    },
    stdio: 'ignore',
  });
  server = siteServer(folder, { besides: passOn(PATH, 'let-me-in', PORT) });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
  for (let tries = 0; (await ask(PORT, '/', 'GET', {})) === 0 && tries < 100; tries += 1)
    await new Promise((done) => setTimeout(done, 100));
}, 30_000);
afterAll(() => {
  saver.kill();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The status of an answer, 0 where there is none. */
function ask(
  to: number,
  path: string,
  method: string,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((done) => {
    const text = method === 'POST' ? '{"action":"info"}' : '';
    const asked = request(
      {
        host: '127.0.0.1',
        port: to,
        path,
        method,
        headers: { 'content-length': String(text.length), ...headers },
      },
      (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      },
    );
    asked.on('error', () => {
      done(0);
    });
    asked.end(text);
  });
}

test('本站页面的表单能保存', async () => {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    origin: `http://127.0.0.1:${String(port)}`,
  };
  expect(await ask(port, PATH, 'POST', headers)).toBe(200);
});

test('别的网页、别的名字、没有令牌的，都不能借它写', async () => {
  const json = { 'content-type': 'application/json' };
  const here = { ...json, origin: `http://127.0.0.1:${String(port)}` };
  const tries: [string, string, Record<string, string>][] = [
    [PATH, 'POST', json],
    [PATH, 'POST', { ...json, origin: 'null' }],
    [PATH, 'POST', { ...json, origin: 'https://evil.example' }],
    [PATH, 'POST', { ...json, origin: `http://127.0.0.1:${String(port + 1)}` }],
    [
      PATH,
      'POST',
      {
        ...json,
        origin: `http://evil.example:${String(port)}`,
        host: `evil.example:${String(port)}`,
      },
    ],
    [PATH, 'POST', { ...here, 'content-type': 'text/plain' }],
    [PATH, 'GET', here],
    [PATH, 'OPTIONS', here],
  ];
  for (const [path, method, headers] of tries)
    expect([headers, await ask(port, path, method, headers)]).toEqual([headers, 403]);
  expect(await ask(port, '/api/guess/v1', 'POST', here)).toBe(405);
  expect(
    await ask(PORT, '/api/v1', 'POST', { ...json, origin: `http://127.0.0.1:${String(PORT)}` }),
  ).toBe(403);
  expect(await ask(PORT, '/api/v1', 'POST', { ...json, 'x-ledger-token': 'wrong' })).toBe(403);
});
