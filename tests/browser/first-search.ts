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
    // Clocked by the page itself, from the word that is typed to the frame that shows what was found: asked from outside,
    // whether it is there, it would be noticed up to half a second late.
    const clocked = await page.evaluateHandle(clock, question);
    await page.locator('#question').fill(question);
    const seconds = await clocked.evaluate(({ shown }) => shown);
    const shown = await page.locator('[data-search-results] li').count();
    return { question, requests, kilobytes: bytes / 1024, seconds, shown };
  } finally {
    await context.close();
  }
}

/** Runs in the page: seconds from the next word typed until the answer to it is drawn. */
function clock(question: string): { shown: Promise<number> } {
  let typed = 0;
  document.addEventListener('input', () => (typed ||= performance.now()), { capture: true });
  const shown = new Promise<number>((resolve) => {
    new MutationObserver(() => {
      const status = document.querySelector('[data-search-status]')?.textContent ?? '';
      if (typed > 0 && status.includes(`“${question}”`))
        requestAnimationFrame(() => {
          resolve((performance.now() - typed) / 1000);
        });
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return { shown };
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
