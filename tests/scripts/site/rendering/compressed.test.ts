/** 同一个文件、压缩: what stays as it is gets a second name; what is compressed holds what lies beside it, whatever lay there. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writerInto } from '../../../../scripts/site/render-pages.ts';
import { compressTexts } from '../../../../scripts/site/rendering/compressed.ts';

let root: string;
const at = (...parts: string[]) => path.join(root, ...parts);
const page = Buffer.from(`<p>${'整改'.repeat(500)}</p>`);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'compressed-'));
  for (const name of ['last/a', 'new']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('last/a/b.html'), page);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const inode = (file: string) => statSync(at(file)).ino;

test('没有变的网页是同一个文件，不再写；原来的不在了就写', () => {
  const write = writerInto(at('new'));
  write('a/b.html', page, at('last/a/b.html'));
  write('a/c.html', page, at('last/a/none.html'));
  write('a/d.html', page);
  expect(inode('new/a/b.html')).toBe(inode('last/a/b.html'));
  for (const name of ['c', 'd']) {
    expect(readFileSync(at(`new/a/${name}.html`))).toEqual(page);
    expect(inode(`new/a/${name}.html`)).not.toBe(inode('last/a/b.html'));
  }
});

test('没有变的网页照用压缩好的；压缩的不是它、坏了、没有，或网页另写过，就重新压缩', () => {
  const compressed = () => {
    rmSync(at('new'), { recursive: true });
    writerInto(at('new'))('a/b.html', page, at('last/a/b.html'));
    writeFileSync(at('new/short.txt'), '短');
    compressTexts(at('new'), at('last'));
    expect(gunzipSync(readFileSync(at('new/a/b.html.gz')))).toEqual(page);
    expect(existsSync(at('new/short.txt.gz'))).toBe(false);
    const isLinked =
      existsSync(at('last/a/b.html.gz')) && inode('new/a/b.html.gz') === inode('last/a/b.html.gz');
    return isLinked;
  };
  expect(compressed()).toBe(false);
  writeFileSync(at('last/a/b.html.gz'), gzipSync(page));
  expect(compressed()).toBe(true);
  for (const wrong of [
    gzipSync(Buffer.from('别的')),
    gzipSync(Buffer.concat([page, page])),
    Buffer.from('坏'),
  ]) {
    writeFileSync(at('last/a/b.html.gz'), wrong);
    expect(compressed()).toBe(false);
  }
  writeFileSync(at('last/a/b.html.gz'), gzipSync(page));
  rmSync(at('new'), { recursive: true });
  writerInto(at('new'))('a/b.html', page);
  compressTexts(at('new'), at('last'));
  expect(inode('new/a/b.html.gz')).not.toBe(inode('last/a/b.html.gz'));
});
