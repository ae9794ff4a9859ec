/** What a reader meets on one page: visits it in a real browser and lists all that is wrong, one Chinese sentence each. */
import axeCore from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { tooSmall } from './large.ts';

/** WCAG 2.2 AA, which includes what came before it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const narrow = { width: 320, height: 640 };
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

interface Watched extends Window {
  shifts: number;
  violations: string[];
}

/** Visits `url` and tries all of it. */
export async function visit(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const noise = await listen(page, new URL(url).origin);
    await page.goto(url, { waitUntil: 'load' });
    const faults = [...(await moved(browser, url, page)), ...(await keyboard(page))];
    await page.evaluate(axeCore.source);
    faults.push(...((await care(page)) ?? (await axe(page, '手机宽度'))));
    await page.setViewportSize(narrow);
    faults.push(...(await overflow(page)));
    await page.setViewportSize(desk);
    faults.push(...(await axe(page, '桌面宽度')));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await axe(page, '深色', ['color-contrast'])));
    return [...faults, ...(await policy(page)), ...noise()];
  } finally {
    await context.close();
  }
}

/** Collects, from now on, requests to other origins, failed requests, errors and console errors of a page; called, it tells them. */
async function listen(page: Page, origin: string): Promise<() => string[]> {
  const noise: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/u.test(url.protocol) && url.origin !== origin) {
      noise.push(`向别的网站请求 ${request.url()}`);
    }
  });
  // A page that leads on breaks off what it was still fetching, before or after it has gone; nobody misses that.
  const brokenOff: string[] = [];
  let arrivals = 0;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) arrivals += 1;
  });
  page.on('requestfailed', (request) => {
    const broken = request.failure()?.errorText === 'net::ERR_ABORTED';
    (broken ? brokenOff : noise).push(`没有取到 ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      noise.push(`${String(response.status())} ${response.url()}`);
    }
  });
  page.on('pageerror', (error) => noise.push(`脚本出错：${error.message}`));
  page.on('console', (message) => {
    // The browser says of a page that is not found that it is not found; that is what was asked for.
    const ofThePage = message.location().url === page.url();
    if (
      ['error', 'warning'].includes(message.type()) &&
      !(ofThePage && /\b404\b/u.test(message.text()))
    )
      noise.push(`控制台：${message.text()}`);
  });
  await watch(page);
  return () => (arrivals > 1 ? noise : [...noise, ...brokenOff]);
}

/** From the next page on, the page itself sums what moves and keeps what its policy forbids. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.shifts = 0;
    watched.violations = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        watched.shifts += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) => {
      watched.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

/**
 * What moves by our own doing moves each time. A busy machine also shows a page of which half has been read, and the rest
 * then makes room for itself: of so many visits the stillest is the one to judge by.
 */
async function moved(browser: Browser, url: string, page: Page): Promise<string[]> {
  let shifts = await shiftsOf(page);
  for (let again = 1; again < 3 && shifts >= STILL; again += 1) {
    const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
    const other = await context.newPage();
    await watch(other);
    await other.goto(url, { waitUntil: 'load' });
    shifts = Math.min(shifts, await shiftsOf(other));
    await context.close();
  }
  return shifts < STILL ? [] : [`载入时版面移动 ${shifts.toFixed(3)}`];
}

/** As Lighthouse does, to the third place. */
const STILL = 0.0005;

/** Waits for what scripts do after loading, and sums what moved. */
async function shiftsOf(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as Watched).shifts);
}

async function policy(page: Page): Promise<string[]> {
  const violations = await page.evaluate(() => (window as unknown as Watched).violations);
  return violations.map((violation) => `违反内容安全策略：${violation}`);
}

async function axe(page: Page, where: string, only = rules): Promise<string[]> {
  const { violations } = await page.evaluate((tags) => {
    const { axe: here } = window as unknown as { axe: typeof axeCore };
    return here.run({ runOnly: tags, resultTypes: ['violations'] });
  }, only);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `axe（${where}）${id}：${html.slice(0, 160)} — ${why}`;
    }),
  );
}

/** 关怀版: the same page with larger type and stronger contrast, and back again. Undefined where a page has none. */
async function care(page: Page): Promise<string[] | undefined> {
  const on = page.locator('[data-care="on"]');
  if ((await on.count()) === 0) return undefined;
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await on.click();
  const during = await size();
  const faults = during > before ? [] : [`关怀版的字没有变大（${String(during)} 像素）`];
  faults.push(...(await axe(page, '关怀版，手机宽度')), ...(await tooSmall(page)));
  await page.setViewportSize(narrow);
  faults.push(...(await overflow(page)).map((fault) => `关怀版：${fault}`));
  await page.setViewportSize(phone);
  await page.locator('[data-care="off"]').click();
  if ((await size()) !== before) faults.push('退出关怀版后字的大小没有复原');
  return faults;
}

async function overflow(page: Page): Promise<string[]> {
  const { wide, culprits } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const rightEdge = (element: Element): number => {
      const { left, right } = element.getBoundingClientRect();
      return Math.max(right, left + element.scrollWidth);
    };
    return {
      wide: document.documentElement.scrollWidth - width,
      culprits: [...document.querySelectorAll('body *')]
        .filter((one) => !scrolls(one) && rightEdge(one) > width + 0.5)
        .filter((one, _index, all) => !all.some((other) => other !== one && one.contains(other)))
        .slice(0, 3)
        .map((one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">`),
    };
  });
  return wide > 0 ? [`320 像素宽时页面横向滚动 ${String(wide)} 像素：${culprits.join('、')}`] : [];
}

