/** 分类: the groups of problems and platforms, their lists, and which lists are none. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { platformGroups, problemGroups } from '../../../src/views/kind/group-view.ts';
import { type Changes, checkSmall, small, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const many = (count: number, lateOnes = 2): Changes =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `issues/zx/zx-0${String(at + 1)}.yaml`,
      LISTED.replace('row: 1', `row: ${String(at + 1)}`).replace(
        'dueOn: 2026-03-31',
        `dueOn: ${at < lateOnes ? '2026-03-31' : '2026-12-31'}`,
      ),
    ]),
  );
function faceWith(changes: Changes = {}, audience: Audience = 'internal', late = false) {
  const { ledger, faults } = checkSmall({
    ...swap(
      'campaigns/zx.yaml',
      'office: ban',
      `office: ban\npublication: { level: list, overdueNames: ${String(late)} }`,
    ),
    ...changes,
  });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return faceOf(ledger, '2026-06-15', audience);
}
const stale = (...args: Parameters<typeof faceWith>) =>
  problemGroups(faceWith(...args)).find(({ key }) => key === 'stale');

test('出现了的问题类别：指标、销号要交什么', () => {
  const groups = problemGroups(faceWith());
  expect(groups.map(({ key }) => key)).toEqual(['stale']);
  expect(groups[0]).toMatchObject({
    ids: ['zx-01'],
    rules: ['示例指标（虚构） M2 不更新：两周不更新'],
    asks: [expect.stringContaining('链接')],
    accounts: [],
  });
});

test('几个问题一眼看得完的没有分栏；多的有，空的、等于全部的不列', () => {
  expect(stale(many(5))?.lists).toEqual([]);
  const lists = stale(many(7))?.lists.map(({ id }) => id);
  expect(lists?.at(-1)).toBe('all');
  expect(lists).toContain('overdue');
  expect(stale(many(7, 7))?.lists.map(({ id }) => id) ?? []).not.toContain('overdue');
});

test('公开站不点名的，没有“逾期”一栏；点名的有', () => {
  const lists = (late: boolean) => stale(many(7), 'public', late)?.lists.map(({ id }) => id) ?? [];
  expect(lists(false)).not.toContain('overdue');
  expect(lists(true)).toContain('overdue');
});

test('平台：有账号的都列，没有账号的问题单列一类', () => {
  const keys = (changes: Changes) =>
    platformGroups(faceWith(changes)).map(({ key, ids }) => [key, ids.length]);
  expect(keys({})).toEqual([['wechat', 1]]);
  const more = {
    'accounts/ban/ban-site.yaml': 'kind: website\nunit: ban\nname: 示例区门户\n',
    'issues/zx/zx-02.yaml': LISTED.replace('row: 1', 'row: 2').replace(
      'account: jia-wechat',
      'unit: ban',
    ),
  };
  const all = platformGroups(faceWith(more));
  expect(all.map(({ ids }) => ids.length)).toEqual([0, 1, 1]);
  expect(all.map(({ accounts }) => accounts.length)).toEqual([1, 1, 0]);
  expect(all[1]).toMatchObject({ key: 'wechat', aliases: ['公众号'] });
});
