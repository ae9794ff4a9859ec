/** A hostile client on a raw socket, which a library would not let us be. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { BUSY_PATIENCE, siteServer } from '../../../../scripts/site/serving/static.ts';

let root: string;
let site: string;
let server: Server;
let port: number;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-serve-')));
  site = join(root, 'site');
  mkdirSync(join(site, 'issues'), { recursive: true });
  mkdirSync(join(site, '.git'));
  writeFileSync(join(site, 'index.html'), '首页');
  writeFileSync(join(site, '404.html'), '没有这一页');
  writeFileSync(join(site, 'digits.txt'), '0123456789');
  writeFileSync(join(site, 'empty.txt'), '');
  writeFileSync(join(site, 'a.constructor'), 'x');
  writeFileSync(join(site, 'issues', 'index.html'), '问题');
  writeFileSync(join(site, 'issues', '一.html'), '第一项');
  writeFileSync(join(site, '.git', 'config'), '机密');
  writeFileSync(join(root, 'secret.txt'), '机密');
  mkdirSync(join(root, 'site-other'));
  writeFileSync(join(root, 'site-other', 'secret.txt'), '机密');
  symlinkSync(join(root, 'secret.txt'), join(site, 'link.txt'));
  symlinkSync(root, join(site, 'up'));
  symlinkSync(join(root, 'site-other'), join(site, 'beside'));
  symlinkSync(join(site, 'digits.txt'), join(site, 'inside.txt'));
  symlinkSync(join(site, 'loop.txt'), join(site, 'loop.txt'));
  spawnSync('mkfifo', [join(site, 'pipe.txt')]);
  server = siteServer(site, { names: ['ledger.example'] });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true, force: true });
});

/** Sends bytes and returns all that comes until the server closes, or `patience` ms are over. */
function raw(bytes: string | Buffer, patience = 3000): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      done(text);
    };
    const timer = setTimeout(end, patience);
    socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    socket.on('close', end).on('error', end);
  });
}

/** A request line with headers; the connection is closed after the answer. */
function ask(line: string, headers: readonly string[] = []): Promise<string> {
  const host = headers.some((one) => /^host:/iu.test(one))
    ? []
    : [`Host: 127.0.0.1:${String(port)}`];
  return raw([`${line} HTTP/1.1`, ...host, ...headers, 'Connection: close', '', ''].join('\r\n'));
}

const status = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);
const body = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

