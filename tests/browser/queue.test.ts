/**
 * The quarter's reports at the desk in a real browser, over a bare server with the hook: twelve reports of eight units,
 * among them two wrong ones, a stale one, one with a picture used before, and one that buries another. (示例区，虚构)
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../scripts/site/desk.ts';
import { pushLogOf } from '../../src/history/push-log.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { auditOf } from '../../src/review/audit.ts';
import { runGit } from '../git/clone.ts';
import { Depot } from '../git/depot.ts';
import { picture } from '../generator/picture.ts';
import { fillSheet, filesOf } from '../git/office-round.ts';
import { issueFile, submitted, updateFile, worldFiles } from '../git/world.ts';
import { launchChromium } from './chromium.ts';

const program = resolve(import.meta.dirname, '../..');
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const UNITS = ['一', '二', '三', '四', '五', '六', '七', '八'].map((name, index) => ({
  id: `unit-${String(index + 1)}`,
  name: `示例区第${name}街道办事处`,
  clerk: `clerk-${String(index + 1)}`,
}));
const OLD = Buffer.from(picture(1));

let root: string;
let depot: Depot;
let first: string;
let desk: Desk;
let browser: Browser;
let page: Page;
/** Clicks since the last decision. */
let clicks = 0;

/** Each unit has two findings: one on a wrong account, one on a missing filing. */
function ledgerFiles(): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = worldFiles();
  for (const { id, name, clerk } of UNITS) {
    files[`content/units/${id}.yaml`] = canonical('unit', {
      name,
      kind: 'street',
      members: [{ account: clerk, from: '2024-01-01' }],
    });
    files[`content/accounts/${id}/${id}-wechat.yaml`] = canonical('account', {
      kind: 'new-media',
      unit: id,
      name: `${name}发布`,
      platform: 'wechat-official',
    });
    for (const n of ['a', 'b']) {
      const [path, text] = issueFile('plain', `plain-${id}${n}`, {
        account: `${id}-wechat`,
        listed: `微信公众号：${name}`,
        listedHost: name,
      });
      files[path] = text;
    }
  }
  files['content/evidence/plain-02/旧照.png'] = OLD;
  for (const name of ['columns', 'reminding'])
    files[`content/vocabulary/${name}.yaml`] = readFileSync(
      join(program, `content/vocabulary/${name}.yaml`),
    );
  return files;
}

let second = 0;

async function handIn(
  unit: number,
  which: 'a' | 'b',
  evidence: readonly object[],
  name?: Record<string, Buffer>,
): Promise<string> {
  const { id, clerk } = UNITS[unit - 1]!;
  const issue = `plain-${id}${which}`;
  second += 1;
  const stamp = `${today.replaceAll('-', '')}-08${String(second).padStart(4, '0')}-abc`;
  const said = submitted(issue, { reportedOn: today, evidence } as never);
  const commit = depot.commit(first, { ...updateFile(said, stamp), ...name });
  const told = await runGit(
    depot.dir,
    ['push', '-q', depot.dir, `${commit}:refs/heads/report/${id}/${String(second)}`],
    { REMOTE_USER: clerk },
  );
  expect(told.ok, told.text).toBe(true);
  return commit;
}

