import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shortHash } from '../../../../src/asked.ts';
import {
  bindingFaults,
  type LaidVolume,
  pageIn,
  pagesOf,
  planHash,
  type Volume,
  volumeIn,
  writeVolume,
} from '../../../../scripts/site/rendering/volumes.ts';
import { NO_MEMORY } from '../../../../scripts/site/rendering/site-memory.ts';
import { shareOf } from '../../../../scripts/site/rendering/volume-rendering.ts';

const root = mkdtempSync(path.join(tmpdir(), 'volumes-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const key = { program: 'p', ledger: 'l', history: 'h', day: '2026-06-15', edition: '公开站' };
const plan = ['index.html', 'a.html', 'b.html', 'data/c.json', 'd.html'];

/** The `number`-th of three, as it should be but for `more`. */
function laid(number: number, more: Partial<Volume> = {}, pages?: readonly string[]): LaidVolume {
  const share = { number, of: 3 };
  const own = pages ?? pagesOf(plan, share);
  const files = Object.fromEntries(
    own.map((page) => [page, ['', shortHash(page), [], 0] as const]),
  );
  const memory = { ...NO_MEMORY, files };
  return {
    folder: `册${String(number)}`,
    volume: { ...share, key, plan: planHash(plan), memory, ...more },
  };
}
const faults = (...all: LaidVolume[]) => bindingFaults(all, key, plan);

test('各册不重不漏，合起来就是全部', () => {
  const shares = [1, 2, 3].map((number) => pagesOf(plan, { number, of: 3 }));
  expect(shares.flat().toSorted()).toEqual(plan.toSorted());
  expect(shares.map((share) => share.length)).toEqual([2, 2, 1]);
  expect(faults(laid(2), laid(1), laid(3))).toEqual([]);
});

test.each([
  ['少一册', [laid(1), laid(3)], /^缺第 2 册（共 3 册）.*ledger build --volume 2\/3/u],
  ['一册给了两次', [laid(1), laid(2), laid(2), laid(3)], /^第 2 册给了两次：册2、册2/u],
  [
    '册数不同',
    [laid(1), laid(2, { of: 4 }), laid(3)],
    /^册2：是第 2 册（共 4 册），册1 是共 3 册里的/u,
  ],
  [
    '别的一天',
    [laid(1), laid(2, { key: { ...key, day: '2026-06-14' } }), laid(3)],
    /^册2：截止日是 2026-06-14，这里是 2026-06-15/u,
  ],
  [
    '别的台账',
    [laid(1), laid(2, { key: { ...key, ledger: '?' } }), laid(3)],
    /^册2：画的是别的台账/u,
  ],
  [
    '别的提交',
    [laid(1), laid(2, { key: { ...key, history: '?' } }), laid(3)],
    /^册2：画的时候，提交/u,
  ],
  ['别的程序', [laid(1), laid(2, { key: { ...key, program: '?' } }), laid(3)], /^册2：是别的程序/u],
  [
    '内部站的一册',
    [laid(1), laid(2, { key: { ...key, edition: '内部站' } }), laid(3)],
    /^册2：是内部站，这里是公开站/u,
  ],
  [
    '别的网页清单',
    [laid(1), laid(2, { plan: planHash(['x.html']) }), laid(3)],
    /^册2：应有的网页和这里的不同/u,
  ],
  ['少一页', [laid(1), laid(2, {}, ['a.html']), laid(3)], /^d\.html：哪一册里都没有/u],
  [
    '一页在两册里',
    [laid(1), laid(2, {}, ['a.html', 'b.html', 'd.html']), laid(3)],
    /^b\.html：不止一册里有/u,
  ],
  [
    '多一页',
    [laid(1), laid(2, {}, ['a.html', 'd.html', '../x.html']), laid(3)],
    /^\.\.\/x\.html：册里有，这个网站没有/u,
  ],
])('%s，不合订，说清是哪里', (_, all, words) => {
  const found = faults(...all);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(words);
  expect(found[0]).toContain(' → ');
});

test('写下的一册读得回来；坏了的、缺的、网页被改过的不算', () => {
  const { volume } = laid(1);
  const folder = path.join(root, '一册');
  writeVolume(folder, volume);
  expect(volumeIn(folder)).toEqual(volume);
  writeFileSync(path.join(folder, 'index.html'), 'index.html');
  expect(pageIn({ folder, volume }, 'index.html')).toEqual(Buffer.from('index.html'));
  writeFileSync(path.join(folder, 'index.html'), '改过');
  expect(pageIn({ folder, volume }, 'index.html')).toBeUndefined();
  expect(pageIn({ folder, volume }, 'data/c.json')).toBeUndefined();
  expect(pageIn({ folder, volume }, 'b.html')).toBeUndefined();
  writeFileSync(path.join(folder, 'volume.json'), '{"number":1');
  expect(volumeIn(folder)).toBeUndefined();
  writeFileSync(path.join(folder, 'volume.json'), '{"number":1,"of":3}');
  expect(volumeIn(folder)).toBeUndefined();
  expect(volumeIn(root)).toBeUndefined();
});

test('第几册写成 2/3', () => {
  expect(shareOf('2/3')).toEqual({ number: 2, of: 3 });
  for (const text of ['0/3', '4/3', '2', '2/0', '1/999', 'a/b', ''])
    expect(() => shareOf(text)).toThrow(/不是第几册/u);
});
