/**
 * 示例省 in a real browser: ten cities of twelve districts each, gathered level by level into snapshots; the province's site
 * is built from its own records and those, every total on its page read, and its search asked for what lies in a city.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledger as run } from '../documents/run.ts';
import { AS_OF, laidDown } from '../generator/city.ts';
import { madeProvince, type Province } from '../generator/province.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';
import { visit } from './visit.ts';

const dir = mkdtempSync(join(tmpdir(), 'province-site-'));
let browser: Browser;
let site: Server;
let { cities, province } = {} as Province;

beforeAll(async () => {
  browser = await launchChromium();
  ({ cities, province } = await madeProvince(join(dir, 'ledgers')));
  const content = laidDown(join(dir, 'province'), province.files, new Map());
  const to = join(dir, 'site');
  const built = run('build', '--internal', '--content', content, '--as-of', AS_OF, '--out', to);
  expect([built.code, built.code === 0 ? '' : built.err]).toEqual([0, '']);
  site = await serve(to);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(dir, { recursive: true });
});

const opened = async (file: string): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(site.url(file));
  return page;
};
/** The numbers of the rows of the table under a heading, by the name in front. */
async function tableOf(page: Page, id: string): Promise<Record<string, number[]>> {
  const cells = await page
    .locator(`xpath=//h2[@id='${id}']/following::table[1]/tbody/tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent.trim())),
    );
  return Object.fromEntries(cells.map(([name = '', ...numbers]) => [name, numbers.map(Number)]));
}

test('十个市按顺序，每家的数、合计、按平台、按问题类别和按检查指标，都等于从 YAML 另数的和', async () => {
  const page = await opened('children/all.html');
  const rows = await page.locator('tr[data-child]').evaluateAll((all) =>
    all.map((row) => ({
      id: row.getAttribute('data-child'),
      total: Number(row.querySelector('[data-label=问题总数]')?.textContent),
      unfinished: Number(row.querySelector('[data-label=未完成]')?.textContent),
      closed: Number(row.querySelector('[data-label=已销号]')?.textContent),
    })),
  );
  expect(rows.slice(1)).toEqual(
    [...province.parts].map(([id, { figures }]) => ({
      id,
      total: figures['total'],
      unfinished: figures['unfinished'],
      closed: figures['closed'],
    })),
  );
  for (const id of ['total', 'unfinished', 'closed'])
    expect([id, await page.locator(`[data-total=${id}]`).textContent()]).toEqual([
      id,
      String(province.byHand.figures[id]),
    ]);
  expect(await tableOf(page, 'platforms')).toEqual(province.byHand.platforms);
  expect(await tableOf(page, 'problems')).toEqual(province.byHand.problems);
  expect(await tableOf(page, 'indicators')).toEqual(province.byHand.indicators);
  await page.close();
  expect(await visit(browser, site.url('children/all.html'))).toEqual([]);
});

test('在省里搜一个市本级的账号：找得到，写明是哪个市的，指到市的网站；区里的在市里找', async () => {
  const page = await opened('search.html');
  const asked = async (question: string): Promise<string[]> => {
    await page.locator('#question').fill(question);
    await page.locator('[data-search-status]', { hasText: `“${question}”` }).waitFor();
    return page.locator('[data-search-results] a').allTextContents();
  };
  const city = cities.get('q3000')!;
  const account = [...city.face.ledger.accounts.values()].find(({ name }) =>
    name.includes('示例3000区'),
  )!;
  expect((await asked(account.name))[0]).toBe(`${account.name}（示例3000区）`);
  expect(await page.locator('[data-search-results] a').first().getAttribute('href')).toBe(
    `https://q3000.gov.example/inner/accounts/${account.id}.html`,
  );
  const below = (await asked('示例3001区')).filter((title) => title.includes('示例3001区'));
  expect(below).toEqual([]);
  await page.close();
});
