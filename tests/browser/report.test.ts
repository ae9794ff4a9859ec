/**
 * 填报页: a clerk with a phone or a desk, on plain HTTP and below a path. What is sent is written into a real repository and
 * judged by the review.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axeCore from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SentReport } from '../../src/form/send/endpoint.ts';
import { readImage } from '../../src/paper/image/image.ts';
import { saidBy } from '../../src/paper/image/metadata.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import * as samples from '../git/samples.ts';
import { issueFile, World, worldFiles } from '../git/world.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

const NOW = new Date('2024-06-10T02:00:00Z');
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

let folder: string;
let browser: Browser;
let server: Server;
let world: World;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  world = new World();
  worldFiles();
  const more = Object.fromEntries([
    issueFile('plain', 'photo-01', {
      problems: ['content-stale'],
      finding: '首页栏目长期不更新',
    }),
    issueFile('plain', 'back-01', { finding: '备案信息没有更新' }),
    [
      'content/inspections/q2.yaml',
      canonical('inspection', {
        name: '第二季度检查',
        checkedOn: '2024-06-05',
        edition: '2019',
        campaign: 'plain',
        population: 2,
        scope: { kind: 'all' },
        accounts: ['jia-wechat', 'yi-wechat'].map((account) => ({ account, lookBack: false })),
      }),
    ],
    ...(
      [
        ['submitted', '2024-05-20', { evidence: [{ number: '示例备〔2023〕9号' }] }],
        ['returned', '2024-05-25', { reason: '编号是去年的，请换成今年的' }],
      ] as const
    ).map(([action, day, said]) => [
      `content/updates/plain/back-01/${day.replaceAll('-', '')}-090000-x.yaml`,
      canonical('update', { issue: 'back-01', action, reportedOn: day, ...said }),
    ]),
  ] as [string, string][]);
  world.main = world.depot.commit(world.main, more);
  for (const [path, text] of Object.entries({ ...worldFiles(), ...more })) {
    const file = join(folder, 'ledger', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const args = ['--internal', '--content', join(folder, 'ledger', 'content')];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/ledger.ts', 'build', ...args, '--out', join(folder, 'site'), '--as-of', '2024-06-10'],
    { encoding: 'utf8', env: { ...process.env, LEDGER_ENDPOINT: '/api/report' } },
  );
  expect([status, stderr]).toEqual([0, stderr]);
  server = await serve(join(folder, 'site'), '/a/b/');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Visit {
  page: Page;
  context: BrowserContext;
  sent: SentReport[];
  noise: string[];
  /** Addresses that the page asked for. */
  asked: string[];
  /** What the server answers to the next report. */
  answer: { status: number; json: object };
}

/** The page of the unit 甲, with a server that knows who asks. */
async function visit(
  viewport: { width: number; height: number },
  {
    account = 'clerk-jia',
    hash = '',
    before,
    at = 'report/jia.html',
  }: { account?: string; hash?: string; before?: string; at?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    hasTouch: viewport.width < 500,
  });
  const page = await context.newPage();
  const visited: Visit = {
    page,
    context,
    sent: [],
    noise: [],
    asked: [],
    answer: { status: 201, json: { number: '报送-1' } },
  };
  page.on('request', (request) => visited.asked.push(request.url()));
  page.on('pageerror', (error) => visited.noise.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) visited.noise.push(message.text());
  });
  await page.clock.install({ time: NOW });
  if (before !== undefined) await page.addInitScript(before);
  await page.route('**/a/b/api/waiting', (route) => route.fulfill({ json: { waiting: [] } }));
  await page.route('**/a/b/api/report', async (route) => {
    if (route.request().method() === 'GET') {
      await route.fulfill({ json: account === '' ? {} : { account } });
      return;
    }
    visited.sent.push(route.request().postDataJSON() as SentReport);
    await route.fulfill(visited.answer);
  });
  await page.goto(server.url(`${at}${hash}`));
  await ready(page);
  expect(await page.locator('[data-form]').textContent()).toContain('不得填写涉密信息和工作秘密');
  return visited;
}

async function ready(page: Page): Promise<void> {
  await page.locator('[data-report-page][data-ready]').waitFor();
}

