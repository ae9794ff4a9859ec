/**
 * 示例市 in a real browser: twelve districts gathered by the command, six of them with something wrong, the city's site
 * built, its sums read on the page and its search asked for what lies in the districts, down to a district's own page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledger as run } from '../documents/run.ts';
import { AS_OF, laidDown } from '../generator/city.ts';
import {
  cityOfTwelve,
  codes,
  HIDDEN,
  LATE,
  OLD,
  STOLEN,
  type Twelve,
  WRONG,
} from '../generator/twelve.ts';
import { addedUp, type Area, countedIn } from '../recount/area.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';
import { visit } from './visit.ts';

const OUT = [LATE, WRONG, STOLEN, OLD];
const dir = mkdtempSync(join(tmpdir(), 'city-'));
let browser: Browser;
let twelve: Twelve;
let byHand: Area;
const sites = new Map<'city' | 'district', Server>();

beforeAll(async () => {
  browser = await launchChromium();
  for (const name of ['city', 'district'] as const)
    sites.set(name, await serve(join(dir, 'site', name)));
  twelve = cityOfTwelve(dir, new Map([['101', sites.get('district')!.origin]]));
  const { districts, city, content } = twelve;
  const gathered = run('gather', '--write', '--content', content, '--as-of', AS_OF);
  // Some are to be looked at.
  expect([gathered.code, gathered.err]).toEqual([1, '']);
  const folders = new Map(
    [...districts].map(([code, { files }]) => [code, laidDown(join(dir, code), files, new Map())]),
  );
  const counted = [...folders].flatMap(([code, folder]) => (OUT.includes(code) ? [] : [folder]));
  const own = laidDown(join(dir, 'own'), city.files, new Map());
  byHand = addedUp([own, ...counted].map((folder) => countedIn(folder, AS_OF, 'public')));
  for (const [name, folder] of [
    ['city', content],
    ['district', folders.get('101')!],
  ] as const) {
    const to = join(dir, 'site', name);
    const built = run('build', '--content', folder, '--as-of', AS_OF, '--out', to);
    expect([built.code, built.code === 0 ? '' : built.err]).toEqual([0, '']);
  }
});
afterAll(async () => {
  await browser.close();
  for (const site of sites.values()) await site.close();
  rmSync(dir, { recursive: true });
});

const opened = async (file: string): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(sites.get('city')!.url(file));
  return page;
};
async function asked(page: Page, question: string): Promise<string[]> {
  await page.locator('#question').fill(question);
  await page.locator('[data-search-status]', { hasText: `“${question}”` }).waitFor();
  return page.locator('[data-search-results] a').allTextContents();
}
/** An account of a district that no other ledger has. */
const accountOf = (code: string) =>
  [...twelve.districts.get(code)!.ledger.accounts.values()].find(({ name }) =>
    name.includes(`示例${code}区`),
  )!;

test('下级台账页：十二家按顺序，四家不计，合计和另数的一样', async () => {
  const page = await opened('children/all.html');
  const rows = await page
    .locator('tr[data-child]')
    .evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-child'), row.classList.contains('uncounted')]),
    );
  expect(rows).toEqual([['own', false], ...codes.map((code) => [`q${code}`, OUT.includes(code)])]);
  for (const id of ['total', 'unfinished', 'closed'])
    expect([id, await page.locator(`[data-total=${id}]`).textContent()]).toEqual([
      id,
      String(byHand.figures[id]),
    ]);
  await page.close();
  expect(await visit(browser, sites.get('city')!.url('children/all.html'))).toEqual([]);
});

test('一处搜索：下级的账号、单位、问题都找得到，写明是谁的，点开是它自己的网页', async () => {
  const page = await opened('search.html');
  const account = accountOf('101');
  const [first = ''] = await asked(page, account.name);
  expect(first).toBe(`${account.name}（示例101区）`);
  expect(await page.locator('.result-summary').first().textContent()).toContain('示例101区的台账');
  await page.locator('[data-search-results] a').first().click();
  await page.waitForURL(`${sites.get('district')!.origin}/accounts/${account.id}.html`);
  expect(await page.locator('h1').textContent()).toContain(account.name);
  // A district whose site stands elsewhere: its own address.
  await page.goto(sites.get('city')!.url('search.html'));
  const other = accountOf('110');
  await asked(page, other.name);
  expect(await page.locator('[data-search-results] a').first().getAttribute('href')).toBe(
    `https://q110.gov.example/accounts/${other.id}.html`,
  );
  await page.close();
});

test('问题按词找，按台账筛；点开是下级的那个问题', async () => {
  const page = await opened('search.html?q=未备案');
  const facet = page.locator('[data-search-facets] a', { hasText: '示例101区' });
  await facet.waitFor();
  const count = Number(/（(\d+)）/u.exec((await facet.textContent()) ?? '')?.[1]);
  await facet.click();
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-search-results] li').length === wanted,
    count,
  );
  const title = (await page.locator('[data-search-results] a').first().textContent()) ?? '';
  expect(title).toContain('（示例101区）');
  await page.locator('[data-search-results] a').first().click();
  await page.waitForURL(`${sites.get('district')!.origin}/issues/*`);
  await page.close();
});

test('没有允许检索的区，一个名称也找不到；边打边出的也写明是谁的', async () => {
  const page = await opened('search.html');
  const hidden = await asked(page, accountOf(HIDDEN).name);
  expect(hidden.filter((title) => title.includes(`示例${HIDDEN}区`))).toEqual([]);
  await page.goto(sites.get('city')!.url('units.html'));
  const account = accountOf('101');
  await page.locator('#search-box').fill(account.name);
  const option = page.locator('#suggestions [role=option]').first();
  await option.waitFor();
  expect(await option.textContent()).toContain(`${account.name}（示例101区）`);
  expect(await option.getAttribute('data-href')).toBe(
    `${sites.get('district')!.origin}/accounts/${account.id}.html`,
  );
  await page.close();
});
