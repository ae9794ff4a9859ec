/** 所需部分: a report is seen with what it depends on, and with nothing else. */
import { expect, test } from 'vitest';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import { pathsOfUnits, pathsToRead } from '../../../src/review/proposal/part.ts';
import { sideOf } from '../../../src/review/proposal/tree.ts';
import { report, small } from '../../ledger/small.ts';
import { blobsWith } from '../blobs.ts';

const unit = (name: string, more = '') => `name: 示例区${name}\nkind: street\n${more}`;
const more: Readonly<Record<string, string>> = {
  'units/yi.yaml': unit('乙镇', 'members: [{ account: Clerk-Yi, from: 2026-01-01 }]\n'),
  'units/bing.yaml': unit('丙局'),
  'units/ding.yaml': unit('丁局', 'ended: { on: 2026-01-01, how: merged, successors: [wu] }\n'),
  'units/wu.yaml': unit('戊局'),
  'accounts/yi/yi-wechat.yaml': 'kind: new-media\nunit: yi\nname: 乙镇发布\nplatform: wechat\n',
  'issues/zx/zx-02.yaml': small['issues/zx/zx-01.yaml']!.replace('row: 1', 'row: 2').replace(
    'account: jia-wechat',
    'account: yi-wechat',
  ),
  'updates/zx-01/20260310-090000-aaa.yaml': report(
    'started',
    '2026-03-10',
    'onBehalfOf: ding\nreceivedBy: 股长\n',
  ),
  'updates/zx-02/20260310-090000-bbb.yaml': report('started', '2026-03-10').replace(
    'zx-01',
    'zx-02',
  ),
  'evidence/zx-01/a.png': 'png',
  'registry/jia-wechat/20260101-090000-a.yaml':
    'account: jia-wechat\naction: transferred\nto: bing\nreportedOn: 2026-01-01\n',
};

function made(files: Readonly<Record<string, string>> = {}) {
  const all = { ...small, ...more, ...files };
  const { blobs, objects } = blobsWith(all);
  return { blobs, side: sideOf(new Map(Object.entries(objects))), all };
}
const change = (path: string) =>
  ledgerChange(
    { path, before: undefined, after: { mode: '100644', object: 'x' }, conflict: false },
    '',
  );

test('只有报送的，读它的问题和所牵连的；别的问题、别的单位不读', () => {
  const { blobs, side } = made();
  const paths = new Set(
    pathsToRead([change('updates/zx-01/20260320-090000-ccc.yaml')], blobs, [])(side),
  );
  for (const path of [
    'site.yaml',
    'issues/zx/zx-01.yaml',
    'updates/zx-01/20260310-090000-aaa.yaml',
    'evidence/zx-01/a.png',
    'accounts/jia/jia-wechat.yaml',
    'units/jia.yaml',
    'units/ban.yaml',
    'units/bing.yaml',
    'units/ding.yaml',
    'units/wu.yaml',
    'registry/jia-wechat/20260101-090000-a.yaml',
    'campaigns/zx.yaml',
  ])
    expect(paths, path).toContain(path);
  for (const path of ['issues/zx/zx-02.yaml', 'units/yi.yaml', 'accounts/yi/yi-wechat.yaml'])
    expect(paths, path).not.toContain(path);
});

test('提交人在哪个单位，那个单位也读，不管大小写', () => {
  const { blobs, side } = made();
  const paths = [
    ...pathsToRead([change('updates/zx-01/20260320-090000-ccc.yaml')], blobs, ['clerk-YI'])(side),
  ];
  expect(paths).toContain('units/yi.yaml');
});

test('文件夹和记录写的问题不同，两个都看', () => {
  const path = 'updates/zx-01/20260311-090000-eee.yaml';
  const { blobs, side } = made({
    [path]: report('started', '2026-03-11').replace('zx-01', 'zx-02'),
  });
  const paths = [...pathsToRead([change(path)], blobs, [])(side)];
  expect(paths).toContain('issues/zx/zx-02.yaml');
  expect(paths).toContain('units/yi.yaml');
});

test('改了别的记录，整本台账都读', () => {
  const { blobs, side, all } = made();
  const read = pathsToRead([change('updates/zx-01/x.yaml'), change('units/jia.yaml')], blobs, []);
  expect([...read(side)].toSorted()).toEqual(Object.keys(all).toSorted());
});

test('几个单位的数要哪些：它们的账号、问题、报送，移交过的账号', () => {
  const { blobs, side } = made();
  const paths = pathsOfUnits(side, blobs, new Set(['yi']));
  for (const path of [
    'units/yi.yaml',
    'accounts/yi/yi-wechat.yaml',
    'issues/zx/zx-02.yaml',
    'updates/zx-02/20260310-090000-bbb.yaml',
    'registry/jia-wechat/20260101-090000-a.yaml',
    'accounts/jia/jia-wechat.yaml',
    'campaigns/zx.yaml',
    'site.yaml',
  ])
    expect(paths, path).toContain(path);
  expect(paths).not.toContain('units/bing.yaml');
  expect(paths).not.toContain('evidence/zx-01/a.png');
});

test('记录写得与程序不同（加了引号），照样认出是谁的', () => {
  const { blobs, side } = made({
    'accounts/yi/yi-wechat.yaml': 'kind: new-media\nunit: "yi"\nname: 乙镇发布\nplatform: wechat\n',
  });
  expect(pathsOfUnits(side, blobs, new Set(['yi']))).toContain('accounts/yi/yi-wechat.yaml');
});

test('单位自己的问题移交过的，也在数里', () => {
  const own = small['issues/zx/zx-01.yaml']!.replace('row: 1', 'row: 3').replace(
    'account: jia-wechat\nlisted: 微信公众号：甲街道发布',
    'unit: jia',
  );
  const { blobs, side } = made({
    'issues/zx/zx-03.yaml': own,
    'updates/zx-03/20260310-090000-ccc.yaml': report(
      'transferred',
      '2026-03-10',
      'to: yi\n',
    ).replace('zx-01', 'zx-03'),
  });
  expect(pathsOfUnits(side, blobs, new Set(['yi']))).toContain('issues/zx/zx-03.yaml');
});
