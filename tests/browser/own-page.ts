/** A page of a real browser for the tests of one file, with nothing in it yet. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';

/** Opens it before the tests of the file that calls, closes it behind them; what is returned is asked for it within tests. */
export function ownPage(): () => Page {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
  });
  return () => page;
}

/** Opens an address anew, also where only its part behind # differs; what a form kept on the device is forgotten unless `keeps`. */
export async function openAnew(page: Page, address: string, keeps = false): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  if (keeps) return;
  await page.evaluate(
    () =>
      new Promise((done) => {
        const gone = indexedDB.deleteDatabase('ledger-report');
        gone.onsuccess = gone.onerror = done;
      }),
  );
}
