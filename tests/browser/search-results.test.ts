/** 搜到的怎样写：一句话、筛选、每一条；问句里的字标出来。In a real browser, as the reader sees it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { facetCounts, markedPieces, sentence } from '../../src/browser/search-results.ts';
import type { Hit } from '../../src/search/question/hit.ts';
import { LONGEST_QUESTION } from '../../src/search/question/question.ts';
import { addBundled } from './bundled.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent('<div id="box"></div>');
  await addBundled(
    page,
    `import * as results from 'SRC/browser/search-results.ts';
     globalThis.marked = (text, question) => {
       const line = document.createElement('p');
       line.append(...results.markedText(text, question));
       return line.innerHTML;
     };
     globalThis.issue = (...given) => results.issueItem(...given).outerHTML;
     globalThis.named = (...given) => results.pageItem(...given).innerText;
     globalThis.facets = (...given) => {
       const box = document.querySelector('#box');
       results.renderFacets(box, ...given);
       return box.innerHTML;
     };`,
  );
});
afterAll(async () => {
  await browser.close();
});
const said = (call: string, ...given: unknown[]): Promise<string> =>
  page.evaluate(
    ([name, args]) =>
      (globalThis as unknown as Record<string, (...all: unknown[]) => string>)[name]!(...args),
    [call, given] as const,
  );

const issue = (place: number) => ({ kind: 'issue', place, score: 1 }) as unknown as Hit;
const figure = (title: string, count: number, withheld = 0) =>
  ({
    kind: 'page',
    entry: { kind: 'figure', title, count, withheld, names: [{ name: '逾期' }] },
  }) as unknown as Hit;

test('一句话说找到几个；太长的、没有的，说怎么办', () => {
  expect(sentence('水'.repeat(LONGEST_QUESTION + 1), [])).toContain('问得太长');
  expect(sentence('甲', [])).toContain('没有找到“甲”');
  expect(sentence('甲', [issue(1), issue(2)])).toBe('“甲”：相关问题2个');
  expect(sentence('甲', [figure('逾期 2个', 2), issue(1)])).toBe('“甲”：页面1个，相关问题1个');
});

test('问到的指标数与列出的不一样多，说为什么', () => {
  expect(sentence('逾期', [figure('逾期 1个', 1), issue(1), issue(2)])).toContain(
    '其余是写到这些字的',
  );
  expect(sentence('有多少个逾期', [figure('逾期 2个', 2, 1), issue(1)])).toContain(
    '其中1个只计数、不列出',
  );
  expect(sentence('逾期', [figure('逾期 1个', 1), issue(1)])).toBe('“逾期”：页面1个，相关问题1个');
});

test('每个值有几个，没有的不列，按表里的次序', () => {
  const table = { values: ['甲', '乙', '丙'], of: [0, [0, 2], 2] };
  expect(facetCounts('单位', table as never, [0, 1])).toEqual([
    { name: '单位', value: '甲', count: 2 },
    { name: '单位', value: '丙', count: 1 },
  ]);
});

test('问句里的字在题目里标出来，整词在前，不分大小写；标签只是字', async () => {
  expect(await said('marked', '甲街道微信WeChat', 'wechat 街道')).toBe(
    '甲<mark>街道</mark>微信<mark>WeChat</mark>',
  );
  expect(await said('marked', '甲街道还没备案', '哪些单位还没备案')).toContain('<mark>');
  expect(await said('marked', '<b>甲</b>', '甲')).toBe('&lt;b&gt;<mark>甲</mark>&lt;/b&gt;');
  expect(markedPieces('哪些单位还没备案', '已经备案')).toEqual(['备案']);
});

test('每一条：种类、题目、摘要、又名；脚本只是字', async () => {
  expect(await said('issue', ['issues/a.html', '<script>x</script>', '摘要'], '摘')).toContain(
    '&lt;script&gt;',
  );
  const words = await said(
    'named',
    { kind: 'unit', address: 'a', title: '甲街道', summary: '街道', known: ['甲街'] },
    '甲',
  );
  expect(words.replaceAll(/\s+/gu, ' ')).toContain('又名：甲街');
});

test('筛选：只有一个值的不列，选了的再按一次取消，别的条件留着', async () => {
  const facets = [
    { name: '单位', value: '甲', count: 2 },
    { name: '单位', value: '乙', count: 1 },
    { name: '平台', value: '微信', count: 3 },
  ];
  const html = await said(
    'facets',
    facets,
    [
      ['单位', '甲'],
      ['来源', '自查'],
    ],
    '问',
  );
  expect(html).not.toContain('微信');
  expect(html).toContain('aria-current="true"');
  const links = await page
    .locator('#box a')
    .evaluateAll((all) => all.map((one) => decodeURIComponent(one.getAttribute('href') ?? '')));
  expect(links).toEqual(['?q=问&单位=甲', '?q=问&来源=自查', '?q=问&来源=自查&单位=乙']);
});