const number = (n: number) => ({ number: `示例备〔2024〕${String(n)}号` });

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-quarter-')));
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, ledgerFiles());
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  const photo = (unit: string, bytes: Buffer) => ({
    [`content/evidence/plain-${unit}/照片.png`]: bytes,
  });
  for (const unit of [1, 2, 3, 4]) await handIn(unit, 'a', [number(unit)]);
  // Two with pictures of their own that do not show what they should: to be sent back.
  for (const unit of [5, 6])
    await handIn(
      unit,
      'a',
      [number(unit), { file: '照片.png' }],
      photo(`unit-${String(unit)}a`, Buffer.from(picture(unit))),
    );
  await handIn(7, 'a', [number(7), { file: '照片.png' }], photo('unit-7a', OLD));
  await handIn(8, 'a', [number(8), { link: 'https://example.org/a' }]);
  // The same once more: stale as soon as the first is received.
  await handIn(1, 'a', [number(1)]);
  await handIn(2, 'b', [number(9)]);
  // What the hook refuses, as on a server that was set up before it: one buries the other.
  const stamp = `${today.replaceAll('-', '')}-090000`;
  const buried = depot.commit(
    first,
    updateFile(submitted('plain-unit-3b', { reportedOn: today }), `${stamp}-abc`),
    { as: 'clerk-3' },
  );
  depot.branch('report/unit-3/b', buried);
  const over = depot.commit(
    first,
    updateFile(submitted('plain-unit-4b', { reportedOn: today }), `${stamp}-abd`),
    { as: 'clerk-4', merge: buried },
  );
  depot.branch('report/unit-4/b', over);
  const clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  desk = await openDesk({
    content: join(clone, 'content'),
    as: 'rev-1',
    port: '4420',
    remote: 'origin',
    branch: 'main',
    allowHost: [],
  });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(desk.enter);
});
afterAll(async () => {
  await browser.close();
  desk.close();
  rmSync(root, { recursive: true, force: true });
});

const report = (branch: string): Locator =>
  page
    .locator('.queue-report')
    .filter({ has: page.getByText(`分支 report/${branch}`, { exact: false }) });

async function click(what: Locator): Promise<void> {
  clicks += 1;
  await what.click();
}

async function decided(words: string): Promise<void> {
  await page.locator('[data-queue-done]', { hasText: words }).waitFor({ timeout: 90_000 });
  expect(clicks).toBeLessThanOrEqual(3);
  clicks = 0;
}

async function open(card: Locator): Promise<void> {
  if ((await card.locator('details[open]').count()) === 0) await click(card.locator('summary'));
}

async function shoot(name: string): Promise<void> {
  const dir = process.env['QUEUE_SHOTS'] ?? '';
  if (dir === '') return;
  mkdirSync(dir, { recursive: true });
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(dir, `${name}-${String(width)}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(dir, `${name}-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: null });
}

