/**
 * 样例县的一个季度，不开终端: from the list to the package at the office's desk, in one run in a real browser, over a bare
 * server with the hook. Twelve reports of eight units among it: two wrong, one stale, one with a picture used before, one
 * that buries another. (虚构)
 */
import { execFileSync } from 'node:child_process';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../scripts/site/desk.ts';
import { pushLogOf } from '../../src/history/push-log.ts';
import { auditOf } from '../../src/review/audit.ts';
import { launchChromium } from '../browser/chromium.ts';
import { COUNTY_OFFICE, writeCountyPapers } from '../generator/county.ts';
import { picture } from '../generator/picture.ts';
import { runGit } from '../git/clone.ts';
import { Depot, gitEnv } from '../git/depot.ts';
import { submitted, updateFile } from '../git/world.ts';

const program = resolve(import.meta.dirname, '../..');
const TODAY = '2026-03-10';
const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-county-quarter-')));
const own = join(root, 'taizhang');
const env = gitEnv(root);
const depot = new Depot(join(root, 'ledger.git'));
let desk: Desk;
let browser: Browser;
let page: Page;
let clicks = 0;
const main = () => depot.git('rev-parse', 'main');

beforeAll(async () => {
  // What the maintainer has set up once: units, accounts, clerks, the server and its hook.
  await writeCountyPapers(root);
  writeFileSync(
    join(root, '答复.txt'),
    [
      `办公室：${COUNTY_OFFICE}`,
      ...['平台：不用', '公开站地址：', '内部站地址：', '审核员：reviewer-1', '管理员：reviewer-1'],
      ...['单位名单：单位名单.xlsx', '名册：名册.xlsx', '问题清单：', ''],
    ].join('\n'),
  );
  const ledger = (...args: string[]) =>
    execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), ...args], {
      cwd: root,
      env,
    });
  ledger('init', 'taizhang', '--answers', '答复.txt', '--as-of', '2026-03-03');
  for (const file of globSync(join(own, 'units/*.yaml'))) {
    const clerk = `clerk-${basename(file, '.yaml')}`;
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}members: [{ account: ${clerk}, from: 2026-01-01 }]\n`,
    );
  }
  for (const args of [
    ['add', '-A'],
    ['commit', '-qm', '登记填报员'],
    ['push', '-q', depot.dir, 'HEAD:refs/heads/main'],
  ])
    execFileSync('git', ['-C', own, ...args], { env });
  ledger('install-hook', depot.dir, '--content', own);
  const hook = join(depot.dir, 'hooks/pre-receive');
  writeFileSync(
    hook,
    readFileSync(hook, 'utf8').replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`),
  );
  await runGit(root, ['clone', '--quiet', depot.dir, join(root, 'office')]);
  desk = await openDesk({
    ...{ content: join(root, 'office'), as: 'reviewer-1', port: '4480', remote: 'origin' },
    ...{ branch: 'main', allowHost: [], asOf: TODAY },
  });
  browser = await launchChromium();
  const context = await browser.newContext({
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    viewport: { width: 1440, height: 900 },
  });
  page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await page.goto(desk.enter);
}, 300_000);
afterAll(async () => {
  await browser.close();
  desk.close();
  rmSync(root, { recursive: true, force: true });
});

/** From the home page, by links alone. */
async function toDesk(...links: string[]): Promise<void> {
  await page.goto(`http://127.0.0.1:${String(desk.port)}/desk/index.html`);
  await page.locator('main [data-ready]').waitFor({ timeout: 60_000 });
  for (const link of links) await page.getByRole('link', { name: link }).first().click();
  if (links.length > 0 && links[0] !== '审核办理')
    await page.locator('main [data-ready]').waitFor();
}

async function click(what: Locator): Promise<void> {
  clicks += 1;
  await what.click();
}

const card = (words: string): Locator => page.locator('.queue-report').filter({ hasText: words });

async function open(report: Locator): Promise<void> {
  if ((await report.locator('details[open]').count()) === 0) await click(report.locator('summary'));
}

async function decided(words: string): Promise<void> {
  await page.locator('[data-queue-done]', { hasText: words }).waitFor({ timeout: 120_000 });
  expect(clicks, words).toBeLessThanOrEqual(3);
  clicks = 0;
}

