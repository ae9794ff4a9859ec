// look.tmp.ts SITE OUT look path... ; looks: 390,768,1440,dark,care,pdf
import { launchChromium } from './tests/browser/chromium.ts';
import { serve } from './tests/browser/server.ts';
import { execFileSync } from 'node:child_process';
const [site, out, looks, ...paths] = process.argv.slice(2);
const b = await launchChromium();
const s = await serve(`dist/${site}`);
for (const look of looks.split(',')) {
  const width = look === '1440' || look==='dark' ? 1440 : look === '768' ? 768 : look==='pdf'?794: 390;
  const c = await b.newContext({ viewport: { width, height: width===390?844:900 }, locale: 'zh-CN', colorScheme: look.startsWith('dark') ? 'dark' : 'light' });
  const p = await c.newPage();
  if (look === 'care') await p.addInitScript("localStorage.setItem('care','1')");
  for (const path of paths) {
    await p.goto(s.url(path), { waitUntil: 'load' });
    await p.waitForTimeout(300);
    const name = `${out}/${path.replaceAll('/', '_').replace('.html', '')}-${look}`;
    if (look === 'pdf') { await p.pdf({ path: `${name}.pdf`, preferCSSPageSize: true, printBackground: false }); execFileSync('pdftoppm', ['-r', '60', '-png', `${name}.pdf`, name]); }
    else { await p.screenshot({ path: `${name}.png`, fullPage: true }); }
    console.log(name, await p.evaluate('document.documentElement.scrollHeight'));
  }
  await c.close();
}
await s.close(); await b.close();
