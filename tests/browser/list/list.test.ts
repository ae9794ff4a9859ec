/** 清单: filters, chips, what is shown taken away, the link copied, and the walk from one issue of a list to the next. */
import { readFileSync } from 'node:fs';
import axeCore from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitSeparated } from '../../../src/paper/csv.ts';
import { launchChromium } from '../chromium.ts';
import { tooSmall } from '../large.ts';
import { serve, type Server } from '../server.ts';

/** A name that is not this machine's own: plain HTTP, where a page may not touch the clipboard. */
const HOST = 'ledger.example';
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchChromium([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
});
afterAll(async () => {
  await browser.close();
});

const rowsOf = (page: Page): Locator => page.locator('table.issues tbody tr:visible');
const idsOf = (page: Page): Promise<string[]> =>
  page
    .locator('table.issues tbody tr:visible .what > a')
    .evaluateAll((all) =>
      all.map((one) => /([^/]+)\.html$/u.exec(one.getAttribute('href') ?? '')?.[1] ?? ''),
    );
const said = (page: Page): Promise<string | null> =>
  page.locator('.roll-shown [role=status]').textContent();
/** Opens a list; one of several pages is asked for its other pages. */
async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if ((await page.locator('.filters[data-pages]').count()) === 0) return;
  await page.locator('.roll-switch').click();
  await page.locator('.filters select[name=unit] option').nth(1).waitFor({ state: 'attached' });
}
/** The rows of a text of commas that begins with a mark of UTF-8. */
const cellsOf = (text: string): string[][] =>
  splitSeparated(text.slice(1).replaceAll('\r\n', '\n'), ',').map(({ fields }) => fields);
/** What axe finds, by rule and place. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  });
}
/** The first value of a choice with its count. */
async function choose(page: Page, name: string, at = 1): Promise<{ value: string; count: number }> {
  const option = page.locator(`.filters select[name=${name}] option`).nth(at);
  const value = (await option.getAttribute('value')) ?? '';
  const count = Number(/（(\d+)）/u.exec((await option.textContent()) ?? '')?.[1]);
  await page.locator(`.filters select[name=${name}]`).selectOption(value);
  return { value, count };
}

