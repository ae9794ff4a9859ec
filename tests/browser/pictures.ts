/** `npm run pictures`: the pictures in README and guides, taken of the fictional ledger on the day that it counts to. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openDesk } from '../../scripts/site/desk.ts';
import { scratchRepository } from '../../scripts/site/try.ts';
import { ENTRY } from '../../scripts/program.ts';
import { fillSheet } from '../git/office-round.ts';
import { launchChromium } from './chromium.ts';

const TODAY = '2026-06-15';
/** As wide as a page's text needs; what stands in a guide is read at half of that. */
const SIZE = { width: 960, height: 820 };

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const repository = scratchRepository('tests/fixtures/shili', folder);
const desk = await openDesk({
  ...{ content: join(repository, 'content'), asOf: TODAY, as: 'reviewer-1' },
  ...{ port: '4480', remote: 'origin', branch: 'main', allowHost: [] },
});
const browser = await launchChromium(['--lang=zh-CN']);
try {
  const page = await pageIn(browser);
  const site = `http://127.0.0.1:${String(desk.port)}`;
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto(desk.enter);
  await page.screenshot({ path: 'docs/images/home.png' });
  await page.setViewportSize(SIZE);

  const first = '2025-special-05';
  await page.goto(`${site}/report/shili-canlian.html#${first}`);
  await page.locator('[data-report-page][data-ready]').waitFor();
  const issue = page.locator(`[data-subject="${first}"]`);
  await issue.getByLabel('进展说明').fill('已恢复更新，安排专人每周发布');
  await issue.getByLabel('链接').first().fill('https://media.example/canlian/20260612');
  await issue.locator('input[type=date]').first().fill('2026-06-12');
  // High enough that the foot, which stays in sight, lies below.
  await page.setViewportSize({ width: SIZE.width, height: 1600 });
  await part(page, 'form', issue, issue, 850);

  await page.setViewportSize(SIZE);
  await page.goto(`${site}/desk/returned.html`);
  await page.locator('[data-returned][data-ready]').waitFor();
  await page.getByLabel('选文件', { exact: true }).setInputFiles([
    { name: '报送单（改）.xlsx', mimeType: '', buffer: Buffer.from(await sheetBack()) },
    { name: '备案截图.png', mimeType: 'image/png', buffer: await screenshot(browser) },
  ]);
  await page.getByLabel('收件人（写职务）').fill('政务公开股');
  await page.getByRole('button', { name: '预览' }).click();
  const write = page.getByRole('button', { name: '写入并推送' });
  await part(page, 'returned', page.locator('[data-drop]'), write);

  await write.click();
  await page.locator('[data-done]').getByRole('link', { name: '待办' }).click({ timeout: 60_000 });
  const card = page.locator('.queue-report', { hasText: '示例区财政局' }).first();
  // The one that waits longest is open already.
  await card.locator('.queue-evidence img').first().waitFor();
  await card.getByLabel('退回', { exact: true }).first().check();
  await card
    .getByLabel('理由', { exact: true })
    .first()
    .fill('截图还是“待上级审核”，没有备案编号：批下来后填编号再报');
  await part(page, 'decision', card, card);
} finally {
  await browser.close();
  desk.close();
  rmSync(folder, { recursive: true, force: true });
}

function pageIn(within: Browser): Promise<Page> {
  return within.newPage({ viewport: SIZE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
}

/** The page from one element to another, a little more, at most `most` pixels high. */
async function part(
  page: Page,
  name: string,
  from: Locator,
  to: Locator,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  await to.waitFor({ timeout: 60_000 });
  const [begin, end] = [await placeOf(from), await placeOf(to)];
  const y = begin.top - 16;
  await page.screenshot({
    path: `docs/images/${name}.png`,
    fullPage: true,
    clip: {
      ...{ x: begin.left - 16, y },
      width: Math.max(begin.width, end.width) + 32,
      height: Math.min(most, end.bottom + 16 - y),
    },
  });
}

/** Where an element lies in the whole page, however far that is scrolled. */
function placeOf(
  element: Locator,
): Promise<{ left: number; top: number; bottom: number; width: number }> {
  return element.evaluate((one) => {
    const { left, top, bottom, width } = one.getBoundingClientRect();
    return { left, top: top + scrollY, bottom: bottom + scrollY, width };
  });
}

/** The sheet of a unit with three findings as it comes back: one with a screenshot, one with nothing to show. */
async function sheetBack(): Promise<Uint8Array> {
  const out = join(folder, 'sheets');
  const args = ['collect', '--campaign', '2025-special', '--content', join(repository, 'content')];
  const ran = spawnSync(process.execPath, [ENTRY, ...args, '--as-of', TODAY, '--out', out]);
  if (ran.status !== 0) throw new Error(ran.stderr.toString());
  const sent = readFileSync(join(out, '整改报送单-示例区财政局.xlsx'));
  const done = { 本次报送: '申请验收', 完成日期: '6月12日' };
  const { bytes } = await fillSheet(new Uint8Array(sent), () => ({
    reporter: '办公室主任',
    approver: '分管负责人',
    reportedOn: TODAY,
    rows: {
      '2025-special-19': { ...done, 佐证: '备案截图.png' },
      '2025-special-34': done,
    },
  }));
  return bytes;
}

/** A screenshot of a filing, as a unit sends one: handed in, not yet registered. (虚构) */
async function screenshot(within: Browser): Promise<Buffer> {
  const page = await within.newPage({ viewport: { width: 520, height: 300 } });
  const rows = [
    ['主办单位', '示例区财政局'],
    ['账号名称', '示例区财政局服务'],
    ['提交时间', '2026-06-12 10:26'],
    ['备案编号', '—'],
    ['办理状态', '已提交，待上级审核'],
  ];
  await page.setContent(
    `<body style="margin:0;font:17px sans-serif"><h1 style="margin:0;padding:14px 20px;font-size:19px;color:#fff;background:#2b5c9e">政务新媒体备案登记</h1>${rows
      .map(
        ([name = '', value = '']) =>
          `<p style="display:flex;margin:0;padding:11px 20px;border-bottom:1px solid #ddd"><span style="width:110px;color:#666">${name}</span>${value}</p>`,
      )
      .join('')}`,
  );
  const bytes = await page.screenshot();
  await page.close();
  return bytes;
}
