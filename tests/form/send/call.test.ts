/** 问平台: what is asked, and each hindrance in its sentence. A real server on this machine. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askingForge, Hindered, partMissing, textAt } from '../../../src/form/send/call.ts';

let server: Server;
let api: string;
let answer: { status: number; body: string };
let asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { body: string };
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      const { method, url, headers } = request;
      asked = { method, url, headers, body };
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  api = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api`;
});
afterAll(() => void server.close());
beforeEach(() => {
  answer = { status: 200, body: '{"id":7}' };
});

const ask = (question: Parameters<ReturnType<typeof askingForge>>[0], at = api) =>
  askingForge({ fetch }, { api: at, name: '代码平台', token: 'abc' })(question);
/** The kind of the hindrance and its sentence. */
async function hindered(asking: () => unknown): Promise<string> {
  try {
    await asking();
  } catch (error) {
    if (error instanceof Hindered) return `${error.why} ${error.message}`;
    throw error;
  }
  return '';
}
const at = (status: number, body: unknown = {}) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  return hindered(() => ask({ path: '/x' }));
};

test('问一句：口令在头里，没有正文的不写类型', async () => {
  expect(await ask({ path: '/user' })).toEqual({ status: 200, data: { id: 7 } });
  expect(asked).toMatchObject({ method: 'GET', url: '/api/user', body: '' });
  expect(asked.headers).toMatchObject({ authorization: 'Bearer abc', accept: 'application/json' });
  expect(asked.headers['content-type']).toBeUndefined();
});

test('带正文的按 JSON 送', async () => {
  await ask({ method: 'POST', path: '/pulls', body: { title: '甲' } });
  expect(asked).toMatchObject({ method: 'POST', body: '{"title":"甲"}' });
  expect(asked.headers['content-type']).toBe('application/json');
});

test('有的状态算回答；回答不是 JSON 的当作没有写', async () => {
  answer = { status: 404, body: '没有' };
  expect(await ask({ path: '/x', also: [404] })).toEqual({ status: 404, data: null });
});

test.each([
  [401, 'sign-in', '重新登录再送'],
  [403, 'forbidden', '没有让这个账户提交'],
  [404, 'forbidden', '看不到台账的仓库'],
  [413, 'refused', '不收这么大的佐证'],
  [429, 'offline', '请求太多'],
  [500, 'offline', '一时没有应答'],
  [503, 'offline', '一时没有应答'],
  [422, 'refused', '没有收'],
])('%i 是 %s，说“%s”', async (status, why, words) => {
  const said = await at(status);
  expect(said.startsWith(`${why} `)).toBe(true);
  expect(said).toContain(words);
});

test('平台的原话照引，一行、不超过两百字', async () => {
  expect(await at(422, { message: '分支\n  已经有了' })).toContain(
    '（代码平台的原话：分支 已经有了）',
  );
  expect(await at(422, { error: 'bad', message: { a: 1 } })).toContain('（代码平台的原话：bad）');
  expect(await at(422, { message: ['甲', '乙'] })).toContain('原话：甲,乙）');
  expect((await at(422, { message: '长'.repeat(300) })).match(/长/gu)).toHaveLength(200);
  expect(await at(422, 'null')).not.toContain('原话');
});

test('连不上的说检查网络', async () => {
  expect(await hindered(() => ask({ path: '/x' }, 'http://127.0.0.1:1'))).toMatch(
    /^offline 连不上代码平台：检查网络/u,
  );
  expect(await hindered(partMissing)).toMatch(/^offline 本页的程序没有取全/u);
});

test('回答里应有的字：没有的、不是字的说看不懂', async () => {
  expect(textAt({ a: { b: '甲' } }, 'a', 'b')).toBe('甲');
  expect(textAt({ id: 7 }, 'id')).toBe('7');
  for (const data of [null, {}, { a: '甲' }, { a: { b: true } }])
    expect(await hindered(() => textAt(data, 'a', 'b'))).toContain('平台的回答看不懂');
  expect(await hindered(() => textAt({}, 'constructor', 'name'))).toContain('看不懂');
});
