/** 订阅源: what changed, newest first, and what it says without an address. (示例区，虚构) */
import { expect, test } from 'vitest';
import { feedFile } from '../../../src/documents/data/feed.ts';
import { faceOf } from '../../../src/views/face.ts';
import { type Changes, checkSmall, report, small, submitted, swap } from '../../ledger/small.ts';

const OPEN = swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }');
function feed(changes: Changes = {}) {
  const { ledger } = checkSmall({ ...OPEN, ...changes });
  if (ledger === undefined) throw new Error('no ledger');
  return feedFile(faceOf(ledger, '2026-06-15', 'public'));
}
const all = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'gu'))].map(([, words = '']) => words);
const site = (more: string): Changes => ({ 'site.yaml': `${small['site.yaml'] ?? ''}${more}` });
const steps: Changes = {
  'updates/zx/zx-01/20260320-100000-abc.yaml': submitted,
  'updates/zx/zx-01/20260321-100000-abc.yaml': report(
    'returned',
    '2026-03-21',
    'reason: 看不清\npublicNote: 请重报 & 附图\n',
  ),
};

test('新的在前，列入的那天也是一条；更新的日子是最新那条的', () => {
  const text = feed(steps);
  expect(all(text, 'title')).toEqual([
    '示例区整改台账（虚构）：最近变化',
    expect.stringContaining('示例区甲街道办事处 '),
    expect.stringMatching(/^申请验收：/u),
    '示例专项列入问题1个',
  ]);
  expect(all(text, 'updated')[0]).toBe('2026-03-21T00:00:00+08:00');
});

test('一步说问题、变成什么、公开的说明，没有的不写；字都转义', () => {
  const [, returned = '', sent = ''] = ['', ...all(feed(steps), 'summary')];
  expect(returned).toMatch(/^更新不及时。状态：[^。]+。请重报 &amp; 附图$/u);
  expect(sent).toMatch(/^更新不及时。状态：待审核$/u);
});

test('没有网址的一条链接也没有；有的每条都有，自己也有', () => {
  expect(feed(steps)).not.toContain('<link');
  const linked = feed({ ...steps, ...site('address: https://ledger.example.cn\n') });
  expect(linked.match(/<link /gu)).toHaveLength(4);
  expect(linked).toContain('<link rel="self" href="https://ledger.example.cn/feed.xml"/>');
});

test('每条的编号不重，不随后来加的变', () => {
  const before = all(feed(), 'id');
  const after = all(feed(steps), 'id');
  expect(new Set(after).size).toBe(after.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

test('没有变化的，更新的日子是统计截止日', () => {
  const none = feed(
    swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: none }'),
  );
  expect(all(none, 'updated')).toEqual(['2026-06-15T00:00:00+08:00']);
});