/** Takes what waits under a title, and waits until the site shows it. */
async function takeIn(title: string): Promise<void> {
  await toDesk();
  const report = card(title);
  await report.waitFor({ timeout: 60_000 });
  clicks = 0;
  await open(report);
  const rebuilt = desk.rebuilt();
  await click(report.getByRole('button', { name: '收进台账' }));
  await decided('收件：');
  await rebuilt;
}

const recording = (title: string): Locator =>
  page.locator('[data-recording]').filter({ hasText: title });

/** Fills in what is put on record, looks at it and has it written. */
async function put(title: string, given: Record<string, string>): Promise<void> {
  const room = recording(title);
  await room.locator('summary').first().click();
  for (const [label, value] of Object.entries(given)) await room.getByLabel(label).fill(value);
  await room.getByRole('button', { name: `预览：${title}` }).click();
  await room.locator('[data-preview]').waitFor({ timeout: 60_000 });
  for (const blank of await room.locator('[data-blank]').all()) await blank.fill('示例的话');
  if ((await room.locator('[data-blank]').count()) > 0)
    await room.getByRole('button', { name: `预览：${title}` }).click();
  await shoot(`put-${title}`);
  await room.getByRole('button', { name: `写入并推送：${title}` }).click({ timeout: 60_000 });
  await room.locator('[data-done]', { hasText: '已推送，待审核' }).waitFor({ timeout: 60_000 });
}

async function make(title: string): Promise<void> {
  const offer = page
    .locator('.paper-offer')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await offer.getByRole('button', { name: `做出来看：${title}` }).click();
  await offer.locator('[data-made]').waitFor({ timeout: 300_000 });
  expect(await offer.locator('[data-fault]').innerText()).toBe('');
}

async function shoot(name: string): Promise<void> {
  const dir = process.env['QUARTER_SHOTS'] ?? '';
  if (dir === '') return;
  mkdirSync(dir, { recursive: true });
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(dir, `${name}-${String(width)}.png`), fullPage: true });
  }
}

