/**
 * `npm run shots`: pictures of every kind of page of the built sites, into reports/shots. With words behind it only
 * the sites or kinds of that name: `npm run shots -- demo-internal unit`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { kindOf, pagesOf, samplePages } from '../site/page.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './server.ts';

const sites = ['public', 'internal', 'demo-public', 'demo-internal'];

/** A way to look at a page. `height` is the window's; the picture is of the whole page. */
const looks = [
  { name: '390', width: 390, height: 844, care: false, print: false },
  { name: '768', width: 768, height: 1024, care: false, print: false },
  { name: '1440', width: 1440, height: 900, care: false, print: false },
  { name: 'care-390', width: 390, height: 844, care: true, print: false },
  { name: 'care-1440', width: 1440, height: 900, care: true, print: false },
  { name: 'print', width: 794, height: 1123, care: false, print: true },
] as const;

const wanted = process.argv.slice(2);
const among = (names: readonly string[]): string[] => wanted.filter((word) => names.includes(word));

const browser = await launchChromium();
for (const site of sites) {
  if (among(sites).length > 0 && !wanted.includes(site)) continue;
  if (existsSync(path.join('dist', site, 'index.html'))) await shootSite(browser, site);
  else console.log(`跳过 dist/${site}：还没有生成`);
}
await browser.close();

async function shootSite(with_: Browser, site: string): Promise<void> {
  const folder = path.join('dist', site);
  const out = path.join('reports/shots', site);
  mkdirSync(out, { recursive: true });
  const server = await serve(folder);
  const kinds = new Map(
    samplePages(pagesOf({ name: site, folder }), 1).map((page) => [kindOf(page), page.file]),
  );
  const few = wanted.filter((word) => kinds.has(word));
  for (const look of looks) {
    if (among(looks.map(({ name }) => name)).length > 0 && !wanted.includes(look.name)) continue;
    const { width, height } = look;
    const context = await with_.newContext({ viewport: { width, height }, locale: 'zh-CN' });
    const page = await context.newPage();
    if (look.care) await page.addInitScript("localStorage.setItem('care', '1')");
    if (look.print) await page.emulateMedia({ media: 'print' });
    for (const [kind, file] of kinds) {
      if (few.length > 0 && !few.includes(kind)) continue;
      await page.goto(server.url(file), { waitUntil: 'load' });
      await shoot(page, path.join(out, `${kind}-${look.name}.png`));
    }
    await context.close();
  }
  await server.close();
}

/** The whole page, but no more than a reader would scroll through. */
async function shoot(page: Page, file: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 390, height: 844 };
  const full = await page.evaluate('document.documentElement.scrollHeight');
  const tall = Math.min(Number(full), 3200);
  await page.screenshot({
    path: file,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.max(tall, height) },
  });
  console.log(file);
}