describe('敌意的客户端', () => {
  test('首页、不带 .html 的页面、文件夹、没有的页面', async () => {
    expect(body(await ask('GET /'))).toBe('首页');
    expect(body(await ask('GET /issues/%E4%B8%80'))).toBe('第一项');
    expect(body(await ask('GET /issues/'))).toBe('问题');
    const folder = await ask('GET /issues');
    expect([status(folder), /^Location: (.*)$/mu.exec(folder)?.[1]]).toEqual([308, '/issues/']);
    const missing = await ask('GET /none');
    expect([status(missing), body(missing)]).toEqual([404, '没有这一页']);
  });

  test('不合规的 Range 不算数，服务器还在', async () => {
    for (const range of [
      'bytes=5-1',
      'bytes=-',
      'bytes=a-b',
      'bytes=0-1,5-6',
      'bytes=9-0',
      `bytes=${'9'.repeat(400)}-1`,
    ])
      expect([range, body(await ask('GET /digits.txt', [`Range: ${range}`]))]).toEqual([
        range,
        '0123456789',
      ]);
    const part = await ask('GET /digits.txt', ['Range: bytes=0-0']);
    expect([status(part), body(part)]).toEqual([206, '0']);
    expect(body(await ask('GET /digits.txt', ['Range: bytes=-3']))).toBe('789');
    const beyond = await ask('GET /digits.txt', ['Range: bytes=10-']);
    expect([status(beyond), beyond.includes('Content-Range: bytes */10')]).toEqual([416, true]);
    expect(status(await ask('GET /empty.txt', ['Range: bytes=0-']))).toBe(416);
    expect(status(await ask('HEAD /digits.txt', ['Range: bytes=5-1']))).toBe(200);
  });

  test('只收 GET 和 HEAD，不收内容', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND'])
      expect([method, status(await ask(`${method} /index.html`))]).toEqual([method, 405]);
    expect(status(await ask('GET /', ['Content-Length: 5']))).toBe(400);
    expect(status(await ask('GET /', ['Transfer-Encoding: chunked', 'Content-Length: 5']))).toBe(
      400,
    );
    const head = await ask('HEAD /digits.txt');
    expect([status(head), body(head), head.includes('Content-Length: 10')]).toEqual([
      200,
      '',
      true,
    ]);
  });

  test('只认自己的名字', async () => {
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.',
      '',
      '127.0.0.1:1:2',
      '[::1',
      'a b',
      'constructor',
    ])
      expect([host, [400, 421]]).toEqual([
        host,
        expect.arrayContaining([status(await ask('GET /', [`Host: ${host}`]))]),
      ]);
    expect(status(await ask('GET /', ['Host: 127.0.0.1', 'Host: evil.example']))).toBe(421);
    expect(status(await raw('GET / HTTP/1.0\r\n\r\n'))).toBe(421);
    for (const host of [
      'localhost',
      'LOCALHOST:4321',
      '127.0.0.1',
      '[::1]:80',
      'Ledger.Example:80',
    ])
      expect([host, status(await ask('GET /', [`Host: ${host}`]))]).toEqual([host, 200]);
  });

  test('链接、上级文件夹、隐藏文件、管道都读不到', async () => {
    for (const path of [
      '/link.txt',
      '/up/secret.txt',
      '/beside/secret.txt',
      '/loop.txt',
      '/.git/config',
      '/%2egit/config',
      '/../secret.txt',
      '/issues/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '//etc/passwd',
      '/pipe.txt',
      '/up',
      '/issues/.',
    ]) {
      const answer = await ask(`GET ${path}`);
      expect([path, [400, 404], answer.includes('机密')]).toEqual([
        path,
        expect.arrayContaining([status(answer)]),
        false,
      ]);
    }
    expect(body(await ask('GET /inside.txt'))).toBe('0123456789');
  });

  test('写错的编码、很长的地址、整个网址、乱写的请求', async () => {
    for (const path of ['/%', '/%zz', '/%c0%ae', '/%ff', '/a%00b', 'http://127.0.0.1/', '*', 'x'])
      expect([path, status(await ask(`GET ${path}`))]).toEqual([path, 400]);
    expect(status(await ask(`GET /${'a'.repeat(3000)}`))).toBe(414);
    expect([0, 400, 431]).toContain(status(await ask(`GET /${'a'.repeat(100_000)}`)));
    expect([0, 400, 431]).toContain(status(await ask('GET /', [`X: ${'a'.repeat(100_000)}`])));
    for (const bytes of [
      '\r\n\r\n\r\n',
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
    ])
      expect([0, 400, 505]).toContain(status(await raw(bytes, 500)));
    await raw(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), 300);
    expect(status(await ask('GET /a.constructor'))).toBe(200);
    expect(status(await ask('GET /constructor'))).toBe(404);
  });

  test('一口气发来许多请求（pipelining），一个一个答', async () => {
    const one = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    const last = 'GET /digits.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const text = await raw(one('/').repeat(200) + one('/none') + last, 8000);
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, code]) => Number(code));
    expect(statuses).toEqual([...Array.from({ length: 200 }, () => 200), 404, 200]);
    expect(text.endsWith('0123456789')).toBe(true);
    const refused = await raw(`POST / HTTP/1.1\r\nHost: localhost\r\n\r\n${one('/').repeat(3)}`);
    expect([...refused.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, code]) => code)).toEqual(['405']);
  });

  test('慢慢发请求的，到时候断开', { timeout: 30_000 }, async () => {
    const began = performance.now();
    const text = await raw('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 20_000);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(text === '' || /^HTTP\/1\.1 40[08]/u.test(text)).toBe(true);
  });

  test('网站在看的时候换成新的，文件读不出来，服务器都还在', async () => {
    const next = join(root, 'next');
    mkdirSync(next);
    writeFileSync(join(next, 'index.html'), '新首页');
    const asked = Array.from({ length: 50 }, () => ask('GET /'));
    renameSync(site, join(root, 'old'));
    renameSync(next, site);
    const answers = (await Promise.all(asked)).map(status);
    expect(answers.every((code) => [200, 404].includes(code))).toBe(true);
    expect(body(await ask('GET /'))).toBe('新首页');
    chmodSync(join(site, 'index.html'), 0o000);
    expect([200, 404]).toContain(status(await ask('GET /')));
  });

  test('每个回答都带着安全的标头', async () => {
    const text = await ask('GET /none');
    for (const header of [
      'X-Content-Type-Options: nosniff',
      'X-Frame-Options: SAMEORIGIN',
      'Referrer-Policy:',
      'Cross-Origin-Resource-Policy: same-origin',
    ])
      expect(text).toContain(header);
    expect(text).not.toMatch(/^(?:Server|X-Powered-By):/imu);
  });
});

