/** 边打边出: what is offered under the search field, by keys, pointer and input method. In a real browser on a real index. (示例区，虚构) */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { beginIndex } from '../../src/search/index/index-files.ts';
import { issueRecords } from '../../src/search/index/records.ts';
import { searchFiles } from '../../src/search/index/search-files.ts';
import { faceOf } from '../../src/views/face.ts';
import { checkSmall } from '../ledger/small.ts';
import { addBundled } from './bundled.ts';
import { ownPage } from './own-page.ts';
import { serve, type Server } from './server.ts';

const own = ownPage();
let folder: string;
let server: Server;
/** Nine accounts of one name, more than are offered. */
const accounts = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [
    `accounts/jia/many-${String(at)}.yaml`,
    `kind: new-media\nunit: jia\nname: 望江${String(at)}号\nplatform: weibo\n`,
  ]),
);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-suggestions-'));
  const { ledger } = checkSmall(accounts);
  const face = faceOf(ledger!, '2026-06-15', 'internal');
  const records = issueRecords(face);
  const pages = new Map([
    [
      'index.html',
      () =>
        '<!doctype html><meta charset="utf-8"><form action="search.html"><input name="q" id="search-box"></form><button>别处</button>',
    ],
    ...searchFiles(face, [], [], () => records),
  ]);
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text());
  }
  await (
    await beginIndex(records, join(folder, 'search'))
  )();
  server = await serve(folder, '/a/b/');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const field = () => own().locator('#search-box');
const list = () => own().locator('#suggestions');
const options = () => list().locator('[role=option]');
/** Which of the options is marked; -1 for none, and then the field names none either. */
async function chosen(): Promise<number> {
  const marks = await options().evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-selected')),
  );
  const at = marks.indexOf('true');
  const named = await field().getAttribute('aria-activedescendant');
  expect(named).toBe(at < 0 ? null : await options().nth(at).getAttribute('id'));
  return at;
}
const isOpen = async (): Promise<boolean> => {
  const said = await field().getAttribute('aria-expanded');
  expect(said).toBe(String(await list().isVisible()));
  return said === 'true';
};

async function open(composing = false, value = ''): Promise<void> {
  await own().goto(server.url('index.html'));
  await field().focus();
  if (value !== '')
    await field().evaluate((box, words) => ((box as HTMLInputElement).value = words), value);
  await addBundled(
    own(),
    `import { suggest } from 'SRC/browser/suggestions.ts';
     suggest(document.querySelector('#search-box'), ${String(composing)});`,
  );
}
async function typed(words: string): Promise<void> {
  await field().fill(words);
  await options().first().waitFor();
}
beforeEach(async () => {
  await open();
});

test('打几个字就出：类别、名称，问到的字标出来，最多七条', async () => {
  expect([await isOpen(), await options().count()]).toEqual([false, 0]);
  await typed('望江');
  expect([await isOpen(), await options().count()]).toEqual([true, 7]);
  const first = options().first();
  expect(await first.locator('.suggestion-kind').textContent()).toBe('账号');
  expect(await first.locator('mark').textContent()).toBe('望江');
});

test('问题也出，带着它的地址', async () => {
  await typed('更新不及时 甲街道发布');
  const issue = options().filter({
    has: own().locator('.suggestion-kind', { hasText: /^问题$/u }),
  });
  expect(await issue.getAttribute('data-href')).toBe(server.url('issues/zx-01.html'));
});

test('方向键从框里到第一条、最后一条又回框里；换了提问从头选', async () => {
  await typed('望江');
  const walk = async (...keys: string[]) => {
    for (const key of keys) await field().press(key);
    return chosen();
  };
  expect(await walk()).toBe(-1);
  expect(await walk('ArrowDown')).toBe(0);
  expect(await walk('ArrowUp')).toBe(-1);
  expect(await walk('ArrowUp')).toBe(6);
  expect(await walk('ArrowUp')).toBe(5);
  expect(await walk('ArrowDown', 'ArrowDown')).toBe(-1);
  await field().press('ArrowDown');
  await field().fill('望江3');
  await expect.poll(() => options().count(), { timeout: 10_000 }).toBe(1);
  expect(await chosen()).toBe(-1);
});

test('Esc 收起，字还在；离开收起，回来又问；清空收起', async () => {
  await typed('望江');
  await field().press('Escape');
  expect([await isOpen(), await field().inputValue()]).toEqual([false, '望江']);
  await own().locator('button').focus();
  await field().focus();
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(true);
  await own().locator('button').focus();
  expect(await isOpen()).toBe(false);
  await field().focus();
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(true);
  await field().fill(' ');
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(false);
});

test('选了回车打开那一页，点一条也打开；没有选的，回车到搜索页', async () => {
  const page = server.url('accounts/many-3.html');
  await typed('望江3');
  await field().press('ArrowDown');
  await field().press('Enter');
  await own().waitForURL(page);
  await open();
  await typed('望江3');
  await options().first().click();
  await own().waitForURL(page);
  await open();
  await typed('望江3');
  await field().press('Enter');
  await own().waitForURL(/search\.html\?q=/u);
});

test('输入法正在组字时不问，组完才问；来的时候已经在组字的也一样', async () => {
  const compose = (kind: string) =>
    field().evaluate((box, type) => box.dispatchEvent(new CompositionEvent(type)), kind);
  const silent = async () => {
    await field().fill('望江');
    // Longer than the pause after which it would have asked.
    await own().waitForTimeout(300);
    expect(await options().count()).toBe(0);
    await compose('compositionend');
    await options().first().waitFor();
  };
  await compose('compositionstart');
  await silent();
  await open(true, '望江');
  await silent();
});

test('来以前打好的字，来了就问；没有的东西不出；取不到的，框还是框', async () => {
  await open(false, '望江');
  await options().first().waitFor();
  await field().fill('没有这样的东西');
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(false);
  expect(await options().count()).toBe(0);
  await own().route('**/search/**', (route) => route.abort());
  await open();
  await field().fill('望江');
  await own().waitForTimeout(300);
  await own().unroute('**/search/**');
  expect([await isOpen(), await options().count()]).toEqual([false, 0]);
});
