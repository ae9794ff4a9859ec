import { launchChromium } from './tests/browser/chromium.ts';
import { serve } from './tests/browser/server.ts';
import { mkdirSync } from 'node:fs';
mkdirSync('/tmp/shots13a', { recursive: true });
const browser = await launchChromium();
const ask = async (folder: string, questions: string[]) => {
  const server = await serve(folder);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(server.url('search.html'));
  for (const q of questions) {
    await page.locator('#question').fill(q);
    await page.locator('[data-search-status]', { hasText: `“${q}”` }).waitFor();
    console.log(`## ${folder} ${await page.locator('[data-search-status]').textContent()}`);
    for (const r of (await page.locator('[data-search-results] li').evaluateAll((rows) => rows.slice(0, 3).map((row) => ['.result-kind', 'a', '.result-summary'].map((p) => row.querySelector(p)?.textContent ?? '').join('|') + ' → ' + decodeURIComponent(row.querySelector('a')!.getAttribute('href')!))))) console.log('   ', r.slice(0, 260));
  }
  await page.screenshot({ path: `/tmp/shots13a/search-${folder.replace('/', '-')}.png`, fullPage: true });
  await page.close(); await server.close();
};
await ask('dist/demo-internal', ['哪些单位还没备案', '教育局还有几件没完成', '财政局还有什么没整改', '水务局整改完了吗', '微信公众号还有几个没完成', '有多少个逾期', '6月30日还有几个没完成', '政务新媒体季度检查整改完了吗', '整改完了吗', '哪些账号已经注销了', '公安分局整改完了吗', '本月还有几个要交', '民政局还有几个逾期', '谁逾期最久', '逾期']);
await ask('dist/demo-public', ['逾期', '谁逾期最久', '财政局还有几个逾期', '哪些单位还没备案']);
await ask('dist/public', ['哪些单位还没备案', '还没有备案的公众号', '民政局有什么问题', '民政局整改完了吗', '沙河路街道有几个问题', '哪个单位的微博没有备案', '没完成的', '哪些问题要在6月底前完成', '公安局整改完了吗', '什么时候整改完']);
await browser.close();
