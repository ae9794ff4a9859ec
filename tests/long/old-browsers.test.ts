/**
 * Old browsers, as offices still run them: Chromium 109, the last on Windows 7, and 92, below what domestic browsers of
 * 2026 are built on. They come from old versions of the npm package that the tests take their Chromium from.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flags } from '../browser/chromium.ts';
import { writeFontsConf } from '../browser/font.ts';
import { serve, type Server } from '../browser/server.ts';

let folder: string;
let server: Server;

function run(program: string, args: readonly string[], cwd = folder): void {
  const { status, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LEDGER_ENDPOINT: '/api/report' },
  });
  expect([args.join(' '), status, stderr]).toEqual([args.join(' '), 0, stderr]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'old-'));
  const args = ['--internal', '--content', 'tests/fixtures/shili', '--out', join(folder, 'site')];
  run(process.execPath, ['scripts/ledger.ts', 'build', ...args], process.cwd());
  server = await serve(join(folder, 'site'), '/a/b/');
}, 600_000);

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Unpacks the browser of a version; its libraries lie beside it. */
async function launch(version: string): Promise<Browser> {
  run('npm', ['pack', '--silent', `@sparticuz/chromium@${version}`]);
  const home = join(folder, version);
  mkdirSync(home);
  run('tar', ['xzf', `sparticuz-chromium-${version}.tgz`, '-C', home]);
  const packed = (name: string): Buffer =>
    brotliDecompressSync(readFileSync(join(home, 'package/bin', `${name}.br`)));
  const program = join(home, 'chromium');
  writeFileSync(program, packed('chromium'));
  chmodSync(program, 0o755);
  writeFileSync(join(home, 'aws.tar'), packed('aws.tar'));
  run('tar', ['xf', join(home, 'aws.tar'), '-C', home]);
  return chromium.launch({
    executablePath: program,
    args: [
      ...flags,
      '--headless',
      '--single-process',
      '--no-zygote',
      '--disable-software-rasterizer',
    ],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(home, 'lib'),
      FONTCONFIG_FILE: writeFontsConf(home),
    },
  });
}

describe.each(['109.0.6', '92.0.0'])('Chromium %s', (version) => {
  let browser: Browser;
  /** One for all: such a browser, in one process, ends with its first context. */
  let page: Page;

  beforeAll(async () => {
    browser = await launch(version);
    expect(browser.version().split('.')[0]).toBe(version.split('.')[0]);
    const viewport = { width: 390, height: 844 };
    page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
  }, 600_000);

  afterAll(async () => {
    await browser.close();
  });

  test('报送：样式在、不出屏，填好、预览、送出', async () => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    let sent = 0;
    await page.route('**/api/report', async (route) => {
      if (route.request().method() === 'GET')
        await route.fulfill({ json: { account: 'reviewer-1' } });
      else {
        sent += 1;
        await route.fulfill({ status: 201, json: { number: '报送-1' } });
      }
    });
    await page.goto(server.url('report/index.html'));
    // By the page itself: what drives newer browsers asks of them what 92 does not know (checkVisibility).
    const press = (selector: string) =>
      page.evaluate((asked) => document.querySelector<HTMLElement>(asked)?.click(), selector);
    const there = (selector: string) =>
      page.waitForFunction((asked) => document.querySelector(asked) !== null, selector);
    const href = await page.evaluate(
      () => document.querySelector('[data-names] a')?.getAttribute('href') ?? '',
    );
    await page.goto(new URL(href, page.url()).href);
    await there('[data-report-page][data-ready]');
    const looks = await page.evaluate(() => [
      getComputedStyle(document.querySelector('[data-subject]') ?? document.body).borderLeftWidth,
      document.documentElement.scrollWidth <= innerWidth,
    ]);
    expect(looks).toEqual(['6px', true]);
    await press('[data-subject] [data-choose]');
    await press('[data-subject] [value=progress]');
    await page.evaluate(() => {
      const note = document.querySelector<HTMLTextAreaElement>(
        '[data-subject] [data-field=note] textarea',
      );
      if (note === null) return;
      note.value = '正在办理';
      note.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('[data-preview-button]');
    await there('[data-preview]:not([hidden])');
    await press('[data-send]');
    await there('[data-sent]:not([hidden])');
    expect([sent, errors]).toEqual([1, []]);
  });

  test.each([
    'index.html',
    'issues.html',
    'units.html',
    'search.html',
    'report/finding/index.html',
  ])('%s 样式在、不出屏，关怀版变大', async (file) => {
    await page.goto(server.url(file));
    const look = () =>
      page.evaluate(() => ({
        display: getComputedStyle(document.body).display,
        fits: document.documentElement.scrollWidth <= innerWidth,
        size: Number.parseFloat(getComputedStyle(document.body).fontSize),
      }));
    const { size, ...plain } = await look();
    expect(plain).toEqual({ display: 'flex', fits: true });
    await page.evaluate(() => document.documentElement.classList.add('care'));
    expect((await look()).size).toBeGreaterThan(size);
  });
});
