/** 办公室自己的服务器: one call, its sentences, and what is said where it says none. A real server on this machine. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endpointSender, LARGEST_REPORT } from '../../../src/form/send/endpoint.ts';
import type { EndpointSettings } from '../../../src/form/send/settings.ts';
import type { Submission } from '../../../src/form/submission.ts';

let server: Server;
let address: string;
let answer: { status: number; body: unknown };
let asked: { method: string | undefined; body: string }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      asked.push({ method: request.method, body });
      response
        .writeHead(answer.status)
        .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/report`;
});
afterAll(() => void server.close());
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: { account: 'clerk-jia' } };
});
const sender = (at = address) =>
  endpointSender({ fetch }, { kind: 'endpoint', address: at } as unknown as EndpointSettings);
const report = (bytes = new Uint8Array([1, 2, 3])): Submission => ({
  unit: 'jia',
  stamp: '20260615-090000-abc',
  title: '申请验收',
  words: '附：编号',
  files: [
    { path: 'updates/a.yaml', bytes },
    { path: 'inspections/c1.yaml', bytes, replaces: 'f'.repeat(40) },
  ],
});
const dead = 'http://127.0.0.1:1/';

test('谁在问，服务器知道；不认得、连不上的不知道', async () => {
  expect(await sender().whoAmI()).toEqual({ account: 'clerk-jia' });
  answer = { status: 200, body: {} };
  expect(await sender().whoAmI()).toBeUndefined();
  answer = { status: 200, body: '不是 JSON' };
  expect(await sender().whoAmI()).toBeUndefined();
  expect(await sender(dead).whoAmI()).toBeUndefined();
});

test('开始以前问一声：能送、登录过期、连不上', async () => {
  expect(await sender().start({ here: '/' })).toBeUndefined();
  answer = { status: 401, body: {} };
  expect(await sender().start({ here: '/' })).toMatchObject({ why: 'sign-in' });
  expect(await sender(dead).start({ here: '/' })).toMatchObject({
    why: 'offline',
    sentence: expect.stringContaining('连不上服务器') as string,
  });
});

test('送出：文件按 base64，改哪一份写明；得一个号', async () => {
  answer = { status: 201, body: { number: 'r-7' } };
  expect(await sender().send(report())).toEqual({ kind: 'sent', number: 'r-7' });
  expect(asked.map(({ method }) => method)).toEqual(['POST']);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    unit: 'jia',
    stamp: '20260615-090000-abc',
    title: '申请验收',
    words: '附：编号',
    files: [
      { path: 'updates/a.yaml', base64: 'AQID' },
      { path: 'inspections/c1.yaml', base64: 'AQID', replaces: 'f'.repeat(40) },
    ],
  });
});

test('太大的不送，就说太大', async () => {
  expect(await sender().send(report(new Uint8Array(LARGEST_REPORT / 2)))).toMatchObject({
    why: 'refused',
    sentence: expect.stringContaining('佐证太大') as string,
  });
  expect(asked).toEqual([]);
});

test.each([
  [401, {}, 'sign-in', '登录过期了'],
  [403, {}, 'forbidden', '没有让这个账户提交'],
  [413, {}, 'refused', '佐证太大'],
  [500, '网关坏了', 'offline', '过一会儿再送'],
  [422, {}, 'refused', '过一会儿再送'],
  [201, {}, 'refused', '过一会儿再送'],
  [
    422,
    { why: 'forbidden', sentence: '你不是这个单位的填报员。' },
    'forbidden',
    '你不是这个单位的填报员。',
  ],
  [422, { why: '别的', sentence: '乱说' }, 'refused', '过一会儿再送'],
  [422, { why: 'forbidden' }, 'refused', '过一会儿再送'],
])('%i %o 是 %s：%s', async (status, body, why, sentence) => {
  answer = { status, body };
  expect(await sender().send(report())).toMatchObject({
    kind: 'failed',
    why,
    sentence: expect.stringContaining(sentence) as string,
  });
});

test('连不上的，说已经送到的不会送成两份', async () => {
  expect(await sender(dead).send(report())).toMatchObject({
    why: 'offline',
    sentence: expect.stringContaining('不会送成两份') as string,
  });
});
