import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeMachineFiles } from '../../../../scripts/site/rendering/machine-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'machine-files-'));
  mkdirSync(join(folder, 'units'));
  for (const name of ['index.html', '404.html', 'search.html', 'units.html', 'units/a.html'])
    writeFileSync(join(folder, name), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('公开站有地址：网页都在站点地图里，404 和搜索页不在', () => {
  writeMachineFiles(folder, 'public', 'https://gov.example/a&b');
  expect(read('robots.txt')).toContain('Sitemap: https://gov.example/a&b/sitemap.xml');
  expect([...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, at]) => at)).toEqual([
    'https://gov.example/a&amp;b/',
    'https://gov.example/a&amp;b/units.html',
    'https://gov.example/a&amp;b/units/a.html',
  ]);
});

test('公开站没有写地址：不猜，没有站点地图', () => {
  writeMachineFiles(folder, 'public', undefined);
  expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  expect(existsSync(join(folder, 'sitemap.xml'))).toBe(false);
});

test('内部站什么都不让收录，也不列网页', () => {
  writeMachineFiles(folder, 'internal', 'https://gov.example');
  expect(read('robots.txt')).toBe(
    'User-agent: rectification-ledger-probe\nAllow: /data/summary.json\nAllow: /data/ledger.json\nDisallow: /\n\nUser-agent: *\nDisallow: /\n',
  );
  expect(existsSync(join(folder, 'sitemap.xml'))).toBe(false);
});