test('十二份报送不用命令行办完：每个决定不过三次点击，谁办的记得清楚', async () => {
  await page.goto(`http://127.0.0.1:${String(desk.port)}/desk/index.html`);
  await page.locator('[data-queue][data-ready]').waitFor();
  expect(await page.locator('.queue-report').count()).toBe(12);
  await shoot('start');

  // 下一份: the one behind opens, this one shuts; behind the last there is none.
  const cards = page.locator('.queue-report');
  const openAt = (): Promise<number[]> =>
    cards.evaluateAll((all) =>
      all.flatMap((one, at) => (one.querySelector('details')?.open === true ? [at] : [])),
    );
  const [at = 0] = await openAt();
  expect(await cards.nth(at).locator('[data-place]').textContent()).toBe(
    `第${String(at + 1)}份，共12份`,
  );
  await cards.nth(at).getByRole('button', { name: '下一份' }).click();
  expect(await openAt()).toEqual([at + 1]);
  await cards.last().locator('summary').click();
  expect(await cards.last().getByRole('button', { name: '下一份' }).isVisible()).toBe(false);
  await cards.last().locator('summary').click();

  // What is in order: opened, chosen, done.
  const one = report('unit-1/1');
  await open(one);
  await click(one.getByLabel('验收', { exact: true }));
  const behind = await one
    .locator('xpath=following-sibling::li[1]')
    .locator('[data-title]')
    .textContent();
  await click(one.getByRole('button', { name: '办理' }));
  await decided('示例区第一街道办事处发布“未进行备案” 验收，已销号（plain-unit-1a）');
  // What was behind it is open now, and a press leads there.
  await page.locator('[data-queue-done]').getByRole('button', { name: '下一份' }).click();
  const [now = -1] = await openAt();
  expect(await cards.nth(now).locator('[data-title]').textContent()).toBe(behind);
  expect(
    await cards
      .nth(now)
      .locator('summary')
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);

  // The same once more is told as it is, and cannot be received.
  const stale = report('unit-1/9');
  expect(await stale.locator('[data-verdict]').textContent()).toContain('检查未通过');
  await open(stale);
  expect(await stale.getByRole('button', { name: '办理' }).isVisible()).toBe(false);
  clicks = 0;

  for (const unit of [5, 6]) {
    const wrong = report(`unit-${String(unit)}/`);
    await open(wrong);
    await wrong.locator('.queue-evidence img').waitFor();
    if (unit === 5) {
      await click(wrong.getByLabel('退回', { exact: true }));
      await shoot('return');
      await wrong.getByLabel('理由', { exact: true }).fill('照片不是这个账号的');
    } else {
      await click(wrong.getByRole('button', { name: '截图看不清，重拍' }));
      expect(await wrong.getByLabel('理由', { exact: true }).inputValue()).toBe('截图看不清，重拍');
    }
    await click(wrong.getByRole('button', { name: '办理' }));
    await decided(`办事处发布“未进行备案” 退回（plain-unit-${String(unit)}a）`);
    // A unit that does not open the ledger is told by hand, in words that can be copied.
    expect(await page.locator('[data-queue-replies] [data-reply]').allTextContents()).toEqual([
      expect.stringMatching(
        unit === 5
          ? /^示例区第五街道办事处：\n.*理由是：照片不是这个账号的。/u
          : /截图看不清，重拍。请改好/u,
      ),
    ]);
  }

  const used = report('unit-7/');
  await open(used);
  expect(await used.locator('.queue-note').textContent()).toContain('plain-02/旧照.png');
  expect(await used.locator('[data-pick]').isDisabled()).toBe(true);
  await shoot('used');
  clicks = 0;

  // By keyboard alone.
  await used.locator('summary').focus();
  const back = used.getByLabel('退回', { exact: true });
  await back.focus();
  await page.keyboard.press('Space');
  await used.getByLabel('理由', { exact: true }).fill('照片以前用过，重拍');
  await used.getByRole('button', { name: '办理' }).focus();
  await page.keyboard.press('Enter');
  await decided('办事处发布“未进行备案” 退回（plain-unit-7a）');

  // Several at once: only those whose evidence was opened.
  const linked = report('unit-8/');
  await open(linked);
  expect(await linked.locator('[data-pick]').isDisabled()).toBe(true);
  const popup = page.waitForEvent('popup');
  await linked.getByRole('link', { name: 'https://example.org/a' }).click();
  await (await popup).close();
  for (const branch of ['unit-8/', 'unit-2/2', 'unit-3/3', 'unit-4/4', 'unit-2/10']) {
    const card = report(branch).first();
    await open(card);
    await card.locator('[data-pick]').check();
  }
  await page.getByRole('button', { name: '选中的都验收' }).click();
  await page
    .locator('[data-queue-done]', { hasText: '验收，已销号（plain-unit-8a）' })
    .waitFor({ timeout: 120_000 });

  const left = page.locator('.queue-report');
  const sound = report('unit-3/b');
  expect(await sound.locator('.queue-faults').textContent()).toBe('');
  const burying = report('unit-4/b');
  await open(burying);
  expect(await burying.locator('.queue-faults').textContent()).toContain(
    '提交人 clerk-4 不是示例区第三街道办事处的填报员',
  );
  expect(await left.count()).toBe(3);

  // The unit sees it too, whoever sent it from wherever.
  await page.goto(`http://127.0.0.1:${String(desk.port)}/report/unit-3.html`);
  const state = page.locator('[data-subject="plain-unit-3b"] [data-sent-note]');
  await state.filter({ hasText: '6月10日 已收到，等审核（report/unit-3/b）' }).waitFor();

  const log = depot.git('log', '--first-parent', '--format=%an', `${first}..main`).split('\n');
  expect(new Set(log)).toEqual(new Set(['rev-1']));
  expect(
    new Set(
      pushLogOf(depot.dir)
        .filter(({ ref }) => ref === 'refs/heads/main')
        .map(({ by }) => by),
    ),
  ).toEqual(new Set(['rev-1']));
  expect(auditOf({ repository: depot.dir, prefix: 'content/' }, 'main').vanished).toEqual([]);
  // Many runs of Git, which a slow machine starts slowly; no time is judged.
}, 600_000);

