/** A list of several pages is filtered, taken away and walked through as a whole, from any of its pages. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueRows } from '../../src/views/issue/issue-row.ts';
import { listViews } from '../../src/views/issue/list-view.ts';
import { face } from '../documents/face.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

/** All issues in the order of the list, which has two pages. */
const shown = face('shili', 'internal');
const rows = issueRows(shown, listViews(shown).find(({ id }) => id === 'all')!.ids);
const [own, others] = [rows.slice(200), rows.slice(0, 200)];
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

const idsOf = (): Promise<string[]> =>
  page
    .locator('table.issues tbody tr:visible .what > a')
    .evaluateAll((all) =>
      all.map((one) => /([^/]+)\.html$/u.exec((one as HTMLAnchorElement).href)?.[1] ?? ''),
    );
const ids = (of: typeof rows): string[] => of.map(({ id }) => id);
const opened = async (): Promise<void> => {
  await page.locator('.roll-switch').click();
  await page.locator('[role=status]', { hasText: /^共\d+个$/u }).waitFor();
  await page.locator('.filters select[name=unit] option').nth(1).waitFor({ state: 'attached' });
};

test('从第二页打开筛选：单位的个数是整个清单的，筛出来、下载的也是；取消以后回到这一页', async () => {
  expect(own.length).toBeGreaterThan(3);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(server.url('lists/all/2.html'));
  expect(await idsOf()).toEqual(ids(own));
  // Nothing of the other pages comes before somebody asks.
  expect(asked.filter((url) => /lists\/all\.html$/u.test(url))).toEqual([]);
  await opened();
  const unit = rows[0]!.unit.name;
  const wanted = rows.filter((row) => row.unit.name === unit);
  await page.locator('.filters select[name=unit]').selectOption(unit);
  expect(await idsOf()).toEqual(ids(wanted));
  expect(await page.locator('.pager').isVisible()).toBe(false);
  await page.reload();
  await page.locator('[role=status]', { hasText: `显示${String(wanted.length)}个` }).waitFor();
  expect(await idsOf()).toEqual(ids(wanted));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-download-shown]').click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const places = ids(wanted).map((id) => text.indexOf(id));
  expect(places.every((at, index) => at > (places[index - 1] ?? 0))).toBe(true);
  expect(ids(rows).filter((id) => text.includes(`${id},`))).toHaveLength(wanted.length);
  await page.locator('.chip').first().click();
  expect(await idsOf()).toEqual(ids(own));
  expect(await page.locator('.pager').isVisible()).toBe(true);
});

test('在整个清单里找字；点开别的页上的那一行，走的是找出来的', async () => {
  const last = rows.at(-1)!;
  await page.goto(server.url('lists/all.html'));
  expect(await idsOf()).toEqual(ids(others));
  await opened();
  await page.locator('.filters input').fill(last.finding.slice(0, 4));
  const found = await idsOf();
  const at = found.indexOf(last.id);
  expect(at).toBeGreaterThan(0);
  await page.locator('table.issues tbody tr:visible .what > a').nth(at).click();
  expect(page.url()).toBe(server.url(`issues/${last.id}.html`));
  expect(await page.getByRole('navigation', { name: '按清单逐个看' }).textContent()).toContain(
    `第${String(at + 1)}个，共${String(found.length)}个`,
  );
});

test('没有筛的，走到一页的最后一个，接着是清单的下一页', async () => {
  await page.goto(server.url('lists/all.html'));
  await page.locator('table.issues tbody .what > a').nth(199).click();
  await page.getByRole('link', { name: '清单的下一页' }).first().click();
  expect(page.url()).toBe(server.url('lists/all/2.html'));
});

test('别的页取不到时说明，清单还是原来的', async () => {
  await page.route('**/lists/all/2.html', (route) => route.abort());
  await page.goto(server.url('lists/all.html'));
  await page.locator('.roll-switch').click();
  await page.locator('[role=status]', { hasText: '没有取到' }).waitFor();
  expect(await idsOf()).toEqual(ids(others));
  await page.unroute('**/lists/all/2.html');
});
