/** Built pages are valid HTML: html-validate with .htmlvalidate.json. */
import { readFileSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { brief, pagesOf, samplePages, sitesUnderTest, type Page } from './page.ts';

const config = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData;
const validator = new HtmlValidate(new StaticConfigLoader(config));

/** Pages of a site that are looked at: all of some hundred, else as many of every kind. */
const most = 250;

function chosen(pages: Page[]): Page[] {
  if (pages.length <= most) return pages;
  const step = Math.ceil(pages.length / most);
  return [...new Set([...samplePages(pages), ...pages.filter((_page, at) => at % step === 0)])];
}

async function faultsOf({ file, html }: Pick<Page, 'file' | 'html'>): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message, selector }) =>
      [`${file}:${String(line)}:${String(column)}`, ruleId, message, selector ?? '']
        .join(' ')
        .trim(),
    ),
  );
}

describe.each(sitesUnderTest())('$name', (site) => {
  test('页面的 HTML 没有错', async () => {
    const pages = chosen(pagesOf(site));
    const faults: string[] = [];
    for (const page of pages) faults.push(...(await faultsOf(page)));
    console.log(`${site.name}：html-validate 看了 ${String(pages.length)} 页`);
    expect(brief(faults)).toEqual([]);
  });
});

test.each([
  ['标题跳级', '<h1>甲</h1><h3>乙</h3>', 'heading-level'],
  ['内联样式', '<p style="color:red">文</p>', 'no-inline-style'],
  ['段落里放列表', '<p><ul><li>甲</li></ul></p>', 'no-implicit-close'],
  ['标签指向不存在的输入框', '<label for="no">名</label>', 'no-missing-references'],
  ['按钮没有名字', '<button type="button"></button>', 'text-content'],
])('%s会被报出', async (_name, body, rule) => {
  const html = `<!DOCTYPE html><html lang="zh-CN"><head><title>题</title></head><body>${body}</body></html>`;
  expect((await faultsOf({ file: 'x.html', html })).join('\n')).toContain(` ${rule} `);
});