let second = 0;
/** A clerk's report as it arrives at the server, from wherever it was filled in. */
async function report(
  issue: string,
  unit: string,
  evidence: readonly object[],
  files: Record<string, Buffer> = {},
  to?: string,
): Promise<string> {
  second += 1;
  const stamp = `${TODAY.replaceAll('-', '')}-08${String(second).padStart(4, '0')}-abc`;
  const said = submitted(issue, { reportedOn: TODAY, evidence, note: '已经改好' } as never);
  const made = Object.entries({ ...updateFile(said, stamp) }).map(([path, text]) => [
    path.replace(/^content\//u, ''),
    text,
  ]);
  const commit = depot.commit(
    main(),
    { ...(Object.fromEntries(made) as Record<string, string>), ...files },
    {
      as: `clerk-${unit}`,
      at: `${TODAY}T08:00:00+08:00`,
      ...(to === undefined ? {} : { merge: to }),
    },
  );
  const branch = `report/${unit}/${String(second)}`;
  if (to === undefined && unit !== 'buried') {
    const told = await runGit(
      depot.dir,
      ['push', '-q', depot.dir, `${commit}:refs/heads/${branch}`],
      { REMOTE_USER: `clerk-${unit}` },
    );
    expect(told.ok, told.text).toBe(true);
    // What the hook refuses lies there as on a server that was set up before it.
  } else depot.branch(branch, commit);
  return branch;
}

/** The issues of the imported list: id, its unit. */
function listed(): { id: string; unit: string; problem: string }[] {
  const accounts = new Map(
    depot
      .git('ls-tree', '-r', '--name-only', 'main', 'accounts')
      .split('\n')
      .map((path) => [basename(path, '.yaml'), path.split('/')[1] ?? '']),
  );
  return depot
    .git('ls-tree', '-r', '--name-only', 'main', 'issues')
    .split('\n')
    .map((path) => {
      const text = depot.git('show', `main:${path}`);
      const account = /^account: (?<id>\S+)/mu.exec(text)?.groups?.['id'] ?? '';
      const problem = /^problems: \[(?<id>[^\],]+)/mu.exec(text)?.groups?.['id'] ?? '';
      return { id: basename(path, '.yaml'), unit: accounts.get(account) ?? '', problem };
    });
}

test('一个季度：清单、报送单、审核、催办、检查、新列、通报、上报，一次也不开终端', async () => {
  // The list, with its questions.
  await toDesk('导入清单');
  await page.getByLabel('选文件', { exact: true }).setInputFiles(join(root, '问题清单.docx'));
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await page.locator('.list-question').first().waitFor({ timeout: 60_000 });
  await shoot('list');
  for (const question of await page.locator('[data-questions] > .list-question').all()) {
    const legend = (await question.locator('legend').innerText()).trim();
    const answer = legend.startsWith('专项') ? /^新增/u : /^未备案/u;
    await question.getByRole('button', { name: answer }).first().click();
  }
  await page.getByRole('button', { name: '按答复再预览' }).click();
  await page.getByText('会写入：').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '写入并推送' }).click();
  await page.locator('[data-done]', { hasText: '已推送，待审核' }).waitFor({ timeout: 60_000 });
  await takeIn('导入清单：新增 40 条');

  await toDesk('发文');
  const sheets = page
    .locator('.paper-offer')
    .filter({ has: page.getByRole('heading', { name: '报送单', exact: true }) });
  await sheets.getByRole('button', { name: '做出来看：报送单' }).click();
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await sheets.getByRole('link', { name: '（zip）' }).click({ timeout: 120_000 });
  expect((await download).suggestedFilename()).toBe('发文.zip');

  await put('发出以后登记催办', { 渠道: '工作群', 收件人: '各单位办公室' });
  await takeIn('登记2026年3月10日的催办');

  // Twelve reports of eight units.
  const by = Map.groupBy(listed(), ({ unit }) => unit);
  const two = [...by.values()].filter((of) => of.length > 1);
  const one = [...by.values()].filter((of) => of.length === 1);
  const units = [...two.slice(0, 3), ...one].slice(0, 8);
  const at = (unit: number, which = 0) => units[unit - 1]![which]!;
  const proof = (n: number) => [{ number: `示例备〔2026〕${String(n)}号` }];
  const photo = ({ id }: { id: string }, n: number) => ({
    [`evidence/${id}/照片.png`]: Buffer.from(picture(n)),
  });
  const withPhoto = [{ number: '示例备〔2026〕9号' }, { file: '照片.png' }];
  const sent: string[] = [];
  const send = async (
    what: { id: string; unit: string },
    evidence: readonly object[],
    files = {},
  ): Promise<void> => {
    sent.push(await report(what.id, what.unit, evidence, files));
  };
  for (const unit of [1, 2, 3, 8])
    await send(at(unit), [...proof(unit), { file: '照片.png' }], photo(at(unit), unit));
  for (const unit of [4, 5]) await send(at(unit), withPhoto, photo(at(unit), unit + 10));
  // The same picture as the first unit's, which is received by then.
  await send(at(6), withPhoto, photo(at(6), 1));
  await send(at(7), withPhoto, photo(at(7), 17));
  await send(at(1), proof(1));
  await send(at(2, 1), withPhoto, photo(at(2, 1), 18));
  const buried = await report(at(3, 1).id, 'buried', withPhoto, photo(at(3, 1), 19));
  sent.push(buried, await report(at(1, 1).id, at(1).unit, withPhoto, photo(at(1, 1), 20), buried));
  expect([sent.length, new Set(units.map(([first]) => first!.unit)).size]).toEqual([12, 8]);

  await toDesk();
  expect(await page.locator('.queue-report').count()).toBe(12);
  await shoot('queue');
  const of = (branch: string) =>
    page
      .locator('.queue-report')
      .filter({ has: page.getByText(new RegExp(`分支 ${branch}(?!\\d)`, 'u')) });
  const decide = async (branch: string, act: string, reason?: string): Promise<void> => {
    const report = of(branch);
    clicks = 0;
    await open(report);
    await click(report.getByLabel(act, { exact: true }));
    if (reason !== undefined) await report.getByLabel('理由').fill(reason);
    await click(report.getByRole('button', { name: '办理' }));
    await decided(act);
  };
  for (const branch of sent.slice(0, 3)) await decide(branch, '验收');
  for (const branch of sent.slice(4, 6)) await decide(branch, '退回', '照片不是这个账号的');
  await open(of(sent[6]!));
  expect(await of(sent[6]!).locator('.queue-note').innerText()).toContain('照片.png');
  await shoot('used-before');
  await decide(sent[6]!, '退回', '照片以前用过，重拍');
  for (const branch of [sent[3]!, sent[7]!, sent[9]!]) await decide(branch, '验收');
  // Stale, and what buries another: told, and not to be received.
  for (const branch of [sent[8]!, sent[11]!]) {
    expect(await of(branch).locator('[data-verdict]').innerText()).toContain('未通过');
    await open(of(branch));
    expect(await of(branch).getByRole('button', { name: '办理' }).isVisible()).toBe(false);
  }

  // A check: drawn, filled in by keyboard, listed.
  await toDesk('检查：');
  await shoot('check');
  await put('抽取一次检查', { 抽查百分之几: '5', 单位在哪天以前反馈: '2026-04-10' });
  await takeIn('建立检查 2026年第一季度检查');
  await toDesk('检查：', '填检查结果');
  await page.getByRole('link', { name: '2026年第一季度检查' }).first().click();
  const row = page.locator('[data-row]');
  await row.getByLabel('最近更新日').waitFor();
  const total = Number(
    /还差 (\d+) 个/u.exec(await page.locator('[data-progress]').innerText())?.[1],
  );
  for (let filled = 0; filled < total; filled += 1) {
    await row.getByLabel('最近更新日').fill('2026-03-09');
    await row.getByRole('radio').first().focus();
    const indicators = await row.getByRole('radio').count();
    // Three a indicator; the first account fails the last of its indicators.
    for (let n = 0; n < indicators / 3; n += 1)
      await page.keyboard.press(filled === 0 && n === indicators / 3 - 1 ? '2' : '1');
    if (filled === 0) await page.keyboard.type('留言没有人回复');
    await page.keyboard.press('Enter');
  }
  await shoot('check-filled');
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByRole('heading', { name: '已送出' }).waitFor({ timeout: 60_000 });
  await takeIn('2026年第一季度检查');
  await toDesk('检查：');
  await put('把不合格的开列成问题', {});
  await takeIn('开列2026年第一季度检查发现的问题');

  // A finding in six inputs at the most.
  await toDesk('审核办理：');
  await page.getByRole('link', { name: '新列问题' }).click();
  const finding = page.locator('[data-subject=new]');
  await finding.getByRole('combobox', { name: '账号或单位' }).focus();
  for (const [typed, key] of [
    ['白水镇', 'Enter'],
    ['更新不', 'Enter'],
    ['超过两周没有更新', ''],
    ['立即恢复更新', ''],
    ['3月底前', ''],
  ] as const) {
    await page.keyboard.type(typed);
    if (key !== '') {
      await finding.getByRole('option').first().waitFor();
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Tab');
  }
  await shoot('finding');
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByRole('heading', { name: '已送出' }).waitFor({ timeout: 60_000 });

  // Papers out, and the circular on record.
  await toDesk('发文');
  await make('检查通报');
  await put('印发以后存档：检查通报', { 文号: '样数〔2026〕3号' });
  await takeIn('印发通报 2026-q1-check');
  await toDesk('发文');
  await make('上报的全套');
  await shoot('papers');

  // Who did what: one reviewer pushed all of main, and nothing has vanished.
  const pushes = pushLogOf(depot.dir).filter(({ ref }) => ref === 'refs/heads/main');
  expect(new Set(pushes.map(({ by }) => by))).toEqual(new Set(['reviewer-1']));
  expect(auditOf({ repository: depot.dir, prefix: '' }, 'main').vanished).toEqual([]);
  await page.goto(`http://127.0.0.1:${String(desk.port)}/issues/${at(4).id}.html`);
  expect(await page.locator('ol.story').innerText()).toContain('照片不是这个账号的');
  await page.goto(`http://127.0.0.1:${String(desk.port)}/report/${at(4).unit}.html`);
  await shoot('unit');
  expect(await page.locator('main').innerText()).toContain('照片不是这个账号的');
}, 1_500_000);
