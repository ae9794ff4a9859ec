/** A list of more than ten pages has no filters: it leads to the search in it, also for a choice that an address brings. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROWS_A_PAGE } from '../../../src/views/roll.ts';
import { generate } from '../../generator/generate.ts';
import { writeFiles } from '../../generator/write.ts';
import { launchChromium } from '../chromium.ts';

const port = 4393;
const home = `http://localhost:${String(port)}/`;
const ISSUES = ROWS_A_PAGE * 10 + 20;
let folder: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'many-')), 'ledger');
  writeFiles(folder, generate({ seed: 15, issues: ISSUES, asOf: '2026-06-15' }));
  // Only the pages that are asked for are drawn.
  server = spawn(
    process.execPath,
    ['scripts/ledger.ts', 'dev', '--internal', '--content', folder, '--port', String(port)],
    // Without what the test runner sets for itself.
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    },
  );
  await once(server.stdout!, 'data');
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  // The first page waits for all that the server bundles.
  await page.goto(`${home}lists/all.html`, { timeout: 150_000 });
}, 240_000);

afterAll(async () => {
  await browser.close();
  server.kill();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

test('超过十页的清单：填一个词就到搜索页，没有筛选', async () => {
  await page.goto(`${home}lists/all.html`);
  expect(await page.locator('.filters').count()).toBe(0);
  expect(await page.locator('.roll-switch').count()).toBe(0);
  const total = Number(/(\d+)个/u.exec((await page.locator('h1').textContent()) ?? '')?.[1]);
  expect(total).toBeGreaterThan(ROWS_A_PAGE * 10);
  await page.getByLabel(`在这${String(total)}个里搜索`).fill('备案');
  await page.getByRole('search', { name: '在这个清单里搜索' }).getByRole('button').click();
  await page.waitForURL(/search\.html/u);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('q')).toBe('备案');
}, 120_000);

test('地址带来的条件不能在这里筛：说明没有筛，并给出带着这些条件的搜索', async () => {
  await page.goto(`${home}lists/all.html?unit=${encodeURIComponent('示例区教育局')}`);
  const note = page.locator('[data-not-applied]');
  await note.waitFor();
  expect(await note.textContent()).toContain('不能在这里筛选');
  const href = await note.getByRole('link').getAttribute('href');
  const asked = new URL(href ?? '', page.url()).searchParams;
  expect(asked.get('单位')).toBe('示例区教育局');
  await note.getByRole('link').click();
  await page.waitForURL(/search\.html\?q=/u);
}, 120_000);

test('一页放不下的账号清单、单位清单：按名称搜索', async () => {
  await page.goto(`${home}figures/registered-accounts.html`);
  expect(await page.locator('.pager').count()).toBe(1);
  await page.getByLabel('按名称搜索').fill('教育局');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\.html\?q=/u);
  expect(new URL(page.url()).searchParams.get('q')).toBe('教育局');
}, 120_000);
