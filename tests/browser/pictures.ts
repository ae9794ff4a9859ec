/** `npm run pictures`: the pictures in README and guides, taken of the fictional ledger. Needs `npm run build:demo`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRound } from '../../scripts/site/try.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const site = await serve('dist/demo-internal');
const round = await openRound('tests/fixtures/shili', folder, 4480);
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const home = await page.goto(site.url('index.html'));
  // An empty folder is served as an empty page, and was once photographed.
  if (home?.ok() !== true) throw new Error('没有 dist/demo-internal → 先运行 npm run build:demo');
  await page.screenshot({ path: 'docs/images/home.png' });
  await page.goto(round.enter);
  await page.goto(`${round.site}issues/${round.issue}.html`);
  await page.locator('[data-report]').first().click();
  await page.locator('[data-report-page][data-ready]').waitFor();
  const issue = page.locator(`[data-subject="${round.issue}"]`);
  await issue.getByLabel('进展说明').fill('已恢复更新，安排专人每周发布');
  await issue.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'docs/images/form.png' });
  const unit = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(`${round.site}report/office/${unit}#${round.issue}`);
  await page.locator('[data-report-page][data-ready]').waitFor();
  await issue.locator('input[type=radio]').last().check();
  await issue.getByLabel('理由').fill('后台截图看不出日期，请附带日期的截图或文章链接');
  await page.screenshot({ path: 'docs/images/decision.png' });
  await page.goto(`${round.site}desk/returned.html`);
  await page.screenshot({ path: 'docs/images/returned.png' });
} finally {
  await browser.close();
  await site.close();
  round.close();
  rmSync(folder, { recursive: true, force: true });
}
