/** A choice that comes with the address: from a tab, a card of the search, or a link that somebody was sent. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

/** A name that is not this machine's own: plain HTTP, where a page may not touch the clipboard. */
const HOST = 'ledger.example';
let browser: Browser;
let page: Page;
let server: Server;
beforeAll(async () => {
  server = await serve('dist/demo-internal', '/a/b/');
  browser = await launchChromium([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(async () => {
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const visible = (): Promise<number> => page.locator('table.issues tbody tr:visible').count();
const status = (words: RegExp): Promise<void> =>
  page.locator('.roll-shown [role=status]', { hasText: words }).waitFor({ timeout: 5000 });
const asking = (file: string, query: Record<string, string>): string =>
  `${server.url(file)}?${new URLSearchParams(query).toString()}`;

test('清单里没有的值：一个不剩，说没有符合条件的，条件看得见、取消得掉', async () => {
  for (const [file, name] of [
    ['lists/overdue.html', 'unit'],
    ['lists/all.html', 'unit'],
    ['figures/held-publicity.html', 'officer'],
  ] as const) {
    await page.goto(asking(file, { [name]: '没有这家单位' }));
    await status(/^没有符合条件的问题/u);
    expect(await visible()).toBe(0);
    expect(await page.locator('.chip').first().textContent()).toContain('没有这家单位');
    expect(new URL(page.url()).searchParams.get(name)).toBe('没有这家单位');
    await page.locator('.chip').first().click();
    expect(await visible()).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe('');
  }
});

test('别的页取不到时，带来的条件没有用上，说明，也不给下载', async () => {
  await page.route('**/lists/all/2.html', (route) => route.abort());
  await page.goto(asking('lists/all.html', { unit: '示例区教育局' }));
  await status(/没有用上/u);
  expect(await page.locator('[data-download-shown]').isVisible()).toBe(false);
  expect(new URL(page.url()).searchParams.get('unit')).toBe('示例区教育局');
  await page.unroute('**/lists/all/2.html');
  await page.locator('.filters input').evaluate((field) => {
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await status(/^(显示|没有符合)/u);
});

test('取别的页的时候另选的、另找的，取来以后还在', async () => {
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/lists/all/2.html', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto(asking('lists/all.html', { find: '备案', sort: 'due' }));
  await status(/^正在取/u);
  expect(await page.locator('.filters input').inputValue()).toBe('备案');
  await page.locator('.roll-switch').click();
  await page.locator('.filters input').fill('更新');
  gate.resolve(undefined);
  await status(/^显示/u);
  expect(await page.locator('.filters input').inputValue()).toBe('更新');
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    find: '更新',
    sort: 'due',
  });
});

test('没有选什么的，不说带着所选的条件；不是本机的明文网站上，链接栏跟着所选的变', async () => {
  await page.goto(server.url('lists/overdue.html').replace('127.0.0.1', HOST));
  await page.locator('[data-copy-address]').click();
  const field = page.locator('.roll-shown > input');
  expect(await field.inputValue()).toBe(page.url());
  await page.locator('.filters input').fill('更新');
  expect(page.url()).toContain('find=');
  expect(await field.inputValue()).toBe(page.url());
  await page.context().grantPermissions(['clipboard-write', 'clipboard-read']);
  await page.goto(server.url('lists/overdue.html'));
  await page.locator('[data-copy-address]').click();
  await status(/^链接已复制$/u);
});

test('从另一个清单走过以后退回来，不算走在那个清单里', async () => {
  await page.goto(server.url('lists/overdue.html'));
  const links = page.locator('table.issues tbody .what > a');
  await links.nth(1).click();
  const first = page.url();
  const walk = page.getByRole('navigation', { name: '按清单逐个看' });
  expect(await walk.textContent()).toContain('第2个');
  await page.goto(server.url('lists/all.html'));
  await links.nth(0).click();
  expect(await walk.textContent()).toContain('第1个');
  await page.goBack();
  await page.goBack();
  expect(page.url()).toBe(first);
  await page.locator('main').waitFor();
  expect(await walk.count()).toBe(0);
});

test('几行的清单平时没有筛选，地址带来条件时有，说明、取消得掉', async () => {
  const file = 'figures/held-publicity.html';
  await page.goto(server.url(file));
  expect(
    await page.locator('.roll-switch, .filters, .roll-shown').filter({ visible: true }).count(),
  ).toBe(0);
  const all = await visible();
  expect([all > 1, all <= 5]).toEqual([true, true]);
  await page.goto(asking(file, { unit: '没有这家单位' }));
  await status(/^没有符合条件的问题/u);
  expect(await visible()).toBe(0);
  await page.locator('.chip').first().click();
  expect(await visible()).toBe(all);
});