const card = (page: Page, issue: string) => page.locator(`[data-subject="${issue}"]`);

/** The review's word on what was sent. */
function reviewOf({ files }: SentReport, author = 'clerk-jia') {
  const entries = Object.fromEntries(
    files.map(({ path, base64 }) => [`content/${path}`, Buffer.from(base64, 'base64')]),
  );
  const { ok, faults } = world.review(entries, author);
  return [ok, faults.map(({ rule, message }) => `${rule} ${message}`)];
}

/** Nothing reaches beyond the screen. */
async function offScreen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isHidden = width < 2 || element.classList.contains('sr-only');
      return !isHidden && (left < -1 || right > innerWidth + 1)
        ? [`${element.tagName} ${element.className} ${String(Math.round(right))}`]
        : [];
    }),
  );
}

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<axeCore.AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Words in Latin letters that a reader would meet, beside names of formats. */
async function english(page: Page): Promise<string[]> {
  const text = await page.locator('main').innerText();
  return (text.match(/[A-Za-z]{3,}/gu) ?? []).filter(
    (word) =>
      !/^(?:PDF|docx|xlsx|ofd|CSV|Excel|WPS|Word|Shift|png|jpg|clerk|jia|rev|plain|merge|shown|https?)$/iu.test(
        word,
      ),
  );
}

describe.each([
  ['390', phone],
  ['1280', desk],
] as const)('%s 像素宽', (_, viewport) => {
  test('带照片的报送，从打开到送出不到 60 秒、三处输入；审核通过；不出屏、没有英文、无障碍', async () => {
    const { page, context, sent, noise } = await visit(viewport, { hash: '#photo-01' });
    const started = performance.now();
    const issue = card(page, 'photo-01');
    expect(await issue.locator('[data-choose]').isChecked()).toBe(true);
    await issue.getByLabel('进展说明').fill('栏目已经恢复更新');
    await issue.getByRole('textbox', { name: '链接' }).fill('https://example.org/news/1');
    await issue.locator('[data-day]').first().fill('2024-06-09');
    await issue.locator('input[multiple]').setInputFiles({
      name: 'IMG 0001 (1).JPG',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(samples.jpegWithPosition),
    });
    await issue.locator('canvas:not([hidden])').waitFor();
    expect([await offScreen(page), await english(page), await axe(page)]).toEqual([
      [],
      ['IMG'],
      [],
    ]);
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('heading', { name: '审核员将看到' }).waitFor();
    const shown = await page.locator('[data-reports]').innerText();
    expect(shown).toContain('待整改 → 待审核');
    expect(shown).toContain('2024年6月10日');
    expect([await offScreen(page), await axe(page)]).toEqual([[], []]);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeLessThan(60);
    expect(await page.locator('[data-sent]').innerText()).toContain('报送-1');
    expect(await page.locator('[data-sent] a').first().getAttribute('href')).toBe(
      '../issues/photo-01.html',
    );
    const [report] = sent;
    expect(report).toMatchObject({ unit: 'jia', stamp: '20240610-100000' });
    expect(report?.files.map(({ path }) => path.replace(/-[a-z0-9]{3}\.yaml/u, '.yaml'))).toEqual([
      'updates/plain/photo-01/20240610-100000.yaml',
      'evidence/photo-01/IMG-0001-1.jpg',
    ]);
    expect(reviewOf(report!)).toEqual([true, []]);
    const picture = Buffer.from(report?.files[1]?.base64 ?? '', 'base64');
    const walk = readImage(picture)?.walk;
    expect(walk && 'parts' in walk && saidBy(walk.parts)).toMatchObject({ position: false });
    // What was sent stands at its issue when the page is opened again, and nothing is left to send.
    await page.reload();
    await ready(page);
    expect(await issue.innerText()).toContain('6月10日 10:00 申请验收：已送出，等审核（报送-1）');
    expect(noise).toEqual([]);
    await context.close();
  });
});

