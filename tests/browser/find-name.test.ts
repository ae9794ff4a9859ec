/** 找单位、找账号: the rows of a page by their names, while something is typed and not longer. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

let browser: Browser;
let page: Page;
let server: Server;
beforeAll(async () => {
  server = await serve('dist/demo-internal', '/a/b/');
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const shown = (): Promise<string[]> =>
  page
    .locator('[data-names] :is(tbody > tr th, [data-name]) > a:visible, [data-name]:visible > a')
    .allTextContents();

test.each([
  ['units.html', '找单位', '教育', '找到1家', ['教育局']],
  ['units.html', '找单位', '示例区教育局', '找到1家', ['教育局']],
  ['accounts.html', '找账号和网站', '教育局党建', '找到1个', ['示例区教育局党建']],
])('%s：%s“%s”，%s；清空又是全部，一类没有的整类收起', async (file, label, words, said, names) => {
  await page.goto(server.url(file));
  const all = await shown();
  const sections = await page.locator('[data-names]:visible').count();
  expect(all.length).toBeGreaterThan(30);
  const box = page.getByLabel(label);
  await box.fill(words);
  expect((await shown()).map((one) => one.trim())).toEqual(names);
  expect(await page.locator('[data-find-said]').textContent()).toBe(said);
  expect(await page.locator('[data-names]:visible').count()).toBe(1);
  await box.fill('');
  expect(await shown()).toEqual(all);
  expect(await page.locator('[data-names]:visible').count()).toBe(sections);
  await box.fill('没有这样的名称');
  expect(await page.locator('[data-find-said]').textContent()).toContain('名称里没有');
});
