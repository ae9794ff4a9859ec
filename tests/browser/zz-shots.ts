import { launchChromium } from './chromium.ts';
import { serve } from './server.ts';
const [folder = 'dist/demo-internal', out = '/tmp/w/shots13b', ...files] = process.argv.slice(2);
const server = await serve(folder);
const browser = await launchChromium();
const looks = (process.env['LOOKS'] ?? 'light').split(',');
for (const width of (process.env['WIDTHS'] ?? '390').split(',').map(Number))
  for (const look of looks) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: look === 'dark' ? 'dark' : 'light' });
    if (look === 'care') await context.addInitScript("localStorage.setItem('care', '1')");
    const page = await context.newPage();
    for (const one of files) {
      const [file = '', query = '', act = ''] = one.split('|');
      await page.goto(server.url(file + query));
      await page.waitForTimeout(400);
      if (act.includes('scroll')) await page.evaluate(() => scrollTo({ top: 2000, behavior: 'instant' }));
      if (act.includes('open')) { await page.locator('.roll-switch').click(); await page.waitForTimeout(900); }
      if (act.includes('walk')) { await page.locator('table.issues tbody tr:visible .what > a').nth(1).click(); await page.waitForTimeout(500); }
      if (act.includes('copy')) { await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })); await page.locator('[data-copy-address]').click(); await page.waitForTimeout(300); }
      await page.waitForTimeout(200);
      const name = `${file.replaceAll('/', '-')}${query === '' ? '' : '-q'}-${act}-${String(width)}-${look}.png`;
      await page.screenshot({ path: `${out}/${name}`, fullPage: false });
      console.log(name, await page.evaluate(() => document.documentElement.scrollHeight), await page.evaluate(() => [...document.querySelectorAll('.roll-head li, .roll-switch')].map((e) => { const r = e.getBoundingClientRect(); return `${Math.round(r.left)},${Math.round(r.top)},${Math.round(r.width)}x${Math.round(r.height)}`; }).join(' ')));
    }
    await context.close();
  }
await browser.close();
await server.close();
