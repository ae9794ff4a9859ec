import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPage } from './page.ts';
import { weightOf } from './weight.ts';

let folder: string;
/** Ten kilobytes that do not compress, written as hexadecimal digits they take about half. */
const bulk = randomBytes(5_000).toString('hex');

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'weight-'));
  mkdirSync(path.join(folder, 'pagefind'));
  const files = {
    'a.css': `b{background:url(b.svg)}/*${bulk}*/`,
    'b.svg': `<svg>${bulk}</svg>`,
    'a.js': `import"./b.js";import("./pagefind/p.js");/*${bulk}*/`,
    'b.js': `/*${bulk}*/`,
    'pagefind/p.js': `/*${bulk}*/`,
    'later.js': 'addEventListener("click",()=>import("./b.js"))',
    'unused.js': bulk,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function weigh(html: string, later = false): number {
  writeFileSync(path.join(folder, 'index.html'), html);
  return weightOf(readPage('index.html', html), folder, new Map(), later);
}

test('样式、样式里的图、脚本和它引用的脚本各算一次，检索库不算', () => {
  const weight = weigh(
    '<link rel="stylesheet" href="a.css"><script type="module" src="a.js"></script><img src="b.svg">',
  );
  expect(weight).toBeGreaterThan(4 * 5_000);
  expect(weight).toBeLessThan(5 * 6_000);
});

test('用到时才取的不算在打开时，另算在全部里', () => {
  const page = '<script type="module" src="later.js"></script>';
  expect(weigh(page)).toBeLessThan(1_000);
  expect(weigh(page, true)).toBeGreaterThan(5_000);
});

test('填报页旁边的数据，动手填以后才取，也算在全部里', () => {
  const page = '<div data-slice="b.js"></div>';
  expect(weigh(page)).toBeLessThan(100);
  expect(weigh(page, true)).toBeGreaterThan(5_000);
});

test('不引用文件的页面只算自己', () => {
  expect(weigh('<p>文</p><a href="unused.js">x</a>')).toBeLessThan(100);
});