test('决定以后问题页的经过写着谁报、谁办；没有钥匙的浏览器看不到待办', async () => {
  const address = `http://127.0.0.1:${String(desk.port)}/`;
  await expect
    .poll(
      async () => {
        await page.goto(`${address}issues/plain-unit-5a.html`);
        return (await page.locator('ol.story').textContent()) ?? '';
      },
      { timeout: 120_000, interval: 2000 },
    )
    .toContain('照片不是这个账号的');
  const other = await browser.newContext();
  const stranger = await other.newPage();
  await stranger.goto(`${address}desk/index.html`);
  await stranger.locator('[data-queue-fault]', { hasText: '还没有登录' }).waitFor();
  expect(await stranger.locator('.queue-report').count()).toBe(0);
  await other.close();
}, 180_000);

test('交回的报送单拖进来：先看收了什么、没有收什么，再写入；随后在待办里', async () => {
  const out = join(root, '发出');
  execFileSync(
    process.execPath,
    [
      ...[join(program, 'scripts/ledger.ts'), 'collect', '--campaign', 'plain', '--out', out],
      ...['--content', join(root, 'office/content')],
    ],
    { stdio: 'pipe' },
  );
  const sent = filesOf(out).find(({ name }) => name.includes(UNITS[4]!.name))!;
  const sheet = await fillSheet(sent.bytes, () => ({
    reporter: '办公室主任',
    approver: '分管负责人',
    reportedOn: today,
    rows: { 'plain-unit-5b': { 本次报送: '申请验收', 完成日期: today, 佐证: '示例备〔2024〕5号' } },
  }));
  await page.goto(`http://127.0.0.1:${String(desk.port)}/desk/index.html`);
  await page.getByRole('link', { name: '收交回的报送单和佐证' }).click();
  await page.locator('[data-returned][data-ready]').waitFor();
  const dropped = await page.evaluateHandle(
    ([base64, name]) => {
      const files = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64!), (one) => one.charCodeAt(0));
      files.items.add(new File([bytes], name!));
      return files;
    },
    [Buffer.from(sheet.bytes).toString('base64'), '<b>交回</b>.xlsx'],
  );
  // A name that could be no file's is told; the same under a plain one is read.
  await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: '去掉 <b>交回</b>.xlsx' }).waitFor();
  await page.getByLabel('选文件', { exact: true }).setInputFiles([
    { name: '交回.xlsx', mimeType: '', buffer: Buffer.from(sheet.bytes) },
    { name: '无关.png', mimeType: 'image/png', buffer: OLD },
  ]);
  await page.getByRole('button', { name: '去掉 无关.png' }).waitFor();
  await page.getByRole('button', { name: '预览' }).click();
  const preview = page.locator('[data-preview]');
  await preview
    .getByText('（plain-unit-5b） 申请验收：已收到，等审核。')
    .waitFor({ timeout: 60_000 });
  expect(await preview.locator('[data-unknown] li').allTextContents()).toEqual([
    expect.stringContaining('无关.png：没有报送单提到这个文件，没有收'),
    expect.stringContaining('<b>交回</b>.xlsx：文件名不能用，没有读'),
  ]);
  expect(depot.git('for-each-ref', 'refs/heads/receive/')).toBe('');
  await shoot('returned');
  await page.getByRole('button', { name: '写入并推送' }).click();
  await page.locator('[data-fault]', { hasText: '没有写收件人' }).waitFor();
  await page.getByLabel('收件人（写职务）').fill('政务公开股');
  // What is changed must be looked at anew.
  expect(await page.getByRole('button', { name: '写入并推送' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByRole('button', { name: '写入并推送' }).click({ timeout: 60_000 });
  await page
    .locator('[data-done]', { hasText: '已推送，待审核（receive/unit-5-' })
    .waitFor({ timeout: 60_000 });
  await page.locator('[data-done]').getByRole('link', { name: '待办' }).click();
  await page
    .getByText('分支 receive/unit-5-')
    .first()
    .waitFor({ state: 'attached', timeout: 60_000 });
}, 180_000);

test('清单粘贴进来：逐处问、点一个答，看过每一条再写入；在待办里收进台账', async () => {
  await page.goto(`http://127.0.0.1:${String(desk.port)}/desk/index.html`);
  await page.getByRole('link', { name: '导入清单', exact: true }).click();
  await page.locator('[data-list][data-ready]').waitFor();
  await page.getByText('粘贴文字').click();
  await page
    .getByLabel('从文件或网页复制的表格')
    .fill(
      [
        '示例区第三季度检查问题清单',
        '填表日期：2024年6月5日',
        '序号\t主办单位\t网站/新媒体\t存在问题\t整改措施\t整改时限',
        `1\t${UNITS[0]!.name}\t微信公众号：${UNITS[0]!.name}发布\t未进行备案\t立即办理备案\t7月31日前`,
        '2\t示例区第二街道\t微信公众号：示例区第二街道办事处发布\t内容更新不及时\t及时更新\t尽快',
      ].join('\n'),
    );
  await page.getByLabel('专项编号').fill('2024-q3');
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await page.getByText(/^还有\d+处读不准/u).waitFor({ timeout: 60_000 });
  expect(await page.locator('.list-question legend').allTextContents()).toEqual([
    '问题来源',
    '单位“示例区第二街道”',
    '整改时限“尽快”',
  ]);
  await shoot('list-asked');
  expect(await page.getByRole('button', { name: '写入并推送' }).isVisible()).toBe(false);
  const asked = page.locator('.list-question');
  await asked.filter({ hasText: '问题来源' }).getByRole('button', { name: '本级检查' }).click();
  await asked.filter({ hasText: '整改时限' }).getByRole('button', { name: '立即整改' }).click();
  await asked
    .filter({ hasText: '单位“示例区第二街道”' })
    .getByRole('button', { name: UNITS[1]!.name, exact: true })
    .click();
  await page.getByRole('button', { name: '按答复再预览' }).click();
  await page.getByText('会写入：专项 1 个、问题 2 个').waitFor({ timeout: 60_000 });
  expect(await page.locator('[data-rows] li').allTextContents()).toEqual([
    expect.stringContaining('新增 第1条 2024-q3-01'),
    expect.stringContaining('新增 第2条 2024-q3-02'),
  ]);
  await shoot('list-ready');
  // An answer that is changed must be looked at anew.
  const again = asked.filter({ hasText: '问题来源' });
  await again.getByRole('button', { name: '省级交办' }).click();
  expect(await page.getByRole('button', { name: '写入并推送' }).isVisible()).toBe(false);
  await again.getByRole('button', { name: '本级检查' }).click();
  await page.getByRole('button', { name: '按答复再预览' }).click();
  await page.getByRole('button', { name: '写入并推送' }).click({ timeout: 60_000 });
  await page
    .locator('[data-done]', { hasText: '已推送，待审核（import/2024-q3-' })
    .waitFor({ timeout: 60_000 });
  await page.locator('[data-done]').getByRole('link', { name: '待办' }).click();
  const card = page.locator('.queue-report', { hasText: '导入清单：新增 2 条' });
  await card.waitFor({ timeout: 60_000 });
  await shoot('list-waiting');
  clicks = 0;
  await open(card);
  await click(card.getByRole('button', { name: '收进台账' }));
  await decided('收件：导入清单：新增 2 条、改动 0 条（2024-q3）');
  expect(depot.git('ls-tree', '-r', '--name-only', 'main', 'content/issues/2024-q3')).toBe(
    'content/issues/2024-q3/2024-q3-01.yaml\ncontent/issues/2024-q3/2024-q3-02.yaml',
  );
}, 240_000);

test('发文：做出来看，再下载；做不成的写明为什么；催办可以复制', async () => {
  await page.goto(`http://127.0.0.1:${String(desk.port)}/desk/papers.html`);
  await page.locator('[data-papers][data-ready]').waitFor();
  const offer = (name: string) =>
    page.locator('.paper-offer').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const sheets = offer('报送单');
  await sheets.getByRole('combobox').selectOption('plain');
  await sheets.getByRole('button', { name: '做出来看：报送单' }).click();
  await sheets.getByText('个单位的报送单').waitFor({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await sheets.getByRole('link', { name: '（zip）' }).click();
  expect((await download).suggestedFilename()).toBe('发文.zip');

  await offer('分单位催办').getByRole('button', { name: '做出来看：分单位催办' }).click();
  await offer('分单位催办').getByRole('button', { name: '复制' }).waitFor({ timeout: 60_000 });
  const report = offer('情况报告');
  await report.getByRole('combobox').selectOption('merge');
  await report.getByRole('button', { name: '做出来看：情况报告' }).click();
  await report.getByText('已写出 merge-报告.docx').waitFor({ timeout: 60_000 });
  await report.getByText('里面写的').click();
  await report.locator('[data-text]').getByText('示例专项 merge').waitFor();
  await report.getByRole('combobox').selectOption('plain');
  await report.getByRole('button', { name: '做出来看：情况报告' }).click();
  await report.getByText('没有生成').waitFor({ timeout: 60_000 });
  await shoot('papers');
}, 240_000);

test('工作群的图片：复制出来、存下来的都是 1080 宽的 PNG，画着东西；公开的群没有可发的就不出图', async () => {
  const home = `http://127.0.0.1:${String(desk.port)}`;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: home });
  await page.goto(`${home}/desk/papers.html`);
  await page.locator('[data-papers][data-ready]').waitFor();
  const offer = page.locator('.paper-offer[data-paper="group"]');
  await offer.getByRole('button', { name: '做出来看：工作群催办' }).click();
  await offer.getByText('【整改催办】').waitFor({ timeout: 60_000 });
  await offer.getByRole('img', { name: '工作群催办的图片' }).waitFor();
  expect(await offer.getByRole('button', { name: '复制', exact: true }).isVisible()).toBe(true);
  await shoot('group');

  await offer.getByRole('button', { name: '复制图片' }).click();
  await offer.getByText('已复制，到群里粘贴。').waitFor();
  const pasted = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const png = await item?.getType('image/png');
    const bitmap = await createImageBitmap(png ?? new Blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4 * 7) colours.add(data.slice(at, at + 3).join(' '));
    return {
      types: item?.types,
      width: bitmap.width,
      height: bitmap.height,
      colours: [...colours],
    };
  });
  expect([pasted.types, pasted.width]).toEqual([['image/png'], 1080]);
  expect(pasted.height).toBeGreaterThan(600);
  // Pine, cinnabar, ink: the band, what is late, the words.
  expect(pasted.colours).toEqual(
    expect.arrayContaining(['11 90 80', '163 38 27', '23 33 30', '255 255 255']),
  );

  const download = page.waitForEvent('download');
  await offer.getByRole('button', { name: '保存图片' }).click();
  const kept = await download;
  expect(kept.suggestedFilename()).toBe('整改催办.png');
  const bytes = readFileSync(await kept.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, pasted.height]);
  // Nothing but the picture: no text, no time, no place.
  expect(bytes.toString('latin1')).not.toMatch(/tEXt|iTXt|zTXt|eXIf|tIME|inside|内部/u);

  await offer.getByRole('combobox').selectOption('public');
  await offer.getByRole('button', { name: '做出来看：工作群催办' }).click();
  await offer.getByText('公开站上没有要催办的').waitFor({ timeout: 60_000 });
  expect(await offer.getByRole('img', { includeHidden: true }).isVisible()).toBe(false);
}, 240_000);

test('上级核销：粘贴问题编号，没有验收的写明，认不出的逐行问', async () => {
  await page.goto(`http://127.0.0.1:${String(desk.port)}/desk/confirm.html`);
  await page.locator('[data-list][data-ready]').waitFor();
  await page.getByText('粘贴文字').click();
  await page.getByLabel('从文件复制的名单').fill('1. plain-04\n2. 没有这个账号');
  await page.getByLabel('核销文号').fill('示例销〔2024〕1号');
  await page.getByLabel('核销日期').fill('2024-06-08');
  await page.getByRole('button', { name: '预览', exact: true }).click();
  const asked = page.locator('.list-question', { hasText: '没有这个账号' });
  await asked.getByRole('button', { name: '不在台账里，略过' }).click({ timeout: 60_000 });
  await shoot('confirm');
  await page.getByRole('button', { name: '按答复再预览' }).click();
  await page.getByText('plain-04 待整改，本轮没有验收，不能核销').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('button', { name: '写入并推送' }).isVisible()).toBe(false);
}, 120_000);