describe('要做很久的答', () => {
  /** A server of its own, on which `/slow` is answered after `takes` ms; what a browser gets. */
  async function asked(
    patience: typeof BUSY_PATIENCE,
    work: (path: string) => Promise<void> | undefined,
  ): Promise<(path: string) => Promise<string>> {
    const own = siteServer(site, {
      patience,
      besides: (request, response) => {
        const done = work(request.url ?? '');
        if (done === undefined) return false;
        void done.then(() => response.end('做好了'));
        return true;
      },
    });
    await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
    const { port: there } = own.address() as AddressInfo;
    onTestFinished(() => {
      own.closeAllConnections();
      own.close();
    });
    return async (path) =>
      (await fetch(`http://127.0.0.1:${String(there)}${path}`)).text().catch(String);
  }

  test('等答的不算闲着：做得比闲着的时限久，答照样到', async () => {
    const get = await asked({ head: 10_000, request: 10_000, idle: 1000, kept: 5000 }, (path) =>
      path === '/slow' ? new Promise((done) => setTimeout(done, 2500)) : undefined,
    );
    expect(await get('/slow')).toBe('做好了');
    expect(await get('/')).toMatch(/首页$/u);
  });

  /** What comes back for a second request on a connection, the process having heard nobody for two seconds between. */
  async function secondAnswer(patience: typeof BUSY_PATIENCE): Promise<string> {
    const own = siteServer(site, { patience });
    await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
    const { port: there } = own.address() as AddressInfo;
    const socket = connect(there, '127.0.0.1');
    onTestFinished(() => {
      socket.destroy();
      own.closeAllConnections();
      own.close();
    });
    socket.on('error', () => undefined);
    const request = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
    const answer = (): Promise<string> =>
      new Promise((done) => {
        socket.once('data', (bytes) => done(String(bytes)));
        socket.once('close', () => done('断开了'));
        socket.write(request);
      });
    expect(await answer()).toContain('200 OK');
    await new Promise((done) => setTimeout(done, 50));
    // The loop looks at its clock before it reads, as after any long work.
    await new Promise((done) => setImmediate(done));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    return answer();
  }

  test('忙着的时候来的下一句，在留着的连接上照样有答', async () => {
    expect(await secondAnswer({ ...BUSY_PATIENCE, kept: 1 })).toBe('断开了');
    expect(await secondAnswer(BUSY_PATIENCE)).toContain('200 OK');
  });
});
