/** On a phone (390 px): what somebody came for stands in the first screen, and no page has no end. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf, pagesOf, sitesUnderTest } from '../site/page.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';
import { sheetsOnPaper } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** Where the first element of a kind begins, and the heights of all; undefined where there is none. Pixels. */
const placeOf = (
  page: Page,
  selector: string,
): Promise<{ top: number; mean: number; tallest: number; count: number } | undefined> =>
  page.evaluate((wanted) => {
    const shown = [...document.querySelectorAll(wanted)]
      .map((one) => one.getBoundingClientRect())
      .filter(({ height }) => height > 0);
    const [first] = shown;
    if (first === undefined) return undefined;
    const sum = shown.reduce((total, { height }) => total + height, 0);
    return {
      top: first.top + window.scrollY,
      mean: sum / shown.length,
      tallest: Math.max(...shown.map(({ height }) => height)),
      count: shown.length,
    };
  }, selector);
const rowsIn = (html: string): number => html.split('<tr').length;
const heightOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight);

describe.each(sitesUnderTest())('$name', (site) => {
  const pages = pagesOf(site);
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    server = await serve(site.folder);
    page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });

  test('首页不超过 3,200 像素（留 60 像素的余地），页眉不超过 96 像素，打印在一张 A4 纸上，放大一点也在', async () => {
    await page.goto(server.url('index.html'));
    expect(await heightOf(page)).toBeLessThanOrEqual(3140);
    expect((await placeOf(page, '.header'))?.mean).toBeLessThanOrEqual(96);
    const context = await browser.newContext({ locale: 'zh-CN' });
    // With some room to spare: another font or another printer must not push the foot onto a second sheet.
    expect(await sheetsOnPaper(context, server.url('index.html'), 1.03)).toBe(1);
    await context.close();
  });

  test.each([390, 1440])(
    '强制配色（%i 像素）：小方块的名称完整，菜单看得出在哪一页',
    async (width) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        forcedColors: 'active',
      });
      const own = await context.newPage();
      await own.goto(server.url('index.html'));
      // Where the number keeps the plate that forced colours lay behind it, the plate covers the name above.
      const adjusts = await own
        .locator('.tile .value')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).forcedColorAdjust));
      // 榆阳区的台账没有要办的，首页没有小方块。
      expect(adjusts.length > 0).toBe(site.name.startsWith('示例区'));
      expect(adjusts.filter((one) => one !== 'none')).toEqual([]);
      const [here, other] = await own
        .locator('.header-menu')
        .first()
        .evaluate((menu) =>
          ['a[aria-current]', 'a:not([aria-current])'].map((one) => {
            const link = menu.querySelector(one);
            return link === null ? undefined : getComputedStyle(link).backgroundColor;
          }),
        );
      expect(here).toBeDefined();
      expect(here).not.toBe(other);
      await context.close();
    },
  );

  test('关怀版里日历、方格换成文字：一天一行，点得到，不少一天', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript("localStorage.setItem('care', '1')");
    const large = await context.newPage();
    await large.goto(server.url('index.html'));
    expect(await placeOf(large, '.squares')).toBeUndefined();
    expect((await placeOf(large, '.squares-words a'))?.count).toBe(1);
    const owed = await large.locator('.fortnight > li:has(a)').count();
    expect((await placeOf(large, '.fortnight > li'))?.count ?? 0).toBe(owed);
    await large.goto(server.url('deadlines.html'));
    expect(await placeOf(large, '.month')).toBeUndefined();
    const due = await large.locator('.month-due').count();
    const days = await placeOf(large, '.month-list a');
    expect(days?.count ?? 0).toBe(due);
    if (days !== undefined) expect(days.mean).toBeGreaterThanOrEqual(60);
    await context.close();
  });

  test('关怀版里，句子里的链接每行不低于 44 像素，上下两行的不相叠', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript("localStorage.setItem('care', '1')");
    const large = await context.newPage();
    const files = ['home', 'about', 'unit', 'issue', 'deadlines', 'list'].flatMap(
      (kind) => pages.find((one) => kindOf(one) === kind)?.file ?? [],
    );
    expect(files.length).toBeGreaterThanOrEqual(5);
    const low: string[] = [];
    for (const file of files) {
      await large.goto(server.url(file));
      low.push(
        ...(await large
          .locator('main p a:not([class]):visible, main dd:not(.tile dd) a:not([class]):visible')
          .evaluateAll((all) =>
            all.flatMap((one) =>
              [...one.getClientRects()]
                .filter(({ height }) => height < 44)
                .map(({ height }) => `${location.pathname} ${one.textContent} ${String(height)}`),
            ),
          )),
      );
    }
    expect(low).toEqual([]);
    await context.close();
  });

  test.each([390, 768, 1440])(
    '%d 像素宽：标准版和关怀版的页眉里，去搜索的都只有一处',
    async (width) => {
      for (const care of ['0', '1']) {
        const context = await browser.newContext({ viewport: { width, height: 844 } });
        await context.addInitScript(`localStorage.setItem('care', '${care}')`);
        const one = await context.newPage();
        await one.goto(server.url('index.html'));
        const ways = await one.locator('.header-find:visible, .header-search:visible').count();
        expect([care, ways]).toEqual([care, 1]);
        await context.close();
      }
    },
  );

  test('单位页的第一件事在 700 像素以内', async () => {
    const units = pages.filter(
      (one) => kindOf(one) === 'unit' && one.html.includes('class="task '),
    );
    const low: Record<string, number> = {};
    for (const { file } of units) {
      await page.goto(server.url(file));
      const top = (await placeOf(page, '.task'))?.top ?? Infinity;
      if (top > 700) low[file] = top;
    }
    expect(low).toEqual({});
    if (site.audience === 'internal') expect(units.length).toBeGreaterThan(5);
  });

  test('每个清单的第一行在 700 像素以内，每行不超过 72 像素，平均不超过 64，166 行不超过 12,000 像素', async () => {
    const kinds = ['issues', 'list', 'problem', 'platform', 'figure', 'day', 'overdue'];
    const listed = pages.filter((one) => one.html.includes('class="table issues'));
    const accounts = listed.filter((one) => kindOf(one) === 'account');
    const lists = [
      ...listed.filter((one) => kinds.includes(kindOf(one))),
      ...accounts.toSorted((a, b) => rowsIn(b.html) - rowsIn(a.html)).slice(0, 8),
    ];
    expect(lists.length).toBeGreaterThanOrEqual(20);
    const wrong: Record<string, unknown> = {};
    const waiting = lists.values();
    const walk = async (own: Page): Promise<void> => {
      for (const { file, html } of waiting) {
        await own.goto(server.url(file));
        const rows = await placeOf(own, '.issues tbody tr');
        const height = await heightOf(own);
        if (rows === undefined) continue;
        const most = 12_000 * Math.max(1, rows.count / 166);
        // Where a row says what comes next it has a third line.
        const mean = html.includes('class="next') ? 72 : 64;
        if (rows.top > 700 || rows.tallest > 72 || rows.mean > mean || height > most)
          wrong[file] = { ...rows, height };
      }
    };
    const other = await browser.newPage({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
    });
    await Promise.all([walk(page), walk(other)]);
    await other.close();
    expect(wrong).toEqual({});
  });
});
