/** `ledger try` in a browser: the address of the start, a report handed in from a page, and the page when it is merged. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRound, type Round } from '../../scripts/site/try.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { updatePath } from '../../src/text/update-path.ts';
import { launchChromium } from './chromium.ts';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let folder: string;
let round: Round;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'try-'));
  round = await openRound('tests/fixtures/shili', folder, 4380);
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
});
afterAll(async () => {
  await browser.close();
  round.close();
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('git', ['-c', 'core.quotepath=false', ...args], {
    cwd: round.repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

const waiting = (): string[] =>
  git('for-each-ref', '--format=%(refname:short)', '--no-merged=main', 'refs/heads')
    .split('\n')
    .filter(Boolean);

/** Hands in from whatever page is open, as its script would. */
function handIn(body: object): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([to, text]) => {
      try {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(to, { method: 'POST', headers, body: text });
        return { status: answer.status, text: await answer.text() };
      } catch (error) {
        return { status: 0, text: String(error) };
      }
    },
    [`${round.site}api/report`, JSON.stringify(body)] as const,
  );
}

/** A report of the round's clerk: the link of the newest post that is owed, with a picture on top. */
function reportOf(id: string): object {
  const ledger = openLedger(join(round.repository, 'content'));
  const issue = ledger.issues.get(id);
  if (issue === undefined) throw new Error(id);
  const time = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 19);
  const stamp = `${today.replaceAll('-', '')}-${time.replaceAll(':', '')}`;
  const text = canonical('update', {
    issue: id,
    action: 'submitted',
    reportedOn: today,
    note: '已恢复更新，安排专人每周发布',
    evidence: [
      { link: 'https://jia.shili.example/news/1.html', day: today },
      { file: '后台截图.png' },
    ],
  });
  const [unit = ''] = [...ledger.units.values()].flatMap((one) =>
    one.members.some(({ account }) => account === round.clerk) ? one.id : [],
  );
  return {
    unit,
    stamp,
    title: `${id} 申请验收`,
    words: '附：链接、截图',
    files: [
      { path: updatePath({ campaign: issue.campaign, id }, `${stamp}-abc`), base64: btoa64(text) },
      { path: `evidence/${id}/后台截图.png`, base64: picture },
    ],
  };
}

const btoa64 = (text: string): string => Buffer.from(text).toString('base64');

test('从页面送出：正好多一个分支，审核通过，合并后页面自动更新', async () => {
  const id = round.issue;
  const before = readFolder(join(round.repository, 'content'));
  await page.goto(round.enter);
  await page.goto(`${round.site}issues/${id}.html`);
  expect(await page.locator('main').textContent()).toContain('待整改');
  const { status, text } = await handIn(reportOf(id));
  expect([status, text]).toEqual([201, expect.stringContaining('report/')]);
  const [branch = '', ...more] = waiting();
  expect(more).toEqual([]);
  const { number } = JSON.parse(text) as { number: string };
  expect(number).toBe(branch);

  const args = [
    '--base',
    'main',
    '--head',
    branch,
    '--author',
    round.clerk,
    '--actor',
    round.clerk,
  ];
  const review = spawnSync(
    process.execPath,
    ['scripts/ledger.ts', 'review', '--repo', round.repository, ...args],
    { encoding: 'utf8' },
  );
  expect(review.stdout).toContain('待整改');
  expect(review.status, review.stdout + review.stderr).toBe(0);

  const rebuilt = round.rebuilt();
  git('merge', '-q', '--no-ff', '-m', '收件', branch);
  await rebuilt;
  await page.goto(`${round.site}issues/${id}.html`);
  const story = (await page.locator('ol.story').textContent())?.replaceAll(/\s+/gu, '');
  expect(story).toContain(`提交${round.clerk}，`);
  expect(story).toContain('收件示例审核员，');
  const after = readFolder(join(round.repository, 'content'));
  expect(after.texts.size).toBe(before.texts.size + 1);
  expect(after.evidence.size).toBe(before.evidence.size + 1);
}, 180_000);
