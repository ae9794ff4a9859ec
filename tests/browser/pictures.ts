/** `npm run pictures`: the pictures in README and guides, taken of the fictional ledger. Needs `npm run build:demo`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRound } from '../../scripts/site/try.ts';
import { launchChromium } from './chromium.ts';
import { serve } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const site = await serve('dist/demo-internal');
const desk = await openRound('tests/fixtures/shili', folder, 4480);
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(site.url('index.html'));
  await page.screenshot({ path: 'docs/images/home.png' });
  await page.goto(desk.enter);
  await page.goto(`${desk.site}issues/${desk.issue}.html`);
  await page.locator('[data-report]').click();
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('textarea').first().fill('已恢复更新，安排专人每周发布');
  await page.getByRole('button', { name: '新增佐证材料' }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: 'docs/images/form.png' });
  const other = await context.newPage();
  await other.goto(
    `${desk.site}admin/index.html#/collections/decision-returned/new?issue=${desk.issue}`,
  );
  const login = other.getByRole('button', { name: '登录' });
  const reason = other.getByLabel('理由').or(other.locator('textarea').first());
  await login.or(reason).first().waitFor();
  if (await login.isVisible()) await login.click();
  await reason.first().fill('后台截图看不出日期，请附带日期的截图或文章链接');
  await other.waitForTimeout(500);
  await other.screenshot({ path: 'docs/images/decision.png' });
} finally {
  await browser.close();
  await site.close();
  desk.close();
  rmSync(folder, { recursive: true, force: true });
}
