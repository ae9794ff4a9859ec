/** 跳转登录: from a unit's page to the forge and back, by way of the one address that is registered there. (平台是假的) */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { worldFiles } from '../git/world.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Server } from './server.ts';

const FORGE = 'https://git.example';
let folder: string;
let browser: Browser;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  const forge = `forge:\n  kind: gitea\n  address: ${FORGE}\n  repository: office/ledger\n  formApp: app-1\n`;
  for (const [path, text] of Object.entries(worldFiles())) {
    const file = join(folder, 'ledger', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path === 'content/site.yaml' ? text + forge : text);
  }
  const args = ['--internal', '--content', join(folder, 'ledger', 'content')];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/ledger.ts', 'build', ...args, '--out', join(folder, 'site'), '--as-of', '2024-06-10'],
    { encoding: 'utf8' },
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

test('登录以后回到原来的页和原来勾的问题，写了一半的还在', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const asked: URL[] = [];
  await context.route(`${FORGE}/**`, async (route) => {
    const url = new URL(route.request().url());
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    asked.push(url);
    if (url.pathname === '/login/oauth/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'code-1');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      await route.fulfill({ status: 302, headers: { location: back.href } });
    } else if (url.pathname === '/login/oauth/access_token')
      await route.fulfill({ headers, json: { access_token: 'token-1', token_type: 'bearer' } });
    else await route.fulfill({ headers, json: { login: 'clerk-jia' } });
  });
  await page.goto(server.url('report/jia.html#issue-plain-01'));
  await page.locator('[data-report-page][data-ready]').waitFor();
  await page.getByLabel('进展说明').fill('写到一半');
  await page.getByText('草稿已存在这台设备上').waitFor();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('clerk-jia').waitFor();
  expect(asked[0]?.searchParams.get('redirect_uri')).toBe(server.url('report/index.html'));
  expect(page.url()).toBe(server.url('report/jia.html#issue-plain-01'));
  expect(await page.getByLabel('进展说明').inputValue()).toBe('写到一半');
  await context.close();
});
