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
