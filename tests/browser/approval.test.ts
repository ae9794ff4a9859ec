/**
 * 拟办、审签 in a real browser, over a bare server with the hook: a reviewer drafts and prints the 审签单, the leader
 * issues at a desk of their own. And all pages of the desk as a reader meets them: no barrier, nothing wider than a phone.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../scripts/site/desk.ts';
import { auditOf } from '../../src/review/audit.ts';
import { runGit } from '../git/clone.ts';
import { Depot } from '../git/depot.ts';
import { submitted, updateFile, worldFiles } from '../git/world.ts';
import { launchChromium } from './chromium.ts';

const program = resolve(import.meta.dirname, '../..');
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const approval = `approval:
  from: 2024-06-01
  approvers:
    - { post: 分管副主任, account: rev-2 }
`;

let root: string;
let depot: Depot;
let clone: string;
let browser: Browser;
const desks: Desk[] = [];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-approval-page-')));
  depot = new Depot(join(root, 'ledger.git'));
  const files = worldFiles();
  const campaign = 'content/campaigns/plain.yaml';
  files[campaign] = `${files[campaign] ?? ''}${approval}`;
  for (const name of ['columns', 'reminding'])
    files[`content/vocabulary/${name}.yaml`] = readFileSync(
      join(program, `content/vocabulary/${name}.yaml`),
      'utf8',
    );
  const first = depot.commit(undefined, files);
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  for (const [at, issue] of ['plain-01', 'plain-02'].entries()) {
    const stamp = `${today.replaceAll('-', '')}-08000${String(at)}-abc`;
    const commit = depot.commit(
      first,
      updateFile(submitted(issue, { reportedOn: today, note: '已办理备案' }), stamp),
    );
    const told = await runGit(
      depot.dir,
      ['push', '-q', depot.dir, `${commit}:refs/heads/report/${String(at)}`],
      { REMOTE_USER: at === 0 ? 'clerk-jia' : 'clerk-yi' },
    );
    expect(told.ok, told.text).toBe(true);
  }
  clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  for (const desk of desks) desk.close();
  rmSync(root, { recursive: true, force: true });
});

/** A page of somebody's own desk on the office's repository. */
async function deskOf(as: string, port: string): Promise<{ page: Page; address: string }> {
  const desk = await openDesk({
    ...{ content: join(clone, 'content'), as, port },
    ...{ remote: 'origin', branch: 'main', allowHost: [] },
  });
  desks.push(desk);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(desk.enter);
  return { page, address: `http://127.0.0.1:${String(desk.port)}/desk/` };
}

async function shoot(page: Page, name: string): Promise<void> {
  const dir = process.env['QUEUE_SHOTS'] ?? '';
  if (dir === '') return;
  mkdirSync(dir, { recursive: true });
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(dir, `${name}-${String(width)}.png`), fullPage: true });
  }
}

