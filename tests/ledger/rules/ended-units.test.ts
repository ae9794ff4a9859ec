import { expect, test } from 'vitest';
import { linesOf, report, small, submitted } from '../small.ts';

const yi = 'units/yi.yaml';
const ENDED = `${small['units/jia.yaml']!}ended: { on: 2026-05-01, how: merged, successors: [yi] }\n`;
const step = (to: string, day: string, more = '') =>
  `account: jia-wechat\naction: transferred\nreportedOn: ${day}\nto: ${to}\n${more}`;
const moved = { 'registry/jia-wechat/20260501-090000-aaa.yaml': step('yi', '2026-05-01') };
const merged = { [yi]: 'name: 示例区乙镇\nkind: town\n', 'units/jia.yaml': ENDED, ...moved };
const { 'issues/zx/zx-01.yaml': listed = '' } = small;
const own = listed
  .replace('account: jia-wechat\n', 'unit: jia\n')
  .replace('listed: 微信公众号：甲街道发布\n', '');

test('撤并的单位还有账号、没办结的问题、在任的人：逐样说', () => {
  const jia = `${ENDED}members:\n  - { account: a, from: 2026-01-01 }\n  - { account: b, from: 2026-01-01, until: 2026-05-01 }\n  - { account: c, from: 2026-01-01, until: 2026-04-30 }\n`;
  expect(
    linesOf({
      ...merged,
      'units/jia.yaml': jia,
      'registry/jia-wechat/20260501-090000-aaa.yaml': undefined,
    }),
  ).toEqual([
    'units/jia.yaml:4:14 ended-units 示例区甲街道办事处自2026年5月1日起已经合并，还有没办结的问题没有移交：zx-01 → 涉及账号的移交账号，不涉及账号的逐个登记移交；用 npx ledger hand-over 办',
    'units/jia.yaml:4:14 ended-units 示例区甲街道办事处自2026年5月1日起已经合并，还有账号没有移交：jia-wechat → 每个账号登记移交给谁；用 npx ledger hand-over 办',
    'units/jia.yaml:6:16 ended-units 示例区甲街道办事处自2026年5月1日起已经合并，填报员 a 的任期还没有止 → 把 until 写到 2026-04-30 或以前；还任职的登记到接手的单位',
    'units/jia.yaml:7:44 ended-units 示例区甲街道办事处自2026年5月1日起已经合并，填报员 b 的任期还没有止 → 把 until 写到 2026-04-30 或以前；还任职的登记到接手的单位',
  ]);
});

test('问题的移交只用于不涉及账号的；撤并前没移交的、撤并后重启的都指出', () => {
  expect(
    linesOf({
      [yi]: 'name: 示例区乙镇\nkind: town\n',
      'updates/zx/zx-01/20260501-090000-aaa.yaml': report('transferred', '2026-05-01', 'to: yi\n'),
    }),
  ).toEqual([
    'updates/zx/zx-01/20260501-090000-aaa.yaml:2:9 hand-over 这个问题涉及账号 jia-wechat，随账号走，不单独移交 → 删去这份报送；账号换了主办单位的，登记账号的移交（npx ledger hand-over --account）',
  ]);
  const mine = { ...merged, 'issues/zx/zx-01.yaml': own };
  expect(linesOf(mine)).toEqual([
    'units/jia.yaml:4:14 ended-units 示例区甲街道办事处自2026年5月1日起已经合并，还有没办结的问题没有移交：zx-01 → 涉及账号的移交账号，不涉及账号的逐个登记移交；用 npx ledger hand-over 办',
  ]);
  const handed = {
    'updates/zx/zx-01/20260501-090000-aaa.yaml': report('transferred', '2026-05-01', 'to: yi\n'),
  };
  expect(linesOf({ ...mine, ...handed })).toEqual([]);
  const settled = {
    'updates/zx-01/20260320-090000-aaa.yaml': submitted,
    'updates/zx-01/20260325-090000-bbb.yaml': report('accepted', '2026-03-25'),
  };
  expect(linesOf({ ...mine, ...settled })).toEqual([]);
  const again = {
    'updates/zx/zx-01/20260601-090000-aaa.yaml': report(
      'reopened',
      '2026-06-01',
      'reason: 反弹\nground: inspection\nround: 2\n',
    ),
  };
  expect(linesOf({ ...mine, ...settled, ...again })).toEqual([
    'updates/zx/zx-01/20260601-090000-aaa.yaml:2:9 ended-units 责任单位示例区甲街道办事处自2026年5月1日起已经合并 → 先把它移交给yi：涉及账号的移交账号，不涉及账号的登记“移交”',
  ]);
  expect(linesOf({ ...mine, ...settled, ...again, ...handed })).toEqual([]);
  expect(
    linesOf({
      ...mine,
      'issues/zx/zx-01.yaml': own
        .replaceAll('2026-03-01', '2026-05-02')
        .replace('3月底', '6月底')
        .replace('2026-03-31', '2026-06-30'),
    }),
  ).toEqual([
    'issues/zx/zx-01.yaml ended-units 责任单位示例区甲街道办事处自2026年5月1日起已经合并 → 先把它移交给yi：涉及账号的移交账号，不涉及账号的登记“移交”',
  ]);
});

test('撤并以后的自查、催办只提醒；注销了的账号可以留着', () => {
  const lines = linesOf({
    ...merged,
    'self-checks/zx/jia-20260601-090000-aaa.yaml':
      'campaign: zx\nunit: jia\nansweredOn: 2026-06-01\nanswers: [{ item: 更新, answer: no }]\n',
  });
  expect(lines.filter((line) => line.includes('ended-units'))).toEqual([
    'self-checks/zx/jia-20260601-090000-aaa.yaml:2:7 ended-units（提醒） 示例区甲街道办事处自2026年5月1日起已经合并，这份自查在那以后 → 核对单位和日子；撤并的单位不再自查、不再催办',
  ]);
});
