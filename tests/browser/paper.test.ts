/** 表格不出屏、不出纸；纸上的首页、单位页、填报页、搜索页和屏幕上说的一样多，没有只能点的。 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf, pagesOf, sitesUnderTest } from '../site/page.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';
import { runsOver } from './widths.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe.each(sitesUnderTest())('$name', (site) => {
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    server = await serve(site.folder);
    page = await browser.newPage({ viewport: { width: 680, height: 900 }, locale: 'zh-CN' });
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });
  const counts = (selector: string): Promise<number[]> =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height > 0)
          .map((one) => Number(/\d+/u.exec(one.textContent)?.[0])),
      );

  test('有账号表、照录清单的页面，从手机到大屏、关怀版、纸上都不横滚', async () => {
    const files = pagesOf(site).filter(
      (one) =>
        ['unit', 'campaign'].includes(kindOf(one)) &&
        /class="(?:table accounts|listed)[" ]/u.test(one.html),
    );
    expect(files).not.toEqual([]);
    expect(
      await runsOver(
        browser,
        files.map(({ file }) => server.url(file)),
      ),
    ).toEqual([]);
  });

  test('首页：各环节待办一行不少，未完成的各行加起来是未完成；休息日写着“休”', async () => {
    await page.goto(server.url('index.html'));
    const [unfinished] = await counts('#lead');
    // Without the last row: what is kept up and due to be looked at again is finished.
    const rows = page.locator('.waiting > li');
    const of = await rows.filter({ hasNotText: '复查' }).locator('a.nowrap').count();
    const waiting = await counts('.waiting > li:not(:has-text("复查")) > p > a.nowrap');
    expect(waiting).toHaveLength(of);
    if (of > 0) expect(waiting.reduce((sum, one) => sum + one, 0)).toBe(unfinished);
    const off = page.locator('.fortnight-off .fortnight-word', { hasText: '休' });
    for (const one of await off.all()) expect(await one.isVisible()).toBe(true);
  });

  test('单位页：待本单位办理的在一张表里', async () => {
    // Those whose tasks are parted into groups.
    const parted = pagesOf(site).filter(
      (one) => kindOf(one) === 'unit' && one.html.split('"task-group"').length > 2,
    );
    for (const { file } of parted) {
      await page.goto(server.url(file));
      const tables = page.locator('section[aria-labelledby=tasks] table:visible');
      expect(await tables.count(), file).toBeLessThanOrEqual(1);
    }
  });

  test('搜索页：纸上写着找的是什么', async () => {
    await page.goto(server.url('search.html?q=整改'));
    const said = page.locator('[data-search-status]', { hasText: '“整改”' });
    await said.waitFor({ state: 'attached' });
    expect(await said.isVisible()).toBe(true);
  });
});
