import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { escapeHTML } from 'astro/runtime/server/escape.js';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { answerDigest, asOfMarked, givenProps, heard, listening } from '../../../../src/asked.ts';
import { KeptPages } from '../../../../scripts/site/rendering/kept-pages.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kept-pages-'));
const out = path.join(root, 'site');
const bytes = Buffer.from('甲页');

/** What the ledger says of a record today. */
let said: Record<string, string> = {};
let frame = '外框';
const record = heard('record', (id: string) => {
  const found = said[id];
  if (found === undefined) throw new RangeError(`no record ${id}`);
  return { id, found };
});
const both = heard('both', () => [record('a'), record('b')]);
heard('frame', () => frame);
/** 截至…, as the frame of a site says it. */
let today = '截至5月6日';
heard('asOfSentence', () => today);

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(async () => {
  vi.stubEnv('XDG_CACHE_HOME', path.join(root, 'cache'));
  rmSync(root, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  said = { a: '原文', b: '原文' };
  frame = '外框';
  today = '截至5月6日';
  writeFileSync(path.join(out, 'a.html'), bytes);
  const first = new KeptPages(out, 'internal', escapeHTML);
  expect(first.take('a.html', 'row')).toBeUndefined();
  const { questions } = await listening(() => Promise.resolve(record('a')));
  first.note('a.html', 'row', questions, bytes);
  first.remember();
});

const again = (besides = 'internal') =>
  new KeptPages(out, besides, escapeHTML).take('a.html', 'row');
const memory = () => path.join(root, 'cache/rectification-ledger/drawn');

test('问到的没有变，就照用；照用的下一次还能照用', () => {
  said['b'] = '别的记录改了';
  const second = new KeptPages(out, 'internal', escapeHTML);
  expect(second.take('a.html', 'row')).toEqual(bytes);
  expect(second.lastFileOf('a.html')).toBe(path.join(out, 'a.html'));
  expect(second.count).toBe(1);
  second.remember();
  expect(again()).toEqual(bytes);
});

test.each([
  ['问到的变了', () => (said['a'] = '改过')],
  ['问到的记录没有了', () => (said = {})],
  ['每页都有的变了', () => (frame = '换了一天')],
  ['上次的文件被改过', () => (writeFileSync(path.join(out, 'a.html'), '乙页'), '')],
  ['上次的网站没有了', () => (rmSync(out, { recursive: true }), '')],
  [
    '记忆坏了',
    () => {
      for (const name of readdirSync(memory()))
        writeFileSync(path.join(memory(), name), '{"files":');
    },
  ],
])('%s，就重画', (_, change) => {
  change();
  expect(again()).toBeUndefined();
});

test('换了一天：只在写着截至的地方换成当天，别的字照旧；记录里也有这句话的，分不清，就重画', async () => {
  const write = async (file: string, of: (sentence: string) => string) => {
    const kept = new KeptPages(out, 'internal', escapeHTML);
    const { result, questions } = await listening(() => Promise.resolve(of(asOfMarked(today))));
    const page = kept.notePage(file, 'row', questions, result);
    writeFileSync(path.join(out, file), page);
    kept.remember();
    return Buffer.from(page).toString();
  };
  const page = (sentence: string) => `<p title="${sentence}。">${sentence}</p><p>5月6日来文</p>`;
  expect(await write('day.html', page)).toBe(page('截至5月6日'));
  today = '截至5月7日&<夜>';
  const kept = new KeptPages(out, 'internal', escapeHTML);
  const bytesToday = kept.take('day.html', 'row');
  expect(kept.lastFileOf('day.html')).toBeUndefined();
  expect(Buffer.from(bytesToday ?? []).toString()).toBe(page('截至5月7日&amp;&lt;夜&gt;'));
  writeFileSync(path.join(out, 'day.html'), bytesToday ?? '');
  kept.remember();
  today = '截至5月8日';
  const next = new KeptPages(out, 'internal', escapeHTML).take('day.html', 'row');
  expect(Buffer.from(next ?? []).toString()).toBe(page('截至5月8日'));

  await write('odd.html', (sentence) => `<p>${sentence}</p><p>来文说：截至5月8日</p>`);
  today = '截至5月9日';
  expect(new KeptPages(out, 'internal', escapeHTML).take('odd.html', 'row')).toBeUndefined();
  expect(asOfMarked(today)).toBe(today);
});

test('别的程序、别的一站的记忆不算数', () => {
  expect(again('public')).toBeUndefined();
  for (const name of readdirSync(memory())) {
    const file = path.join(memory(), name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"program":"./u, '"program":"#'));
  }
  expect(again()).toBeUndefined();
});

test('路由交代的变了，就重画', () => {
  expect(new KeptPages(out, 'internal', escapeHTML).take('a.html', 'other row')).toBeUndefined();
  expect(givenProps({ view: { a: 1 } }).cacheKey).not.toBe(givenProps({ view: { a: 2 } }).cacheKey);
});

test('只记一页自己问的，回答里再问的不记', async () => {
  const { questions } = await listening(() => Promise.resolve(both()));
  expect([...questions.keys()]).toEqual(['["both"]']);
});

test('只有数据能比：映射按内容比，函数不收', () => {
  expect(answerDigest(new Map([['a', 1]]))).not.toBe(answerDigest(new Map([['a', 2]])));
  expect(() => answerDigest({ make: () => 1 })).toThrow(TypeError);
});

test('一起做的文件：材料没变就照用，变了或少了就重做', async () => {
  let made = 0;
  const build = async (key: string) => {
    const kept = new KeptPages(out, 'internal', escapeHTML);
    const staging = mkdtempSync(path.join(root, 'staging-'));
    const finish = await kept.part('search', key, staging, (folder) => {
      made += 1;
      mkdirSync(path.join(folder, 'search'));
      return Promise.resolve(() => {
        writeFileSync(path.join(folder, 'search/index'), key);
        return Promise.resolve();
      });
    });
    await finish();
    rmSync(out, { recursive: true });
    mkdirSync(path.join(out, 'search'), { recursive: true });
    writeFileSync(path.join(out, 'search/index'), readFileSync(path.join(staging, 'search/index')));
    kept.remember();
  };
  for (const key of ['甲', '甲', '乙']) await build(key);
  expect(made).toBe(2);
  rmSync(path.join(out, 'search/index'));
  await build('乙');
  expect(made).toBe(3);
});