describe.each(['dist/demo-internal', 'dist/demo-public'])('%s', (folder) => {
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    server = await serve(folder, '/a/b/');
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
  });
  afterAll(async () => {
    await context.close();
    await server.close();
  });
  const saved = async (): Promise<{ name: string; text: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-download-shown]').click(),
    ]);
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), 'utf8'),
    };
  };

  test.each([390, 768, 1440])(
    '%i 像素：滚到下面，页签和筛选还在手边，不高，不盖住用键盘走到的行；打印时没有',
    async (width) => {
      // What is gone to is there at once.
      const own = await browser.newPage({
        viewport: { width, height: 844 },
        reducedMotion: 'reduce',
      });
      for (const file of ['lists/all.html', 'problems/not-filed.html', 'figures/total.html']) {
        await own.goto(server.url(file));
        const head = own.locator('.roll-head');
        await own.evaluate(() => {
          scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' });
        });
        const box = (await head.boundingBox())!;
        expect([file, Math.round(box.y)]).toEqual([file, 0]);
        expect(box.height).toBeLessThanOrEqual(100);
        expect(await own.locator('.roll-switch').boundingBox()).not.toBeNull();
        // Upwards, so that the row comes to the edge at which the head is.
        const links = own.locator('.what > a');
        await links.nth((await links.count()) - 1).focus();
        for (let step = 0; step < 12; step += 1) await own.keyboard.press('Shift+Tab');
        const focused = await own.evaluate(
          () => document.activeElement?.getBoundingClientRect().top ?? -1,
        );
        expect(focused).toBeGreaterThanOrEqual(box.height - 1);
        await own.emulateMedia({ media: 'print' });
        expect(await head.isVisible()).toBe(false);
        await own.emulateMedia({ media: 'screen' });
      }
      await own.close();
    },
  );

  test.each([390, 768])('%i 像素：办结的行写着排它的那一天', async (width) => {
    const own = await browser.newPage({ viewport: { width, height: 844 } });
    await own.goto(server.url('lists/done.html'));
    const days = own.locator('tr[data-closed] .day-closed');
    expect(await days.count()).toBeGreaterThan(20);
    expect(await days.filter({ visible: true }).count()).toBe(await days.count());
    await own.close();
  });

  test('关怀版在手机上，页签不跟着走：字大，会盖住行', async () => {
    const own = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await own.addInitScript("localStorage.setItem('care', '1')");
    const large = await own.newPage();
    await large.goto(server.url('lists/all.html'));
    await large.evaluate(() => {
      scrollTo({ top: 3000, behavior: 'instant' });
    });
    expect((await large.locator('.roll-head').boundingBox())!.y).toBeLessThan(0);
    await own.close();
  });

  test('所选的条件各成一个按钮，写在地址里，刷新还在；用键盘逐个取消，读屏听得到个数', async () => {
    await opened(page, server.url('lists/all.html'));
    const total = Number(await page.locator('[data-total]').getAttribute('data-total'));
    const whole = await rowsOf(page).count();
    const state = await choose(page, 'state');
    expect(await rowsOf(page).count()).toBe(state.count);
    expect(await said(page)).toBe(`显示${String(state.count)}个，共${String(total)}个`);
    await page.locator('.filters input').fill('没有这样的字');
    expect(await said(page)).toBe(`没有符合条件的问题（共${String(total)}个）`);
    expect(await page.locator('[data-download-shown]').isVisible()).toBe(false);
    await page.locator('.filters input').fill('备案');
    const both = await idsOf(page);
    expect(new URL(page.url()).searchParams.get('state')).toBe(state.value);
    await page.reload();
    await page.locator('.chip').first().waitFor();
    expect(await idsOf(page)).toEqual(both);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.issue-list > .print-only').innerText()).toBe(
      `显示${String(both.length)}个，共${String(total)}个：“备案”，${state.value}。`,
    );
    await page.emulateMedia({ media: 'screen' });
    const chips = page.getByRole('group', { name: '已选的条件' }).getByRole('button');
    expect(await chips.allTextContents()).toEqual([
      '“备案” ×，取消这个条件',
      `${state.value} ×，取消这个条件`,
      '全部取消 ×',
    ]);
    // The other tabs are asked for the same.
    expect(await page.locator('.tabs a').first().getAttribute('href')).toContain('find=');
    await chips.first().focus();
    await page.keyboard.press('Enter');
    expect(await rowsOf(page).count()).toBe(state.count);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('chip');
    await page.keyboard.press('Enter');
    expect(await rowsOf(page).count()).toBe(whole);
    expect(await said(page)).toBe(`共${String(total)}个`);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('roll-switch');
  });

  test.each(['lists/all.html', 'problems/not-filed.html', 'figures/total.html', 'lists/done.html'])(
    '%s：下载的正好是所示的，次序相同，栏目和清单的文件一样，Excel 打得开',
    async (file) => {
      await page.goto(server.url(file));
      const whole = await idsOf(page);
      await opened(page, server.url(file));
      const { count } = await choose(page, 'unit');
      await page.locator('.filters select[name=sort]').selectOption('due');
      const shown = await idsOf(page);
      expect(shown).toHaveLength(count);
      const { name, text } = await saved();
      expect(name).toMatch(new RegExp(`-${String(count)}个\\.csv$`, 'u'));
      expect(text.startsWith('\uFEFF')).toBe(true);
      const [head = [], ...rows] = cellsOf(text);
      const at = head.indexOf('编号');
      expect(rows.map((row) => row[at])).toEqual(shown);
      expect(rows.every((row) => row.length === head.length)).toBe(true);
      expect(head.includes('内部备注')).toBe(folder.endsWith('internal'));
      expect(await said(page)).toContain(`已下载${String(count)}个`);
      // Nothing chosen: all that the page shows.
      await page.goto(server.url(file));
      const all = cellsOf((await saved()).text);
      expect(all.slice(1).map((row) => row[at])).toEqual(whole);
    },
  );

  test('复制链接：用 http 打开、浏览器不给剪贴板时，链接在一格里选好了，可以自己复制', async () => {
    const { port } = new URL(server.origin);
    await opened(page, `http://${HOST}:${port}/a/b/lists/all.html`);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await choose(page, 'unit');
    await page.getByRole('button', { name: '复制链接' }).click();
    const field = page.getByRole('textbox', { name: '这一页的链接' });
    expect(await field.inputValue()).toBe(page.url());
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
    expect(await said(page)).toContain('Ctrl+C');
  });

  test('复制链接：剪贴板里就是带着条件的地址', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened(page, server.url('lists/all.html'));
    await choose(page, 'unit');
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.locator('[role=status]', { hasText: '链接已复制' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain('unit=');
  });

  test('从筛过的清单点开一个，下一个就是清单里的下一个，走完为止，回得到原来的清单', async () => {
    await opened(page, server.url('lists/all.html'));
    await choose(page, 'problem');
    await page.locator('.filters select[name=sort]').selectOption('unit');
    const list = page.url();
    const wanted = (await idsOf(page)).slice(0, 4);
    await rowsOf(page).first().locator('.what > a').click();
    const walked: string[] = [];
    for (const [at] of wanted.entries()) {
      walked.push(/([^/]+)\.html$/u.exec(page.url())?.[1] ?? '');
      const nav = page.getByRole('navigation', { name: '按清单逐个看' });
      expect(await nav.textContent()).toContain(`第${String(at + 1)}个，共`);
      if (at < wanted.length - 1) await nav.getByRole('link', { name: '下一个' }).click();
    }
    expect(walked).toEqual(wanted);
    // Back and anew it is the same walk.
    await page.goBack();
    await page.reload();
    const nav = page.getByRole('navigation', { name: '按清单逐个看' });
    expect(await nav.textContent()).toContain('第3个，共');
    await nav.getByRole('link', { name: '全部问题' }).click();
    expect(page.url()).toBe(list);
    await page.locator('.chip').first().waitFor();
    expect((await idsOf(page)).slice(0, 4)).toEqual(wanted);
  });

  test.each(['0', '1'])(
    '筛着、打开着、复制过的清单和走着的问题页也无障碍（关怀版 %s）',
    async (care) => {
      const own = await browser.newContext({ viewport: { width: 390, height: 844 } });
      await own.addInitScript(`localStorage.setItem('care', '${care}')`);
      const narrow = await own.newPage();
      const { port } = new URL(server.origin);
      await narrow.goto(`http://${HOST}:${port}/a/b/lists/done.html`);
      await narrow.locator('.roll-switch').click();
      await choose(narrow, 'unit');
      await narrow.locator('.filters select[name=sort]').selectOption('unit');
      await narrow.getByRole('button', { name: '复制链接' }).click();
      await narrow.getByRole('textbox', { name: '这一页的链接' }).waitFor();
      expect(await violationsOf(narrow)).toEqual([]);
      if (care === '1') expect(await tooSmall(narrow)).toEqual([]);
      await rowsOf(narrow).first().locator('.what > a').click();
      await narrow.locator('.walk').first().waitFor();
      expect(await violationsOf(narrow)).toEqual([]);
      expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await own.close();
    },
  );

  test('另从别处来的，和关了脚本的，照旧按专项的清单前后走', async () => {
    await page.goto(server.url('lists/all.html'));
    const [first = '', second = ''] = await idsOf(page);
    await rowsOf(page).first().locator('.what > a').click();
    expect(page.url()).toContain(first);
    await page.goto(server.url(`issues/${second}.html`));
    expect(await page.locator('.walk').count()).toBe(0);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const own = await plain.newPage();
    await own.goto(server.url(`issues/${second}.html`));
    expect(await own.locator('.neighbours a').count()).toBeGreaterThan(0);
    await own.goto(server.url('lists/all.html'));
    expect(await own.locator('.roll-switch, .roll-shown').filter({ visible: true }).count()).toBe(
      0,
    );
    expect(await own.locator('table.issues tbody tr').count()).toBeGreaterThan(100);
    await plain.close();
  });

  test('从清单到搜索：只在清单里找，条件看得见，取消得掉', async () => {
    await page.goto(server.url('lists/overdue.html'));
    const overdue = await idsOf(page);
    await page.goto(server.url(`search.html?q=${encodeURIComponent('备案')}&指标=逾期`));
    await page.locator('[data-search-results] li').first().waitFor();
    const found = await page
      .locator('[data-search-results] a')
      .evaluateAll((all) =>
        all.map((one) => /([^/]+)\.html$/u.exec(one.getAttribute('href') ?? '')?.[1] ?? ''),
      );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((id) => !overdue.includes(id))).toEqual([]);
    const before = Number(
      /问题(\d+)个/u.exec((await page.locator('[data-search-status]').textContent())!)?.[1],
    );
    await page.locator('[data-search-facets] a[aria-current]', { hasText: '逾期' }).click();
    await page.waitForFunction(
      (few) =>
        Number(
          /问题(\d+)个/u.exec(
            document.querySelector('[data-search-status]')?.textContent ?? '',
          )?.[1],
        ) > few,
      before,
    );
  });
});