describe('填报', () => {
  test('最简单的一份：写明销号需提交的编号已有一格，填说明和编号两处就能送', async () => {
    const { page, context, sent } = await visit(phone, { hash: '#plain-01' });
    const issue = card(page, 'plain-01');
    await issue.getByLabel('进展说明').fill('已备案');
    await issue.locator('[data-value]').fill('示例备〔2024〕1号');
    await page.getByRole('button', { name: '预览' }).click();
    // The browser's own way back leads to what is filled in.
    await page.goBack();
    expect(await issue.getByLabel('进展说明').inputValue()).toBe('已备案');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    expect(reviewOf(sent[0]!)).toEqual([true, []]);
    // Another one is not taken for a correction of the first.
    await page.getByRole('button', { name: '再报别的问题' }).click();
    await issue.locator('[data-choose]').check();
    await issue.getByLabel('进展说明').fill('再说一句');
    await issue.locator('[data-value]').fill('示例备〔2024〕1号');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('提醒：这个问题已送出1份').waitFor();
    await context.close();
  });

  test('检查用的规则动手填了才取；取不到就说，刷新以后填好的都在', async () => {
    const { page, context, sent, asked } = await visit(desk);
    const text = readFileSync(join(folder, 'site', 'report', 'report.js'), 'utf8');
    const named = (how: RegExp): string[] => [...text.matchAll(how)].map(([, file = '']) => file);
    const [first, later] = [
      named(/(?:from|import)"\.\/([\w-]+\.js)"/gu),
      named(/import\("\.\/([\w-]+\.js)"\)/gu),
    ];
    expect(later.length).toBeGreaterThan(1);
    await page.waitForLoadState('networkidle');
    const scripts = asked.flatMap(
      (address) => /\/report\/(?<file>[\w-]+\.js)$/u.exec(address)?.groups?.['file'] ?? [],
    );
    expect(scripts.toSorted()).toEqual(['report.js', ...new Set(first)].toSorted());
    await page.route('**/report/report-*.js', (route) => route.abort());
    const issue = card(page, 'plain-01');
    await issue.locator('[data-choose]').check();
    await issue.getByLabel('进展说明').fill('已备案');
    await issue.locator('[data-value]').fill('示例备〔2024〕1号');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('检查用的规则没有取到').waitFor();
    expect(await issue.getByLabel('进展说明').inputValue()).toBe('已备案');
    await page.getByText('草稿已存在这台设备上').waitFor();
    await page.unroute('**/report/report-*.js');
    await page.reload();
    await ready(page);
    expect(await issue.locator('[data-value]').inputValue()).toBe('示例备〔2024〕1号');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    expect(reviewOf(sent[0]!)).toEqual([true, []]);
    await context.close();
  });

  test('没有登录的、没有登记为本单位填报员的，一打开就说', async () => {
    for (const [account, words] of [
      ['', '还没有登录，登录后方可报送'],
      ['clerk-yi', '没有登记为本单位的填报员'],
    ] as const) {
      const { page, context } = await visit(phone, { account, hash: '#plain-01' });
      await page.getByText(words).waitFor();
      expect([await axe(page), await offScreen(page)]).toEqual([[], []]);
      await context.close();
    }
  });

  test('几个问题一次报，说明和佐证可以照抄；退回的理由看得见', async () => {
    const { page, context, sent } = await visit(desk, { hash: '#plain-01' });
    expect(await card(page, 'back-01').innerText()).toContain('退回：编号是去年的，请换成今年的');
    await card(page, 'back-01').locator('[data-choose]').check();
    const first = card(page, 'plain-01');
    await first.getByLabel('进展说明').fill('已办理');
    await first.locator('[data-value]').fill('示例备〔2024〕2号');
    await first.getByRole('button', { name: '照抄到其他' }).click();
    expect(await card(page, 'back-01').getByLabel('进展说明').inputValue()).toBe('已办理');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    expect(sent[0]?.title).toContain('报送2个问题');
    expect(sent[0]?.files).toHaveLength(2);
    expect(reviewOf(sent[0]!)).toEqual([true, []]);
    await context.close();
  });

  test('填错的在送出前指到那一格，话和审核的一样', async () => {
    const { page, context, sent } = await visit(phone, { hash: '#plain-01' });
    const issue = card(page, 'plain-01');
    const wrong = async (where: string, words: string): Promise<void> => {
      await page.getByRole('button', { name: '预览' }).click();
      const fault = issue.locator(`${where} .report-fault:not([hidden])`).first();
      await fault.waitFor();
      expect(await fault.innerText()).toContain(words);
      expect(await page.locator('[data-preview]').isVisible()).toBe(false);
    };
    await wrong('[data-field=evidence]', '“未备案”缺少销号所需的佐证');
    await issue.locator('[data-value]').fill('示例备〔2024〕1号');
    await issue.getByLabel('报告日期').fill('2024-06-11');
    await wrong('[data-field=reportedOn]', '报告日期2024年6月11日还没有到');
    await issue.getByLabel('报告日期').fill('2024-04-01');
    await wrong('[data-field=reportedOn]', '早于问题的列入日期');
    await issue.getByLabel('报告日期').fill('2024-06-10');
    await issue.getByLabel('完成日期').fill('2024-06-12');
    await wrong('[data-field=completedOn]', '早于完成日期');
    await issue.getByLabel('完成日期').fill('');
    await issue.getByLabel('进展说明').fill('联系人身份证 11010519491231002X');
    await wrong('[data-field=note]', '身份证号码');
    await issue.getByLabel('进展说明').fill('看不见的\u200b字符');
    await wrong('[data-field=note]', '看不见的控制字符');
    await issue.getByLabel('进展说明').fill('已办理');
    const choose = (name: string, bytes: Uint8Array): Promise<void> =>
      issue
        .locator('input[multiple]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    // What its name or its size says is said when it is chosen.
    for (const [name, bytes, words] of [
      ['旧的.wps', samples.oldDoc, '“旧的.wps”不能交：请另存为 docx、xlsx 或 PDF'],
      [
        '过大.pdf',
        Buffer.concat([samples.pdf, Buffer.alloc(20 * 1024 * 1024)]),
        '超过 10.0 MB 的上限',
      ],
      ['页面.html', samples.html, '“页面.html”不能交：改交截图'],
    ] as const) {
      await choose(name, bytes);
      await issue.locator('[data-evidence] > .report-fault').getByText(words).waitFor();
      expect(await issue.locator('[data-piece]').count()).toBe(1);
    }
    for (const [name, bytes, words] of [
      ['空的.pdf', Buffer.alloc(0), '文件是空的'],
      ['半张.jpg', samples.exe, '程序'],
    ] as const) {
      await choose(name, bytes);
      await issue
        .getByText(name.replace(/\.\w+$/u, ''))
        .first()
        .waitFor();
      await wrong('[data-piece]', words);
      await issue.getByRole('button', { name: `去掉${name}` }).click();
    }
    await issue.getByRole('button', { name: '写链接' }).click();
    const link = issue.locator('[data-piece]').last().locator('[data-value]');
    await link.fill('见微信群');
    await wrong('[data-piece]', '应为网址');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-piece]') !== null),
    ).toBe(true);
    await link.fill('mp.example.org/s/1');
    await link.blur();
    expect(await link.inputValue()).toBe('https://mp.example.org/s/1');
    expect([await axe(page), await offScreen(page), sent]).toEqual([[], [], []]);
    await context.close();
  });

  test('草稿留到再打开，照片也在；送不出去什么也不丢，再送一次就行', async () => {
    const visited = await visit(phone, { hash: '#plain-01' });
    const { page, context, sent } = visited;
    const issue = card(page, 'plain-01');
    await issue.getByLabel('进展说明').fill('写到一半');
    await issue.locator('[data-value]').fill('示例备〔2024〕1号');
    await issue
      .locator('input[multiple]')
      .setInputFiles({ name: '截图.png', mimeType: 'image/png', buffer: Buffer.from(samples.png) });
    await issue.getByText('截图.png').waitFor();
    await page.clock.runFor(1000);
    await page.getByText('草稿已存在这台设备上').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.clock.install({ time: NOW });
    await again.route('**/a/b/api/report', async (route) => {
      if (route.request().method() === 'GET')
        await route.fulfill({ json: { account: 'clerk-jia' } });
      else if (sent.length === 0) {
        sent.push(route.request().postDataJSON() as SentReport);
        await route.abort('internetdisconnected');
      } else await route.fulfill(visited.answer);
    });
    await again.goto(server.url('report/jia.html'));
    await ready(again);
    const kept = card(again, 'plain-01');
    expect(await kept.getByLabel('进展说明').inputValue()).toBe('写到一半');
    expect(await kept.innerText()).toContain('截图.png');
    await again.getByRole('button', { name: '预览' }).click();
    await again.getByRole('button', { name: '发送' }).click();
    await again.getByText('填好的都还在。').waitFor();
    await again.getByRole('button', { name: '发送' }).click();
    await again.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    await context.close();
  });

  test('别的单位的人送不了，审核员来填算代录', async () => {
    const other = await visit(desk, { account: 'clerk-yi', hash: '#plain-01' });
    await card(other.page, 'plain-01').locator('[data-value]').fill('示例备〔2024〕1号');
    await other.page.getByRole('button', { name: '预览' }).click();
    const said = other.page.getByText('不是示例区甲街道办事处的填报员').first();
    await said.waitFor();
    expect(await said.innerText()).not.toContain('yaml');
    await other.context.close();
    const office = await visit(desk, { account: 'rev-1', hash: '#plain-01' });
    await card(office.page, 'plain-01').locator('[data-value]').fill('示例备〔2024〕1号');
    await office.page.getByRole('button', { name: '预览' }).click();
    await office.page.getByRole('button', { name: '发送' }).click();
    await office.page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    expect(reviewOf(office.sent[0]!, 'rev-1')).toEqual([true, []]);
    await office.context.close();
  });

  test('审核员：只列办得了的决定，只问它要的；退回要写理由，几条一次办', async () => {
    const { page, context, sent, noise } = await visit(desk, {
      account: 'rev-1',
      at: 'report/office/jia.html',
      hash: '#issue-plain-01',
    });
    const issue = card(page, 'plain-01');
    const acts = await issue.locator('[data-title]').allInnerTexts();
    expect(acts).toEqual(['延期', '暂缓', '撤销']);
    // Nothing is decided before somebody decides.
    expect(await issue.locator('[data-acts] :checked').count()).toBe(0);
    await page.getByRole('button', { name: '预览' }).click();
    await issue.getByText('还没有选事项：选一项').waitFor();
    await issue.getByText('延期', { exact: true }).click();
    await page.getByRole('button', { name: '预览' }).click();
    await issue.locator('[data-field=askedOn] .report-fault:not([hidden])').waitFor();
    await issue.getByLabel('申请日期').fill('2024-06-08');
    await issue.getByLabel('延期后截止日').fill('2024-07-31');
    await page.getByRole('button', { name: '预览' }).click();
    await issue.getByText('“延期”没有写理由').waitFor();
    expect([await axe(page), await offScreen(page), await english(page)]).toEqual([[], [], []]);
    await issue.getByLabel('理由').fill('平台审核慢');
    await card(page, 'back-01').locator('[data-choose]').check();
    await card(page, 'back-01').getByText('撤销', { exact: true }).click();
    await card(page, 'back-01').getByLabel('理由').fill('重复登记');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等收件' }).waitFor();
    expect(sent[0]?.files).toHaveLength(2);
    expect(reviewOf(sent[0]!, 'rev-1')).toEqual([true, []]);
    expect(noise).toEqual([]);
    await context.close();
  });

  test('登记备案：只列这个状态能登记的，只问它要的；不对的指到那一格', async () => {
    const { page, context, sent, noise } = await visit(phone, {
      account: 'rev-1',
      at: 'report/register/jia.html',
      hash: '#issue-jia-wechat',
    });
    const account = card(page, 'jia-wechat');
    expect(await account.locator('[data-title]').allInnerTexts()).toEqual(['入册', '移交']);
    await account.getByLabel('入册时状态').selectOption('normal');
    await page.getByRole('button', { name: '预览' }).click();
    await account.getByText('入册时已备案的，要写备案日期和备案编号').waitFor();
    expect([await axe(page), await offScreen(page), await english(page)]).toEqual([[], [], []]);
    await account.getByLabel('备案日期').fill('2024-01-02');
    await account.getByLabel('备案编号').fill('示例备〔2024〕3号');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('未登记状态 → 正常').waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等收件' }).waitFor();
    expect(sent[0]?.title).toContain('甲街道发布：入册');
    expect(reviewOf(sent[0]!, 'rev-1')).toEqual([true, []]);
    expect(noise).toEqual([]);
    await context.close();
  });

  test('新列问题：六处以内，只用键盘；按名称选，时限怎样读看得到', async () => {
    const { page, context, sent, noise } = await visit(desk, {
      account: 'rev-1',
      at: 'report/finding/index.html',
    });
    const finding = card(page, 'new');
    await page.getByRole('button', { name: '预览' }).click();
    await finding.locator('[data-field=about] .report-fault:not([hidden])').waitFor();
    expect(await page.locator('[data-count]').innerText()).toBe('');
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await finding.getByRole('combobox', { name: '账号或单位' }).focus();
    await page.keyboard.type('乙镇');
    await finding.getByRole('option', { name: '乙镇发布' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await press('Enter', 'Tab');
    await page.keyboard.type('更新不');
    await press('Enter', 'Tab');
    await page.keyboard.type('超过两周没有更新');
    await press('Tab');
    await page.keyboard.type('立即恢复更新');
    await press('Tab');
    await page.keyboard.type('7月底前');
    await finding.getByText('2024年7月31日').waitFor();
    expect([await axe(page), await offScreen(page), await english(page)]).toEqual([[], [], []]);
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('heading', { name: '将要登记' }).waitFor();
    const shown = await page.locator('[data-reports]').innerText();
    expect(shown).toContain('乙镇发布（微信公众号');
    // By its name and once, and the deadline as it is read.
    expect(shown).not.toMatch(/account:|content-stale/u);
    expect(shown.match(/新列问题|乙镇发布/gu)).toHaveLength(2);
    expect(shown).toContain('截止2024年7月31日');
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等收件' }).waitFor();
    const path = sent[0]?.files[0]?.path ?? '';
    expect(path).toMatch(/^issues\/(?:plain|merge|shown)\/[a-z]+-\d+\.yaml$/u);
    // Found today, whatever day the list of its campaign bears.
    const text = Buffer.from(sent[0]?.files[0]?.base64 ?? '', 'base64').toString('utf8');
    expect(text).toContain('listedOn: 2024-06-10');
    expect(reviewOf(sent[0]!, 'rev-1')).toEqual([true, []]);
    // The form is empty again, and ready for the next one.
    await page.getByRole('button', { name: '再办别的' }).click();
    expect(await finding.getByLabel('存在问题').inputValue()).toBe('');
    expect(noise).toEqual([]);
    await context.close();
  });

  test('检查结果：只用键盘，一个账号接一个；不对的指到那个账号；草稿留着', async () => {
    const { page, context, sent, noise } = await visit(desk, {
      account: 'rev-1',
      at: 'report/check/q2.html',
    });
    const row = page.locator('[data-row]');
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await row.getByRole('heading', { name: '甲街道发布' }).waitFor();
    // Nothing has the focus yet: the keys go to the account that is shown.
    await press('1');
    expect(await row.getByRole('radio').first().isChecked()).toBe(true);
    await row.getByLabel('最近更新日').fill('2024-06-06');
    await row.getByRole('radio').first().focus();
    await press('1', '1', '2');
    await page.keyboard.type('留言没有人回复');
    await press('Enter');
    await row.getByRole('heading', { name: '乙镇发布' }).waitFor();
    expect(await page.locator('[data-progress]').innerText()).toContain('还差1个没有结果');
    expect([await axe(page), await offScreen(page), await english(page)]).toEqual([[], [], []]);
    await page.clock.runFor(1000);
    await page.getByText('草稿已存在这台设备上').waitFor();
    await page.reload();
    await ready(page);
    await page.getByText('上次没有送出的还在').waitFor();
    await page.getByRole('button', { name: '预览' }).click();
    await row.getByText('最近更新日晚于检查日').waitFor();
    await row.getByRole('heading', { name: '甲街道发布' }).waitFor();
    await row.getByLabel('最近更新日').fill('2024-06-01');
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('[data-reports]').getByText('留言没有人回复').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等收件' }).waitFor();
    expect(sent[0]?.files).toMatchObject([
      {
        path: 'inspections/q2.yaml',
        replaces: world.depot.git('rev-parse', `${world.main}:content/inspections/q2.yaml`),
      },
    ]);
    expect(reviewOf(sent[0]!, 'rev-1')).toEqual([true, []]);
    // Begun from something that the record says no more, as if somebody had corrected it since.
    const rowsKept = async (change: boolean): Promise<string[]> =>
      page.evaluate(
        (isChanged) =>
          new Promise<string[]>((settle) => {
            const asked = indexedDB.open('ledger-report', 1);
            asked.onsuccess = () => {
              const store = asked.result.transaction('drafts', 'readwrite').objectStore('drafts');
              const found = store.get('check q2');
              found.onsuccess = () => {
                const kept = found.result as { rows: Record<string, { began: string[] }> };
                if (isChanged) {
                  kept.rows['jia-wechat']!.began = ['[]'];
                  store.put(kept, 'check q2');
                }
                settle(Object.keys(kept.rows));
              };
            };
          }),
        change,
      );
    expect(await rowsKept(true)).toEqual(['jia-wechat']);
    await page.reload();
    await ready(page);
    await page.getByText('后来改过，照台账现在的。要再改的重新填：甲街道发布').waitFor();
    expect(await rowsKept(false)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();
  });

  test('检查的截图：没画完就到下一个账号，也留在贴它的账号；读不出的说是哪个账号的；带文字的贴进栏里是文字', async () => {
    const { page, context, noise } = await visit(desk, {
      account: 'rev-1',
      at: 'report/check/q2.html',
      // Pictures are read when the test says so.
      before: `
        const read = createImageBitmap;
        const gate = new Promise((open) => { window.openGate = open; });
        window.createImageBitmap = async (...given) => { await gate; return read(...given); };
      `,
    });
    const row = page.locator('[data-row]');
    const paste = async (selector: string, bytes: Uint8Array, text = ''): Promise<boolean> =>
      page.evaluate(
        ([target, data, words]) => {
          const clipboardData = new DataTransfer();
          clipboardData.items.add(
            new File([new Uint8Array(data)], '截屏.png', { type: 'image/png' }),
          );
          if (words !== '') clipboardData.setData('text/plain', words);
          const event = new ClipboardEvent('paste', {
            clipboardData,
            bubbles: true,
            cancelable: true,
          });
          document.querySelector(target)?.dispatchEvent(event);
          return event.defaultPrevented;
        },
        [selector, [...bytes], text] as const,
      );
    await row.getByRole('heading', { name: '甲街道发布' }).waitFor();
    // A sheet hands on its cells as text and as a picture.
    expect(await paste('[data-note]', samples.png, '昨天查的')).toBe(false);
    expect(await paste('[data-note]', samples.png)).toBe(true);
    expect(await paste('[data-name]', new Uint8Array([1, 2, 3]))).toBe(true);
    await row.getByRole('button', { name: '下一个' }).click();
    await row.getByRole('heading', { name: '乙镇发布' }).waitFor();
    await page.evaluate('openGate()');
    await page
      .locator('[data-form-fault]', { hasText: '甲街道发布：“截屏.png”不是能读的图片' })
      .waitFor();
    await page.locator('[data-count]', { hasText: '填了1个' }).waitFor();
    expect(await row.locator('[data-pictures] .report-piece').count()).toBe(0);
    await row.getByRole('button', { name: '上一个' }).click();
    await row.getByText('jia-wechat-截图.png').waitFor();
    expect(await row.locator('[data-pictures] .report-piece').count()).toBe(1);
    await page.clock.runFor(1000);
    await page.getByText('草稿已存在这台设备上').waitFor();
    await page.reload();
    await ready(page);
    await row.getByRole('heading', { name: '甲街道发布' }).waitFor();
    await row.getByText('jia-wechat-截图.png').waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  test('只用键盘也能报完', async () => {
    const { page, context, sent } = await visit(desk);
    const press = async (key: string): Promise<void> => page.keyboard.press(key);
    const focused = async (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement;
        return `${element?.tagName ?? ''} ${element?.closest('[data-subject]')?.getAttribute('data-subject') ?? ''} ${element?.getAttribute('data-value') ?? '-'}`;
      });
    for (let tabs = 0; (await focused()) !== 'INPUT plain-01 -' && tabs < 80; tabs += 1)
      await press('Tab');
    await press('Space');
    for (let tabs = 0; !(await focused()).startsWith('TEXTAREA') && tabs < 10; tabs += 1)
      await press('Tab');
    await page.keyboard.type('已备案');
    for (let tabs = 0; !(await focused()).endsWith(' ') && tabs < 10; tabs += 1) await press('Tab');
    await page.keyboard.type('示例备〔2024〕1号');
    await press('Enter');
    await page.getByRole('heading', { name: '审核员将看到' }).waitFor();
    for (let tabs = 0; tabs < 10; tabs += 1) {
      await press('Tab');
      const name = await page.evaluate(() => document.activeElement?.textContent);
      if (name === '发送') break;
    }
    await press('Enter');
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    expect(sent).toHaveLength(1);
    await context.close();
  });

  test('320 像素宽、关怀版也不出屏，无障碍', async () => {
    const { page, context } = await visit({ width: 320, height: 640 }, { hash: '#photo-01' });
    for (const isCare of [false, true]) {
      await page.evaluate(
        (care) => document.documentElement.classList.toggle('care', care),
        isCare,
      );
      expect([await offScreen(page), await axe(page)]).toEqual([[], []]);
    }
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '[data-form] :is(button, input, textarea, label.report-choose, label.report-option)',
        ),
      ]
        .filter((element) => element.checkVisibility() && element.getAttribute('type') !== 'file')
        .filter((element) => !['checkbox', 'radio'].includes(element.getAttribute('type') ?? ''))
        .filter((element) => element.getBoundingClientRect().height < 47.5)
        .map((element) => element.outerHTML),
    );
    expect(small).toEqual([]);
    await context.close();
  });

  test('老浏览器没有的都补上了', async () => {
    const before = `
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'])
        delete Array.prototype[name];
      delete String.prototype.at; delete Object.hasOwn; delete Object.groupBy; delete Map.groupBy;
      delete globalThis.structuredClone; delete String.prototype.isWellFormed; delete crypto.randomUUID; delete AbortSignal.timeout; delete AbortSignal.any;
      for (const name of ['union', 'difference', 'intersection', 'isSubsetOf']) delete Set.prototype[name];
      if (globalThis.Iterator) for (const name of ['map', 'filter', 'flatMap', 'some', 'every', 'find', 'toArray', 'reduce'])
        delete Iterator.prototype[name];`;
    const { page, context, sent, noise } = await visit(phone, { hash: '#plain-01', before });
    const issue = card(page, 'plain-01');
    await issue.locator('[data-value]').fill('示例备〔2024〕1号');
    await issue.getByLabel('报告日期').fill('2024-06-11');
    await page.getByRole('button', { name: '预览' }).click();
    await issue.getByText('还没有到').waitFor();
    await issue.getByLabel('报告日期').fill('2024-06-10');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    expect([sent.length, noise]).toEqual([1, []]);
    await context.close();
  });

  test('从文件打开、没有脚本时，说明用报送单、发给谁', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'site', 'report', 'jia.html')).href);
    const words = await page.locator('main').innerText();
    expect(words).toContain('从文件打开的、关了脚本的，送不出去。请用报送单');
    expect(words).toContain('发回示例区人民政府办公室');
    expect(words).toContain('填好以后，连同佐证材料发回');
    const [book] = await page.getByRole('link', { name: /^整改报送单/u }).all();
    const file = new URL((await book?.getAttribute('href')) ?? '', page.url());
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(await page.locator('[data-report-page]').isVisible()).toBe(false);
    await context.close();
  });
});
