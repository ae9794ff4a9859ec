/** `npm run dev` as its user sees it: a change of a YAML file shows in the open page, a fault as an overlay. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

const port = 4391;
let folder: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dev-'));
  cpSync('tests/fixtures/shili', folder, { recursive: true });
  server = spawn(
    process.execPath,
    ['scripts/ledger.ts', 'dev', '--content', folder, '--port', String(port)],
    // Without what the test runner sets for itself.
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    },
  );
  // It says so when it is ready.
  await once(server.stdout!, 'data');
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'zh-CN' });
});

afterAll(async () => {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('改一处马上显示；写错了指出文件和行，改回来又好了', async () => {
  const file = join(folder, 'issues/2025-special/2025-special-01.yaml');
  const sound = readFileSync(file, 'utf8');
  const line = sound.split('\n').findIndex((one) => one.startsWith('finding:')) + 1;
  await page.goto(`http://localhost:${String(port)}/issues/2025-special-01.html`);
  expect(await page.locator('h1').textContent()).not.toContain('试改的一句');

  writeFileSync(file, sound.replace(/^finding: .*$/mu, 'finding: 试改的一句'));
  await page.locator('h1', { hasText: '试改的一句' }).waitFor();

  writeFileSync(file, sound.replace(/^finding: .*$/mu, 'finding：试改的一句'));
  const overlay = page.locator('vite-error-overlay');
  const said = () =>
    overlay.evaluateAll(([one]) => one?.shadowRoot?.textContent ?? '').catch(() => '');
  await expect
    .poll(said, { timeout: 30_000 })
    .toMatch(new RegExp(`2025-special-01\\.yaml:${String(line)}:.*全角`, 'u'));

  writeFileSync(file, sound);
  await expect.poll(() => overlay.count(), { timeout: 30_000 }).toBe(0);
});
