/** 两棵树: what lies where on the base and as a proposal would leave it; blobs, each read once. */
import { expect, test } from 'vitest';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import { contentOf, mergedTree, sideOf } from '../../../src/review/proposal/tree.ts';
import { small } from '../../ledger/small.ts';
import { blobsWith } from '../blobs.ts';

const change = (path: string, object?: string, mode = '100644') =>
  ledgerChange(
    {
      path,
      before: undefined,
      after: object === undefined ? undefined : { mode, object },
      conflict: false,
    },
    'content/',
  );

test('改动以后的树：添上、换掉、去掉；链接不算，台账以外的不动', () => {
  const base = new Map([
    ['units/jia.yaml', 'a'],
    ['units/yi.yaml', 'b'],
    ['units/bing.yaml', 'c'],
  ]);
  const merged = mergedTree(base, [
    change('content/units/jia.yaml', 'd'),
    change('content/units/yi.yaml'),
    change('content/units/bing.yaml', 'e', '120000'),
    change('content/units/ding.yaml', 'f', '100755'),
    change('README.md', 'g'),
  ]);
  expect([...merged]).toEqual([
    ['units/jia.yaml', 'd'],
    ['units/ding.yaml', 'f'],
  ]);
});

test('各种记录在哪里：按编号；报送、佐证按问题，登记按账号', () => {
  const paths = [
    ...Object.keys(small),
    'updates/zx/zx-01/20260320-090000-aaa.yaml',
    'updates/zx-01/20260321-090000-bbb.yaml',
    'evidence/zx-01/a.png',
    'evidence/removed.yaml',
    'registry/jia-wechat/20260101-090000-a.yaml',
    'inspections/2026-q1.yaml',
    'units/说明.txt',
  ];
  const { index } = sideOf(new Map(paths.map((path) => [path, 'x'])));
  expect(index.units.get('jia')).toBe('units/jia.yaml');
  expect(index.accounts.get('jia-wechat')).toBe('accounts/jia/jia-wechat.yaml');
  expect(index.issues.get('zx-01')).toBe('issues/zx/zx-01.yaml');
  expect(index.updates.get('zx-01')?.toSorted()).toEqual(
    paths.filter((path) => path.startsWith('updates/')).toSorted(),
  );
  expect(index.evidence.get('zx-01')).toEqual(['evidence/zx-01/a.png']);
  expect([...index.registry.keys()]).toEqual(['jia-wechat']);
  expect(index.settings.toSorted()).toEqual([
    'evidence/removed.yaml',
    'site.yaml',
    'vocabulary/indicators.yaml',
    'vocabulary/platforms.yaml',
    'vocabulary/problems.yaml',
    'vocabulary/timing.yaml',
  ]);
  expect([...index.units.keys()]).toEqual(['ban', 'jia']);
});

test('文件内容：有的给，没有的空；太大的记录不读', () => {
  const { blobs, objects } = blobsWith({ a: '甲', large: new Uint8Array(5_000_000) });
  expect(Buffer.from(blobs.bytes(objects['a']!)).toString()).toBe('甲');
  expect(blobs.bytes('0'.repeat(40))).toHaveLength(0);
  const side = (object: string, mode = '100644') => ({ object, mode });
  blobs.leaveOut([side(objects['large']!), side(objects['a']!)]);
  const left = blobs.bytes(objects['large']!);
  expect(left.length).toBeLessThan(5_000_000);
  expect(left.every((byte) => byte === 0)).toBe(true);
  expect(blobs.bytes(objects['a']!)).toHaveLength(3);
});

test('一批一批地给，一个不漏，一样的一次；大小不读内容', () => {
  const { blobs, objects } = blobsWith({ a: '甲', b: '乙乙' });
  const seen: string[] = [];
  const wanted = [objects['a']!, objects['b']!, objects['a']!];
  blobs.each(wanted, (_, bytes) => seen.push(Buffer.from(bytes).toString()));
  expect(seen.toSorted()).toEqual(['乙乙', '甲']);
  expect([...blobs.sizes(wanted).values()].toSorted()).toEqual([3, 6]);
});

test('读成台账：记录是内容，佐证是大小；没有的、不算台账的不要', () => {
  const { blobs, objects } = blobsWith({ ...small, 'evidence/zx-01/a.png': 'png!' });
  const tree = new Map(Object.entries(objects));
  const { texts, evidence } = contentOf(tree, blobs, [
    'site.yaml',
    'units/jia.yaml',
    'units/jia.yaml',
    'evidence/zx-01/a.png',
    'units/none.yaml',
  ]);
  expect([...texts.keys()]).toEqual(['site.yaml', 'units/jia.yaml']);
  expect(Buffer.from(texts.get('units/jia.yaml')!).toString()).toBe(small['units/jia.yaml']);
  expect([...evidence]).toEqual([['zx-01/a.png', 4]]);
});
