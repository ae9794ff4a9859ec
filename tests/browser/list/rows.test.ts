/** 清单的行：合不合所选的条件，按什么次序。The functions themselves, in a real browser, on a table of rows. */
import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';

const rowsFile = path.resolve(import.meta.dirname, '../../../src/browser/list/rows.ts');
const TABLE = `<table>
  <tr id="a" data-unit="示例区教育局" data-campaign="季度检查" data-problem="未备案|错别字" data-state="整改中" data-due="2026-05-02"><td>教育局 WeChat 发布</td></tr>
  <tr id="b" data-unit="示例区水务局" data-campaign="专项整治" data-problem="未备案" data-state="已销号" data-due="2026-05-01"><td>水务局</td></tr>
  <tr id="c" data-unit="示例区财政局" data-campaign="专项整治" data-problem="" data-state="退回" data-due="2026-05-02"><td>财政局</td></tr>
</table>`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent(TABLE);
  const { outputFiles } = await build({
    stdin: {
      contents: `import { fits, sorted } from ${JSON.stringify(rowsFile)};
        const rows = [...document.querySelectorAll('tr')].map((element, place) => ({ element, place, own: true }));
        const ids = (some) => some.map(({ element }) => element.id).join('');
        globalThis.fitting = (name, value) => ids(rows.filter((row) => fits(row, { name, value })));
        globalThis.inOrder = (sort) => ids(sorted(rows, sort));`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});
afterAll(async () => {
  await browser.close();
});

const said = (call: string): Promise<unknown> => page.evaluate(call);

test.each([
  ['problem', '', 'abc'],
  ['problem', '未备案', 'ab'],
  ['problem', '错别字', 'a'],
  ['problem', '备案', ''],
  ['sort', 'due', 'abc'],
  ['find', '教育局wechat', 'a'],
  ['find', '示例区水务局', 'b'],
  ['find', '专项整治', 'bc'],
  ['find', '外星局', ''],
])('%s 选“%s”，合的是 %s', async (name, value, found) => {
  expect(await said(`fitting(${JSON.stringify(name)}, ${JSON.stringify(value)})`)).toBe(found);
});

test.each([
  ['', 'abc'],
  ['due', 'bac'],
  ['state', 'cab'],
])('次序“%s”：%s，相同的照原来的', async (sort, order) => {
  expect(await said(`inOrder(${JSON.stringify(sort)})`)).toBe(order);
});