/** What is wrong with a page as it stands: on a phone, at a desk, in the dark; wider than the narrowest screen. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  const axe = async (where: string, rules?: string[]): Promise<void> => {
    await page.evaluate(axeCore.source);
    const said = await page.evaluate(async (only) => {
      const { axe: engine } = globalThis as unknown as { axe: typeof axeCore };
      const { violations } = await engine.run(document, only ? { runOnly: only } : {});
      return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
    }, rules);
    found.push(...said.map((one) => `${where} ${one}`));
  };
  await page.setViewportSize({ width: 390, height: 844 });
  await axe('手机');
  await page.setViewportSize({ width: 1280, height: 900 });
  await axe('桌面');
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe('深色', ['color-contrast']);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (over > 0) found.push(`320 像素宽时要左右滚动 ${String(over)} 像素`);
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

test('拟办、打印审签单、领导在自己的办理台签发；问题页和审计写着谁拟办、谁审签', async () => {
  const { page, address } = await deskOf('rev-1', '4450');
  await page.goto(`${address}index.html`);
  await page.locator('[data-queue][data-ready]').waitFor();
  for (const [name, act] of [
    ['甲街道', '验收'],
    ['乙镇', '退回'],
  ] as const) {
    const card = page.locator('.queue-report', { hasText: `示例区${name}` });
    if ((await card.locator('details[open]').count()) === 0) await card.locator('summary').click();
    await card.getByLabel(act, { exact: true }).click();
    if (act === '退回') await card.getByRole('button', { name: '截图看不清，重拍' }).click();
    await card.getByText(`审签签发以后：${act === '验收' ? '已销号' : '退回'}`).waitFor();
    await card.getByRole('button', { name: '拟办，送审签' }).click();
    await page
      .locator('[data-queue-done]', {
        hasText: new RegExp(`${act}（plain-0\\d）。打印审签单`, 'u'),
      })
      .waitFor();
  }
  await page.getByText('已拟办：序号1 甲街道发布“未进行备案” 验收').waitFor();
  await shoot(page, 'queue-drafted');
  await page.locator('[data-queue-done]').getByRole('link', { name: '审签' }).click();
  await page.locator('[data-approval][data-ready]').waitFor();
  expect(await page.locator('[data-drafts] tr').count()).toBe(2);
  expect(await page.locator('[data-drafts]').textContent()).toContain(
    '拟退回；理由：截图看不清，重拍',
  );
  expect(await barriers(page)).toEqual([]);
  await shoot(page, 'approval');
  const pdf = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await page.getByText('审签（签名）').waitFor();
  expect(await page.getByRole('button', { name: '签发选中的' }).isVisible()).toBe(false);
  await shoot(page, 'approval-print');
  await page.emulateMedia({ media: null });

  const leader = await deskOf('rev-2', '4460');
  await leader.page.goto(`${leader.address}approval.html`);
  await leader.page.locator('[data-approval][data-ready]').waitFor();
  const issue = leader.page.getByRole('button', { name: '签发选中的' });
  expect(await issue.isDisabled()).toBe(true);
  await leader.page.getByRole('button', { name: '全选' }).click();
  await leader.page.getByText('以“分管副主任”签发。').waitFor();
  await issue.click();
  await leader.page
    .locator('[data-done]', {
      hasText:
        '已签发：序号1 甲街道发布“未进行备案” 验收，已销号（plain-01）；序号2 乙镇发布“未进行备案” 退回',
    })
    .waitFor({ timeout: 60_000 });
  await leader.page.getByText('没有等审签的拟办').waitFor();

  // The reviewer's own desk, still open on the old list, is told.
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '签发选中的' }).click();
  await page.locator('[data-fault]', { hasText: '已经签发、改过或撤回了' }).waitFor();

  const audit = auditOf({ repository: depot.dir, prefix: 'content/' }, 'main');
  expect([audit.ok, audit.faults]).toEqual([true, []]);
  expect(audit.updates.filter(({ kind }) => kind === 'approver-entered')).toHaveLength(2);
  await expect
    .poll(
      async () => {
        await leader.page.goto(leader.address.replace('desk/', 'issues/plain-01.html'));
        return (await leader.page.locator('main').textContent()) ?? '';
      },
      { timeout: 120_000, interval: 2000 },
    )
    .toMatch(/拟办\s*rev-1.*审签人\s*分管副主任/su);
}, 240_000);

test('办理台的每一页都没有障碍，手机上不用左右滚动', async () => {
  const [desk] = desks;
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(desk!.enter);
  for (const part of [
    ...['index', 'list', 'returned', 'confirm', 'check', 'papers', 'approval'],
    ...['conclude', 'hand-over'],
  ]) {
    await page.goto(`http://127.0.0.1:${String(desk!.port)}/desk/${part}.html`);
    await page.locator('main [data-ready]').waitFor();
    // 待办 is one press away from each of them.
    const menu = page.getByRole('navigation', { name: '主菜单' });
    expect(await menu.getByRole('link', { name: '待办' }).count(), part).toBe(1);
    expect(await barriers(page), part).toEqual([]);
    await shoot(page, part);
  }
  await context.close();
}, 120_000);