/** The first Tab reaches the skip link, which shows itself and leads to the main part; every stop shows that it has focus. */
async function keyboard(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.keyboard.press('Tab');
  const skip = await focused(page);
  if (skip?.target !== 'MAIN') {
    faults.push(`第一个 Tab 到了 ${skip?.html ?? '空处'}，应到“跳到正文”链接`);
  } else if (!skip.inView) {
    faults.push('“跳到正文”链接得到焦点时看不见');
  }
  const seen = new Set<number>();
  for (let stop = 0; stop < 40; stop += 1) {
    const here = await focused(page);
    if (here === null || seen.has(here.order)) break;
    seen.add(here.order);
    if (!here.marked) faults.push(`焦点到了却看不出来：${here.html}`);
    await page.keyboard.press('Tab');
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return faults;
}

interface Focused {
  html: string;
  /** Its place among all elements: tells one stop from another. */
  order: number;
  /** The tag a link within the page leads to. */
  target: string | undefined;
  inView: boolean;
  /** True when an outline, or a shadow instead of one, is drawn. */
  marked: boolean;
}

function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const anchor = /^#(.+)$/u.exec(element.getAttribute('href') ?? '')?.[1];
    return {
      html: element.outerHTML.slice(0, 120),
      order: [...document.querySelectorAll('*')].indexOf(element),
      target: anchor === undefined ? undefined : document.getElementById(anchor)?.tagName,
      inView: box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0,
      marked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    };
  });
}

/** Opens a page without script, from a server or by `file:`: its text must be there and its styles must apply. */
export async function readPlainly(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: desk, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    const noise = await listen(page, new URL(url).origin);
    await page.goto(url, { waitUntil: 'load' });
    const { text, sheets, applied } = await page.evaluate(() => ({
      text: (document.querySelector('main') ?? document.body).innerText.trim().length,
      sheets: document.querySelectorAll('link[rel~="stylesheet"]').length,
      applied: document.styleSheets.length,
    }));
    const faults = text > 0 ? [] : ['关闭脚本后没有文字'];
    if (sheets === 0 || applied < sheets) {
      faults.push(`关闭脚本后样式没有生效（${String(applied)}/${String(sheets)}）`);
    }
    return [...faults, ...noise()];
  } finally {
    await context.close();
  }
}

/** How many A4 sheets a page takes on paper; `scale` as a printer or another font may enlarge it. */
export async function sheetsOnPaper(
  context: BrowserContext,
  url: string,
  scale = 1,
): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: 'load' });
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, scale });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
  } finally {
    await page.close();
  }
}
