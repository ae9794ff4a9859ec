/** The endpoint as a real browser meets it: its cookie, its Origin, its Sec-Fetch-Site, from pages of the site and from others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byKey, answerEndpoint } from '../../scripts/site/serving/endpoint.ts';
import { hostsOf } from '../../scripts/site/serving/guard.ts';
import { cookieOf, keySetter } from '../../scripts/site/serving/key.ts';
import { type Besides, siteServer } from '../../scripts/site/serving/static.ts';
import { launchChromium } from './chromium.ts';

const KEY = 'k'.repeat(32);
const report = {
  unit: 'jia',
  stamp: '20240610-090000',
  title: '示例',
  words: '',
  files: [{ path: 'updates/plain/plain-01/20240610-090000-abc.yaml', base64: 'eA==' }],
};

/** Whoever handed something in. */
const taken: string[] = [];
let folder: string;
let site: Server;
let elsewhere: Server;
let browser: Browser;
let page: Page;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const addressOf = (server: Server) => `http://127.0.0.1:${String(portOf(server))}/`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-endpoint-'));
  writeFileSync(join(folder, 'index.html'), '<meta charset="utf-8">网页');
  let besides: Besides = () => false;
  site = siteServer(folder, { besides: (...given) => besides(...given) });
  elsewhere = siteServer(folder);
  for (const server of [site, elsewhere])
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const first = keySetter(KEY, portOf(site));
  const api = answerEndpoint({
    path: '/api/report',
    hosts: hostsOf('127.0.0.1', []),
    who: byKey(cookieOf(portOf(site)), KEY, 'clerk-jia'),
    take: (_, account) => {
      taken.push(account);
      return Promise.resolve({ kind: 'taken', number: 'report/jia/1' });
    },
  });
  besides = (...given) => first(...given) || api(...given);
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  for (const server of [site, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Hands in from whatever page is open, as its script would; 0 where the browser tells the page nothing. */
function handIn(init: Pick<RequestInit, 'mode' | 'credentials' | 'headers'> = {}): Promise<number> {
  return page.evaluate(
    async ([to, text, more]) => {
      const headers = { 'Content-Type': 'application/json' };
      return fetch(to, { method: 'POST', headers, body: text, ...more }).then(
        (answer) => answer.status,
        () => 0,
      );
    },
    [`${addressOf(site)}api/report`, JSON.stringify(report), init] as const,
  );
}

test('没有用启动时的地址打开过的浏览器、别的网页，送不进来', async () => {
  await page.goto(addressOf(site));
  expect(await handIn()).toBe(401);
  await page.goto(`${addressOf(site)}?key=guess`);
  expect(await handIn()).toBe(401);
  await page.goto(`${addressOf(site)}?key=${KEY}`);
  expect(page.url()).toBe(`${addressOf(site)}index.html`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  // Another port of this machine is the same site to a cookie, and another origin to the guard.
  await page.goto(addressOf(elsewhere));
  expect(await handIn()).toBe(0);
  expect(await handIn({ mode: 'no-cors', credentials: 'include', headers: {} })).toBe(0);
  expect(taken).toEqual([]);
});

test('用启动时的地址打开过，从本站页面送得进来', async () => {
  await page.goto(`${addressOf(site)}?key=${KEY}`);
  expect(await handIn()).toBe(201);
  expect(taken).toEqual(['clerk-jia']);
});
