import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRound, type TrialRound } from '../../scripts/site/try.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { readRecord } from '../../src/ledger/read.ts';
import { launchChromium } from './chromium.ts';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let desk: TrialRound;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  desk = await openRound('tests/fixtures/shili', folder, 4380);
  browser = await launchChromium();
  page = await browser.newPage({
    viewport: { width: 1280, height: 1000 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
});
afterAll(async () => {
  await browser.close();
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('git', ['-c', 'core.quotepath=false', ...args], {
    cwd: desk.repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

describe('一整轮：填报、审核、合并、页面更新', () => {
  test('填报员不到 60 秒就能报送；正好多出一份报送和一份佐证；审核通过，合并后页面变成待审核', async () => {
    const { issue: id, clerk } = desk;
    const before = readFolder(join(desk.repository, 'content'));

    await page.goto(desk.enter);
    await page.goto(`${desk.site}issues/${id}.html`);
    expect(await page.locator('main').textContent()).toContain('待整改');
    const started = performance.now();
    await page.locator('[data-report]').first().click();
    await page.locator('[data-report-page][data-ready]').waitFor();
    const issue = page.locator(`[data-subject="${id}"]`);
    await issue.getByLabel('进展说明').fill('已恢复更新');
    // What is owed stands ready, a line each.
    for (const line of await issue.locator('[data-piece]').all()) {
      await line.locator('[data-value]').fill('https://example.org/news/1');
      await line.locator('[data-day]').fill(today);
    }
    await issue
      .locator('input[multiple]')
      .setInputFiles({ name: '后台截图.png', mimeType: 'image/png', buffer: picture });
    await issue.getByText('后台截图.png').waitFor();
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { name: '已送出，等审核' }).waitFor();
    const saved = (): string =>
      git('for-each-ref', '--format=%(refname:short)', '--no-merged=main', 'refs/heads/report');
    const seconds = (performance.now() - started) / 1000;
    console.log(`表单报送一次，脚本操作用时 ${seconds.toFixed(1)} 秒`);
    expect(seconds).toBeLessThan(60);

    const branch = saved();
    const added = git('diff', '--name-status', `main...${branch}`).split('\n');
    expect(added.map((line) => line.split('\t')[0])).toEqual(['A', 'A']);
    const update = added.find((line) => line.endsWith('.yaml'))?.split('\t')[1] ?? '';
    expect(added.some((line) => line.includes(`content/evidence/${id}/后台截图.png`))).toBe(true);
    const record = readRecord(
      update.replace('content/', ''),
      'update',
      Buffer.from(git('show', `${branch}:${update}`)),
    );
    expect(record).toMatchObject({
      ok: true,
      value: { issue: id, action: 'submitted', reportedOn: today },
    });

    const review = spawnSync(
      process.execPath,
      [
        'scripts/ledger.ts',
        'review',
        '--repo',
        desk.repository,
        '--base',
        'main',
        '--head',
        branch,
        '--author',
        clerk,
        '--actor',
        clerk,
      ],
      { encoding: 'utf8' },
    );
    expect(review.stdout + review.stderr).toContain('待整改');
    expect(review.status, review.stdout + review.stderr).toBe(0);

    const rebuilt = desk.rebuilt();
    git('merge', '-q', '--no-ff', '-m', '收件', branch);
    await rebuilt;
    await page.goto(`${desk.site}issues/${id}.html`);
    expect(await page.locator('.glance').textContent()).toContain('待审核');
    const story = (await page.locator('ol.story').textContent())?.replaceAll(/\s+/gu, '');
    expect(story).toContain(`提交${desk.clerk}，`);
    expect(story).toContain('收件示例审核员，');
    const after = readFolder(join(desk.repository, 'content'));
    expect(after.texts.size).toBe(before.texts.size + 1);
    expect(after.evidence.size).toBe(before.evidence.size + 1);
  }, 180_000);
});
