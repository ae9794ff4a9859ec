/** 取页: one request, bounded in time, size and in where it may go. A real server on this machine. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchOnce, type Limits, USER_AGENT, whyOf } from '../../src/probe/fetch.ts';

let server: Server;
let respond: RequestListener;
let seen: string[];
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.headers['user-agent'] ?? ''} ${request.headers.cookie ?? '没有'}`);
    respond(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  respond = (_, response) => response.setHeader('content-type', 'text/html').end('<p>甲</p>');
});
const address = (host = '127.0.0.1') =>
  new URL(`http://${host}:${String((server.address() as AddressInfo).port)}/`);
const LIMITS: Limits = { timeout: 2000, size: 1000, privateAddresses: true };
const ask = (more: Partial<Limits> = {}, url = address(), signal = AbortSignal.timeout(10_000)) =>
  fetchOnce(url, { ...LIMITS, ...more }, signal);

test('打开了：状态、类型、内容；说自己是谁，不带 cookie', async () => {
  expect(await ask()).toEqual({
    kind: 'answered',
    status: 200,
    location: undefined,
    type: 'text/html',
    body: Buffer.from('<p>甲</p>'),
  });
  expect(seen).toEqual([`${USER_AGENT} 没有`]);
});

test('转到别处的不跟着去，只说转到哪里', async () => {
  respond = (_, response) => response.writeHead(302, { location: 'https://www.example.cn/' }).end();
  expect(await ask()).toMatchObject({ status: 302, location: 'https://www.example.cn/', type: '' });
  expect(seen).toHaveLength(1);
});

test('太长的读到上限为止', async () => {
  respond = (_, response) => {
    response.write('x'.repeat(900));
    response.write('x'.repeat(900));
  };
  const answer = await ask();
  expect(answer.kind === 'answered' && answer.body.length).toBe(1000);
});

test('内网、本机的地址，设置没有允许就不去', async () => {
  const why = { kind: 'forbidden', why: '地址在内网或本机，设置没有允许' };
  expect(await ask({ privateAddresses: false })).toEqual(why);
  expect(await ask({ privateAddresses: false }, address('localhost'))).toEqual(why);
  expect(await ask({ privateAddresses: false }, new URL('http://[::1]:1/'))).toEqual(why);
  expect(seen).toEqual([]);
  expect((await ask({}, address('localhost'))).kind).toBe('answered');
});

test('到时候还没有打开的，说几秒', async () => {
  respond = () => undefined;
  expect(await ask({}, address(), AbortSignal.timeout(50))).toEqual({
    kind: 'failed',
    why: '2秒内没有打开',
  });
});

test('断在半路的、拒绝连接的', async () => {
  respond = (request) => request.socket.destroy();
  expect(await ask()).toMatchObject({ kind: 'failed', why: '连接被断开' });
  expect(await ask({}, new URL('http://127.0.0.1:1/'))).toMatchObject({ why: '服务器拒绝连接' });
});

test('原因写成中文；不认得的带上代码', () => {
  const coded = (code: string) => whyOf(Object.assign(new Error('x'), { code }));
  expect([coded('ENOTFOUND'), coded('CERT_HAS_EXPIRED')]).toEqual([
    '域名解析不了',
    '网站证书已过期',
  ]);
  expect([coded('EWHAT'), coded('constructor'), whyOf('x'), whyOf(new Error('x'))]).toEqual([
    '无法打开（EWHAT）',
    '无法打开（constructor）',
    '无法打开',
    '无法打开',
  ]);
});
