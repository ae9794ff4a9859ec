/**
 * `node tests/browser/first-search.ts SITE QUESTION…`: what each question costs whoever asks it first, with nothing in the
 * cache: requests and bytes over the wire (compressed) from the first word on, seconds to the first results. Prints JSON.
 */
import type { Browser } from 'playwright-core';
import type { FirstSearch } from '../../scripts/bench/measured.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './server.ts';

async function firstSearch(browser: Browser, url: string, question: string): Promise<FirstSearch> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await page.goto(url, { waitUntil: 'networkidle' });
    let [requests, bytes] = [0, 0];
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      requests += 1;
      bytes += encodedDataLength;
    });
    const started = performance.now();
    await page.locator('#question').fill(question);
    await page.locator('[data-search-status]', { hasText: `“${question}”` }).waitFor();
    const seconds = (performance.now() - started) / 1000;
    const shown = await page.locator('[data-search-results] li').count();
    return { question, requests, kilobytes: bytes / 1024, seconds, shown };
  } finally {
    await context.close();
  }
}

if (import.meta.main) {
  const [folder = 'dist/public', ...questions] = process.argv.slice(2);
  const server = await serve(folder);
  const browser = await launchChromium();
  try {
    const found: FirstSearch[] = [];
    for (const question of questions)
      found.push(await firstSearch(browser, server.url('search.html'), question));
    process.stdout.write(`${JSON.stringify(found)}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
}
