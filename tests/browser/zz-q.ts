import { launchChromium } from './chromium.ts';
import { serve } from './server.ts';
const server = await serve('dist/demo-internal');
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
await page.goto(server.url('lists/done.html'));
console.log(await page.evaluate(() => { const d = document.querySelector('.day-closed')!; const w = d.closest('td')!; return [getComputedStyle(d).display, JSON.stringify(d.getBoundingClientRect()), w.outerHTML.slice(0, 900), JSON.stringify(w.getBoundingClientRect())]; }));
await browser.close(); await server.close();
