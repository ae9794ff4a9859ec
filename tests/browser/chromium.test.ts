import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, flags } from './chromium.ts';
import { unwrapWoff, writeFontsConf } from './font.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'font-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('没有系统字体时，npm 里的字体能画出汉字、粗体和符号', async () => {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...env, FONTCONFIG_FILE: writeFontsConf(folder) },
    args: flags,
  });
  try {
    const page = await browser.newPage();
    const signs = ['整', '改', '榆', '→', '①', '&#xe123;'];
    await page.setContent(
      `<meta charset="utf-8"><body style="font: 40px sans-serif">${[...signs, '<b>整</b>']
        .map((sign) => `<span style="display:inline-block;width:60px">${sign}</span>`)
        .join('')}`,
    );
    const pictures = await Promise.all(
      (await page.locator('span').all()).map(async (span) =>
        (await span.screenshot()).toString('base64'),
      ),
    );
    // Each looks different from every other, the last of `signs` being the box of a missing character.
    expect(new Set(pictures).size).toBe(pictures.length);
  } finally {
    await browser.close();
  }
});

test('解开的字体是完整的 TrueType：每张表都在文件之内，并以四字节对齐', () => {
  const home = path.dirname(
    createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'),
  );
  const font = unwrapWoff(
    readFileSync(path.join(home, 'files/noto-sans-sc-latin-400-normal.woff')),
  );
  expect(font.readUInt32BE(0)).toBe(0x00010000);
  const tags: string[] = [];
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = font.subarray(12 + 16 * index);
    tags.push(entry.toString('latin1', 0, 4));
    const [offset, length] = [entry.readUInt32BE(8), entry.readUInt32BE(12)];
    expect(offset % 4).toBe(0);
    expect(offset + length).toBeLessThanOrEqual(font.length);
  }
  expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca', 'name']));
});

test('不是 WOFF 的文件不会被当成字体', () => {
  expect(() => unwrapWoff(Buffer.from('OTTO'.padEnd(64, '\0')))).toThrow('not a WOFF 1.0 file');
});
