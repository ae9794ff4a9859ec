/** A child's site as sites are: busy, closed to machines, moved, endless, slow, replaced in between — each said in a sentence. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchChild } from '../../src/gather/fetch.ts';
import { type FetchLimits, fetchLimits } from '../../src/gather/fetched.ts';
import { gather } from '../../src/gather/gather.ts';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { scratch } from '../documents/run.ts';
import { AS_OF, childFile, laidDown, madeLedger, published } from '../generator/city.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
let answers: Record<string, Answer>;
let asked: string[];
let texts: RollupTexts;
let address: string;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://x');
  asked.push(pathname);
  const answer = Object.hasOwn(answers, pathname) ? answers[pathname] : undefined;
  if (answer) answer(response, request);
  else response.writeHead(404).end('没有');
});
const gives =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);

beforeAll(async () => {
  texts = published(madeLedger('101', 8).ledger);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answers = {
    '/data/summary.json': gives(texts.summary, 200, { 'content-type': 'application/json' }),
    '/data/ledger.json': gives(texts.ledger, 200, { 'content-type': 'application/json' }),
  };
});

async function fetched(limits: Partial<FetchLimits> = {}, signed = false) {
  const place = { address, privateAddresses: true };
  return fetchChild(place, '.', signed, { ...fetchLimits, ...limits });
}
const why = async (limits?: Partial<FetchLimits>): Promise<string> => {
  const found = await fetched(limits);
  return found.ok ? '' : found.why;
};

/** The sentence of one gathering by a city above. */
async function sentence(): Promise<string> {
  const child = childFile('101', 0, { public: { address, privateAddresses: true } });
  const city = madeLedger('100', 4, new Map([child]));
  const [done] = await gather(city.ledger, laidDown(scratch(), city.files, new Map()), AS_OF);
  return done?.sentence ?? '';
}

test('取两个文件，robots.txt 只问一次；登记了公钥的再取签名，没有签名不是错', async () => {
  const found = await fetched();
  expect(found.ok && Buffer.from(found.files.ledger).toString('utf8')).toBe(texts.ledger);
  expect(asked).toEqual(['/robots.txt', '/data/summary.json', '/data/ledger.json']);
  asked = [];
  const unsigned = await fetched({}, true);
  expect(unsigned.ok && unsigned.files.signature).toBe(undefined);
  expect(asked.at(-1)).toBe('/data/summary.json.sig');
});

test('robots.txt 不让取的不取；只拦一个文件的，拦到为止', async () => {
  answers['/robots.txt'] = gives('User-agent: *\nDisallow: /');
  expect(await why()).toContain('robots.txt 不让程序访问summary.json');
  expect(asked).toEqual(['/robots.txt']);
  answers['/robots.txt'] = gives('User-agent: *\nDisallow: /data/ledger.json');
  expect(await why()).toContain('robots.txt 不让程序访问ledger.json');
  expect(asked).not.toContain('/data/ledger.json');
  answers['/robots.txt'] = gives('x', 500);
  expect(await why()).toBe('robots.txt 返回 500');
});

test.each([
  [429, '太忙'],
  [503, '太忙'],
  [403, '拦下了程序'],
  [404, '网站上没有 summary.json'],
  [500, '服务器返回 500'],
])('返回 %i：说一句，不再请求', async (status, words) => {
  answers['/data/summary.json'] = gives('x', status, { 'retry-after': '1' });
  expect(await sentence()).toContain(words);
  expect(asked).toEqual(['/robots.txt', '/data/summary.json']);
});

test('同一个网站里的跳转跟过去；跳到别的网站、转来转去的不跟', async () => {
  answers['/data/summary.json'] = gives('', 302, { location: '/new/summary.json' });
  answers['/new/summary.json'] = gives(texts.summary);
  expect((await fetched()).ok).toBe(true);
  const { port } = server.address() as AddressInfo;
  const elsewhere = `http://localhost:${String(port)}/data/summary.json`;
  answers['/data/summary.json'] = gives('', 302, { location: elsewhere });
  expect(await why()).toContain('转到别的网站 localhost');
  answers['/data/summary.json'] = gives('', 302, { location: '/data/summary.json' });
  expect(await why()).toContain('转来转去');
});

test('内网和本机的地址，不写 privateAddresses 一次也不连', async () => {
  const found = await fetchChild({ address, privateAddresses: false }, '.', false);
  expect(found).toEqual({ ok: false, why: '地址在内网或本机，设置没有允许' });
  expect(asked).toEqual([]);
});

test('没完没了地发的，读到上限就断开；慢慢发的，到时候断开', async () => {
  let sent = 0;
  answers['/data/ledger.json'] = (response) => {
    const more = (): void => {
      sent += 65_536;
      if (!response.destroyed && sent < 2 ** 30)
        response.write(Buffer.alloc(65_536, 32), () => setImmediate(more));
    };
    more();
  };
  expect(await why({ ledger: 1024 * 1024 })).toBe('ledger.json 超过 1 MB 的上限，没有读');
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  answers['/data/summary.json'] = (response) => void response.writeHead(200).write('{');
  const start = performance.now();
  expect(await why({ timeout: 400 })).toContain('秒内没有打开');
  expect(performance.now() - start).toBeLessThan(3000);
});

test('说的类型不作数，看内容：登录页、拦截页、断在半截的都不当作 0 个问题', async () => {
  answers['/data/summary.json'] = gives(texts.summary, 200, { 'content-type': 'text/html' });
  expect(await sentence()).toBe(`收到，截至 ${AS_OF}`);
  const page = '<!doctype html><title>统一身份认证</title>';
  answers['/data/summary.json'] = gives(page, 200, { 'content-type': 'application/json' });
  expect(await sentence()).toContain('是一个网页，不是汇总文件');
  for (const body of ['', '{}', '[]', 'null', '0', texts.summary.slice(0, 500)]) {
    answers['/data/summary.json'] = gives(body);
    expect(await sentence()).toMatch(/空的|不是本程序的|不是完整的/u);
  }
  answers['/data/summary.json'] = gives(texts.summary);
  answers['/data/ledger.json'] = (response) => {
    response.writeHead(200, { 'content-length': '100000' }).write('{"format":');
    setTimeout(() => response.destroy(), 20);
  };
  expect(await sentence()).toContain('连接被断开');
});

test('两次请求之间网站换了新的：再取一遍就对；一直不符的说校验值不符，只取两遍', async () => {
  const other = published(madeLedger('101', 9).ledger);
  let first = true;
  answers['/data/ledger.json'] = (response) => {
    response.writeHead(200).end(first ? other.ledger : texts.ledger);
    first = false;
  };
  expect(await sentence()).toBe(`收到，截至 ${AS_OF}`);
  asked = [];
  answers['/data/ledger.json'] = gives(other.ledger);
  expect(await sentence()).toContain('校验值不符');
  expect(asked.filter((path) => path === '/data/ledger.json')).toHaveLength(2);
});
