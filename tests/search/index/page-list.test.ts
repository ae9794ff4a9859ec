/** Pagefind 的网页清单：每件按次序叫一个短名字，别的照旧；不认得的清单不改。 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameByPlace } from '../../../src/search/index/page-list.ts';
import { placeNamed } from '../../../src/search/index/issue-files.ts';

type PageList = [string, [string, number, string][], ...unknown[]];

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'page-list-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const listFile = (): string => {
  const [name = ''] = readdirSync(dir).filter((one) => one.endsWith('.pf_meta'));
  return path.join(dir, name);
};
const listed = (): PageList =>
  decode(gunzipSync(readFileSync(listFile())).subarray('pagefind_dcd'.length)) as PageList;

test('真的 Pagefind 写的：名字就是次序，别的一概不变，文件换个名字', async () => {
  const { index } = await createIndex({ forceLanguage: 'zh', writePlayground: false });
  for (let place = 0; place < 40; place += 1)
    await index?.addCustomRecord({
      url: `issues/${String(place)}.html`,
      content: `逾期 ${'整改 '.repeat(place + 1)}`,
      language: 'zh',
    });
  await index?.writeFiles({ outputPath: dir });
  await close();
  const [before, file] = [listed(), listFile()];
  // Each holds more words than the one before: they stand in the order in which they were given.
  const counts = before[1].map(([, words]) => words);
  expect(counts).toEqual([...new Set(counts)].toSorted((a, b) => a - b));
  await nameByPlace(dir);
  const [version, pages, ...rest] = listed();
  // Nobody takes one of before, kept by the browser, for this.
  expect(listFile()).toBe(file.replace('.pf_meta', 'p.pf_meta'));
  const [, hash = ''] = /pagefind\.(.*)\.pf_meta$/u.exec(listFile()) ?? [];
  expect(readFileSync(path.join(dir, 'pagefind-entry.json'), 'utf8')).toContain(`"${hash}"`);
  expect([version, ...rest]).toEqual([before[0], ...before.slice(2)]);
  expect(pages.map(([name]) => placeNamed(name))).toEqual(counts.map((_, place) => place));
  expect(pages.at(-1)?.[0]).toBe('72');
});

test('两万件也不到三十千字节', async () => {
  const pages = Array.from({ length: 20_000 }, (_, place) => [
    `zh_${(place * 13_421_773).toString(16)}`,
    100,
    'zh_group_0',
  ]);
  const list = encode(['1.6.0', pages, [], [], [], []]);
  writeFileSync(path.join(dir, 'pagefind-entry.json'), '{"languages":{"zh":{"hash":"x"}}}');
  writeFileSync(
    path.join(dir, 'pagefind.x.pf_meta'),
    gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), list])),
  );
  await nameByPlace(dir);
  expect(readFileSync(listFile()).length).toBeLessThan(30_000);
  expect(placeNamed(listed()[1].at(-1)?.[0] ?? '')).toBe(19_999);
});

test('不是这一版 Pagefind 写的，说是哪个文件，原样留着', async () => {
  for (const bytes of ['别的东西', 'pagefind_dcd\u0001', 'pagefind_dcd\u0081\u0001']) {
    const file = path.join(dir, 'x.pf_meta');
    const written = gzipSync(Buffer.from(bytes, 'latin1'));
    writeFileSync(file, written);
    await expect(nameByPlace(dir)).rejects.toThrow();
    expect(readFileSync(file).equals(written)).toBe(true);
  }
});
