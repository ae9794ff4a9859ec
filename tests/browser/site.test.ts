/** Both sites of both ledgers in a real browser: one to three pages of every kind. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf, pagesOf, samplePages, sitesUnderTest } from '../site/page.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';
import { readPlainly, sheetsOnPaper, visit } from './visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

describe.each(sitesUnderTest())('$name', (site) => {
  const pages = pagesOf(site);
  const one = samplePages(pages, 1).map((page) => [kindOf(page), page.file] as const);
  // What is shipped and the fullest site are visited whole; of their two relatives the pages that differ most, and every
  // kind of page that the site for the same readers does not have.
  const relative = { 'dist/internal': 'dist/demo-internal', 'dist/demo-public': 'dist/public' };
  const other = relative[site.folder as keyof typeof relative] as string | undefined;
  const seen = new Set(other && pagesOf({ name: other, folder: other }).map(kindOf));
  const some = one
    .filter(([kind]) => !seen.has(kind) || ['home', 'unit', 'issue', 'campaign'].includes(kind))
    .map(([, file]) => file);
  let server: Server;
  let below: Server;

  beforeAll(async () => {
    server = await serve(site.folder);
    below = await serve(site.folder, '/a/b/');
  });

  afterAll(async () => {
    await Promise.all([server.close(), below.close()]);
  });

  test.concurrent.each(some)(
    '%s 无障碍、不出站、无报错、不移动、窄屏不横滚、键盘可用，普通版与关怀版都是',
    async (file) => {
      expect(await visit(browser, server.url(file))).toEqual([]);
    },
  );

  test('放在 /a/b/ 之下、关闭脚本，每种页面都能读', async () => {
    const faults: string[] = [];
    for (const [, file] of one.filter(([, name]) => name !== '404.html')) {
      const found = await readPlainly(browser, below.url(file));
      faults.push(...found.map((fault) => `${file}：${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test('从 U 盘打开、关闭脚本，每种页面都能读', async () => {
    const faults: string[] = [];
    for (const [, file] of one.filter(([, name]) => name !== '404.html')) {
      const address = pathToFileURL(path.resolve(site.folder, file)).href;
      faults.push(...(await readPlainly(browser, address)).map((fault) => `${file}：${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test('没有的地址显示“没有这一页”，样式也在', async () => {
    expect(await readPlainly(browser, server.url('no/such/page.html'))).toEqual([]);
  });

  test('单位页打印在一张 A4 纸上', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const units = samplePages(pages.filter((page) => kindOf(page) === 'unit'));
    expect(units).not.toEqual([]);
    const sheets: Record<string, number> = {};
    for (const { file } of units) sheets[file] = await sheetsOnPaper(context, server.url(file));
    await context.close();
    expect(sheets).toEqual(Object.fromEntries(units.map(({ file }) => [file, 1])));
  });
});
