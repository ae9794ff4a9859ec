/** The form over a forge (emulated): sign in, report, a proposal and nothing else; who may merge it and who may not. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteServer } from '../../scripts/site/static.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { writeForm } from '../../src/form/files.ts';
import { contentAt } from '../../src/history/content-at.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { wrong } from '../git/world.ts';
import { launchChromium } from './chromium.ts';
import { Forge } from './forge.ts';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const shili = 'tests/fixtures/shili';
const forge = new Forge(['reviewer-1'], today);

let address: string;
let folder: string;
let site: Server;
let browser: Browser;
let page: Page;
let first: string;

/** An issue that owes nothing but a number, and who may report it. */
function unfiled() {
  const ledger = openLedger(shili);
  for (const { id, issue, unit, history } of standing(ledger, today).issues) {
    const clerk = ledger.units
      .get(unit)
      ?.members.find(({ from, until }) => from <= today && today <= (until ?? today));
    if (history.state === 'open' && issue.problems.join() === 'not-filed' && clerk)
      return { id, clerk: clerk.account, unit };
  }
  throw new Error('示例区没有待整改的未备案问题');
}
const { id, clerk, unit } = unfiled();

beforeAll(async () => {
  address = await forge.start();
  const files = readdirSync(shili, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  first = forge.depot.commit(
    undefined,
    Object.fromEntries(files.map((file) => [file.replace(shili, 'content'), readFileSync(file)])),
  );
  forge.depot.branch('main', first);

  folder = mkdtempSync(join(tmpdir(), 'ledger-forge-'));
  const ledger = openLedger(shili);
  const settings = { kind: 'gitea', address, repository: 'shili/ledger', branch: 'main' } as const;
  const chosen = { id, row: 1, subject: '账号', unit, finding: '未备案', state: 'open' } as const;
  await writeForm(
    { ...ledger, site: { ...ledger.site, forge: { ...settings, formApp: 'ledger-form' } } },
    [chosen],
    { kind: 'forge' },
    folder,
  );
  writeFileSync(join(folder, 'index.html'), '');
  site = siteServer(folder);
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
});
afterAll(async () => {
  await browser.close();
  site.closeAllConnections();
  site.close();
  await forge.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks the forge from the page, as the form itself would, with whatever token. */
function ask(as: string, method: string, path: string, body: object) {
  return page.evaluate(
    async ([to, how, token, text]) => {
      const headers = { Authorization: `token ${token}`, 'Content-Type': 'application/json' };
      return (await fetch(to, { method: how, headers, body: text })).status;
    },
    [`${address}/api/v1/repos/shili/ledger${path}`, method, as, JSON.stringify(body)] as const,
  );
}

test('填报员在平台上登录后问题还选着，保存成一个合并请求，主分支不动，检查通过', async () => {
  forge.account = clerk;
  const home = `http://127.0.0.1:${String((site.address() as AddressInfo).port)}`;
  await page.goto(`${home}/admin/index.html#/collections/updates/new?issue=${id}`);
  await page.getByRole('button', { name: /登录/u }).click();
  await page.getByText('进展说明').waitFor();
  expect(await page.locator('body').textContent()).toContain('未备案（待整改）');
  await page.locator('textarea').first().fill('已备案');
  await page.getByRole('button', { name: '新增佐证材料' }).click();
  await page.locator('input[id^=number-field]').first().fill('示备〔2026〕9号');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => forge.pulls[0]?.labels.length, { timeout: 20_000 }).toBe(1);

  const [pull] = forge.pulls;
  expect(pull).toMatchObject({ state: 'open', user: { login: clerk } });
  expect(forge.depot.git('rev-parse', 'main')).toBe(first);
  const added = forge.depot.git('diff', '--name-status', `main...${pull!.head.sha}`).split('\n');
  expect(added).toEqual([expect.stringMatching(`^A\tcontent/updates/${id}/.+\\.yaml$`)]);
  expect(wrong(forge.check(pull!))).toEqual([]);
});

test('填报员的表单里没有发布的按钮；自己去合并、直接写主分支，平台都拒绝', async () => {
  expect(await page.getByRole('button', { name: /发布/u }).count()).toBe(0);
  expect(await ask(clerk, 'POST', '/pulls/1/merge', { Do: 'merge' })).toBe(405);
  const files = [{ operation: 'create', path: 'content/site.yaml', content: 'eA==' }];
  expect(await ask(clerk, 'POST', '/contents', { branch: 'main', files })).toBe(403);
  expect(forge.depot.git('rev-parse', 'main')).toBe(first);
  expect(forge.refusals).toHaveLength(2);
});

test('审核员合并以后，台账里这个问题是待验收', async () => {
  expect(await ask('reviewer-1', 'POST', '/pulls/1/merge', { Do: 'merge' })).toBe(200);
  const main = forge.depot.git('rev-parse', 'main');
  const { ledger } = checkLedger(
    contentAt({ repository: forge.depot.dir, prefix: 'content/' }, main),
  );
  const one = standing(ledger!, today).issues.find((issue) => issue.id === id);
  expect(one?.history.state).toBe('submitted');
});
