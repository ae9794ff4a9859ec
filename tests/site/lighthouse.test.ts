/** Lighthouse on the pages that most people open, public site: at least 98 in all four categories. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Server } from '../browser/server.ts';
import { openLighthouse } from './lighthouse.ts';
import { kindOf, pagesOf, samplePages, sitesUnderTest } from './page.ts';

const least = 98;
const kinds = ['home', 'unit', 'issue', 'campaign'];

const sites = sitesUnderTest().filter(
  ({ audience, folder }) => audience === 'public' && !folder.includes('demo'),
);

let chrome: Awaited<ReturnType<typeof openLighthouse>>;
beforeAll(async () => {
  chrome = await openLighthouse();
});
afterAll(async () => {
  await chrome.close();
});

describe.each(sites)('$name', (site) => {
  const pages = samplePages(pagesOf(site), 1).map((page) => ({ kind: kindOf(page), ...page }));
  let server: Server;
  beforeAll(async () => {
    server = await serve(site.folder);
  });
  afterAll(async () => {
    await server.close();
  });

  test.each(kinds)('%s 页四项得分都不低于 98', async (kind) => {
    const page = pages.find((one) => one.kind === kind);
    expect(page, `没有 data-kind="${kind}" 的页面`).toBeDefined();
    const { lost, machine, ...scores } = await chrome.scoresOf(server.url(page!.file), least);
    console.log(
      `${page!.file}：性能 ${String(scores.performance)}（各次的中位数）、无障碍 ${String(scores.accessibility)}、` +
        `最佳做法 ${String(scores['best-practices'])}、搜索引擎 ${String(scores.seo)}，本机速度 ${String(machine)}${lost.length === 0 ? '' : `；失分：${lost.join('；')}`}`,
    );
    const low = Object.entries(scores).filter(([, score]) => score < least);
    expect(low, lost.join('；')).toEqual([]);
  });
});
