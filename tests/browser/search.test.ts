import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

/** What the search answers, for each ledger's site: questions with the record that must be found. */
const folders = { real: 'dist/public', shili: 'dist/demo-internal' } as const;
const rows = readFileSync('tests/search/queries.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [keyof typeof folders, string, string]);

/** Questions by people who had not seen the search: what the first result must say. */
const outside = readFileSync('tests/search/asked.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [keyof typeof folders, string, string, string]);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('#question').fill(question);
  await page.locator('[data-search-status]', { hasText: `“${question}”` }).waitFor();
}

/** The first five results as they are read: kind|title|summary. */
async function readResults(page: Page, question: string): Promise<string[]> {
  await ask(page, question);
  return page
    .locator('[data-search-results] li')
    .evaluateAll((rows) =>
      rows
        .slice(0, 5)
        .map((row) =>
          ['.result-kind', 'a', '.result-summary']
            .map((part) => row.querySelector(part)?.textContent ?? '')
            .join('|'),
        ),
    );
}

/** Ids of the first five results as the page shows them: the last part of each address. */
async function found(page: Page, question: string): Promise<string[]> {
  await ask(page, question);
  const addresses = await page
    .locator('[data-search-results] a')
    .evaluateAll((links) => links.slice(0, 5).map((link) => link.getAttribute('href') ?? ''));
  return addresses.map((address) => /([^/]+)\.html$/u.exec(address)?.[1] ?? address);
}

/** Asks every question of a site, on two pages side by side; question → what `read` made of its results. */
async function answersOf(
  folder: string,
  questions: readonly string[],
  read: (page: Page, question: string) => Promise<string[]>,
): Promise<ReadonlyMap<string, string[]>> {
  const server = await serve(folder);
  const answers = new Map<string, string[]>();
  const waiting = questions.values();
  const walk = async (): Promise<void> => {
    const page = await browser.newPage();
    await page.goto(server.url('search.html'));
    for (const question of waiting) answers.set(question, await read(page, question));
    await page.close();
  };
  await Promise.all([walk(), walk()]);
  await server.close();
  return answers;
}

describe.each(Object.entries(folders))('搜索：%s', (name, folder) => {
  const asked = rows.filter(([ledger]) => ledger === name);

  test('排在第一的至少九成对，前五条里有的至少 98%，没有的一条也不给', async () => {
    const right = { first: 0, five: 0, nothing: 0 };
    const wrong: string[] = [];
    const wanted = asked.filter(([, , ids]) => ids !== '-');
    const nonsense = asked.filter(([, , ids]) => ids === '-');
    expect(wanted.length).toBeGreaterThan(40);
    const questions = asked.map(([, question]) => question);
    const answers = await answersOf(folder, questions, found);
    expect(answers.size).toBe(new Set(questions).size);
    for (const [, question, ids] of wanted) {
      const expected = ids.split('|');
      const got = answers.get(question) ?? [];
      if (expected.includes(got[0] ?? '')) right.first += 1;
      if (got.some((id) => expected.includes(id))) right.five += 1;
      if (!expected.includes(got[0] ?? ''))
        wrong.push(`${question}：${got.join(' ') || '（无）'}，应为 ${ids}`);
    }
    for (const [, question] of nonsense) {
      const got = answers.get(question) ?? [];
      if (got.length === 0) right.nothing += 1;
      else wrong.push(`${question}：${got.join(' ')}，应当没有`);
    }
    const rate = (part: number, whole: number) =>
      `${String(part)}/${String(whole)}（${((100 * part) / whole).toFixed(1)}%）`;
    console.log(
      `搜索 ${name}：第一条对 ${rate(right.first, wanted.length)}，前五条有 ${rate(right.five, wanted.length)}，该没有的没有 ${rate(right.nothing, nonsense.length)}${wrong.map((line) => `\n  ${line}`).join('')}`,
    );
    expect(right.first / wanted.length).toBeGreaterThanOrEqual(0.9);
    expect(right.five / wanted.length).toBeGreaterThanOrEqual(0.98);
    expect(right.nothing).toBe(nonsense.length);
  });
});

describe.each(Object.entries(folders))('别人的提问：%s', (name, folder) => {
  test('排在第一的至少九成对，前五条里有的至少 97%', async () => {
    const asked = outside.filter(([ledger]) => ledger === name);
    const questions = asked.map(([, question]) => question);
    const answers = await answersOf(folder, questions, readResults);
    expect(answers.size).toBe(new Set(questions).size);
    const right = { first: 0, five: 0 };
    const wrong: string[] = [];
    for (const [, question, kind, wanted] of asked) {
      const got = answers.get(question) ?? [];
      const pattern = new RegExp(wanted, 'u');
      const fits = (one: string | undefined): boolean =>
        wanted === '(nothing)' ? one === undefined : one !== undefined && pattern.test(one);
      if (fits(got[0])) right.first += 1;
      else wrong.push(`${question}（${kind}）：${got[0] ?? '无'}，应为 ${wanted}`);
      if (fits(got[0]) || (wanted !== '(nothing)' && got.some((one) => fits(one)))) right.five += 1;
    }
    console.log(
      `别人的提问 ${name}：第一条对 ${String(right.first)}/${String(asked.length)}，前五条有 ${String(right.five)}/${String(asked.length)}${wrong.map((line) => `\n  ${line}`).join('')}`,
    );
    expect(right.first / asked.length).toBeGreaterThanOrEqual(0.9);
    expect(right.five / asked.length).toBeGreaterThanOrEqual(0.97);
  });
});

describe('搜索页', () => {
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    server = await serve('dist/public', '/a/b/');
    page = await browser.newPage();
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });

  test('手机横过来，筛选还在', async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await phone.goto(server.url('search.html'));
    await ask(phone, '未备案');
    const facets = phone.locator('[data-search-facets]');
    await phone.locator('[data-search-fold] > summary').waitFor();
    expect(await facets.isVisible()).toBe(false);
    await phone.setViewportSize({ width: 844, height: 390 });
    await facets.waitFor();
    await phone.close();
  });

  test('地址里带着提问，打开就是答案；结果的链接能打开', async () => {
    await page.goto(server.url('search.html?q=双拥'));
    const first = page.locator('[data-search-results] a').first();
    await first.waitFor();
    expect(await first.textContent()).toContain('双拥');
    await first.click();
    await page.locator('h1').waitFor();
    expect(await page.locator('h1').textContent()).toContain('双拥');
  });

  test('在任何一页按 / 就到搜索框，回车就有答案', async () => {
    await page.goto(server.url('units/qixiang.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('残联');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-results] a').first().waitFor();
    expect(page.url()).toContain('search.html?q=');
    expect(await page.locator('[data-search-results] a').first().textContent()).toContain(
      '残疾人联合会',
    );
  });

  test('在任何一页边打边出：方向键选，回车打开；不选就回车，到搜索页；没有取不到的文件', async () => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto(server.url('units/qixiang.html'));
    const field = page.locator('#search-box');
    const options = page.locator('#suggestions [role=option]');
    await field.fill('双拥');
    await options.first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await options.first().locator('mark').first().textContent()).toBe('双拥');
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isHidden()).toBe(true);
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.fill('退役军人');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    const named = await options.first().locator('span').last().textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.href.includes('units/qixiang'));
    expect(await page.locator('h1').textContent()).toContain((named ?? '?').slice(0, 4));
    expect(new URL(page.url()).pathname.startsWith('/a/b/')).toBe(true);
    await page.locator('#search-box').fill('残联');
    await page.locator('#suggestions [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html\?q=/u);
    expect(missing).toEqual([]);
  });

  test('输入法正在组字时不问，组完才问，组字比脚本先到也一样', async () => {
    // What listens comes after the first signs.
    await page.route('**/_astro/suggestions.*.js', async (route) => {
      await new Promise((later) => setTimeout(later, 200));
      await route.continue();
    });
    await page.goto(server.url('units/qixiang.html'));
    const field = page.locator('#search-box');
    await field.focus();
    await field.evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent('compositionstart'));
      input.value = 'shuang';
      input.dispatchEvent(new InputEvent('input', { isComposing: true }));
    });
    // Longer than the pause after which it would have asked.
    await page.waitForTimeout(600);
    expect(await page.locator('#suggestions [role=option]').count()).toBe(0);
    await field.evaluate((input: HTMLInputElement) => {
      input.value = '双拥';
      input.dispatchEvent(new CompositionEvent('compositionend'));
    });
    await page.locator('#suggestions [role=option]').first().waitFor();
    await page.unroute('**/_astro/suggestions.*.js');
  });

  test('按类别筛选，选了什么写在地址里，条数和显示的一致', async () => {
    await page.goto(server.url('search.html?q=未备案'));
    const facet = page.locator('[data-search-facets] a', { hasText: '今日头条' });
    await facet.waitFor();
    await facet.click();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-search-results] li').length === 1,
    );
    expect(decodeURIComponent(page.url())).toContain('平台=今日头条');
    expect(await page.locator('[data-search-status]').textContent()).toContain('问题1个');
  });

  test('拼音在浏览器里就认得，不取 Pagefind；第一次检索不超过 20 个请求', async () => {
    const fetched: string[] = [];
    const fresh = await browser.newPage();
    fresh.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await fresh.goto(server.url('search.html'));
    const before = fetched.length;
    await ask(fresh, 'qixiangju');
    expect(await fresh.locator('[data-search-results] a').first().textContent()).toContain(
      '气象局',
    );
    expect(fetched.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    await ask(fresh, '更新不及时');
    expect(fetched.length - before).toBeLessThanOrEqual(20);
    await fresh.close();
  });

  test('没有的东西，说没有', async () => {
    await page.goto(server.url('search.html?q=外星人'));
    await page.locator('[data-search-status]', { hasText: '没有找到“外星人”' }).waitFor();
    expect(await page.locator('[data-search-results] li').count()).toBe(0);
  });
});
