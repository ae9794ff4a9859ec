import { expect, test } from 'vitest';
import { linesOf, swap } from '../small.ts';

const opened = swap(
  'accounts/jia/jia-wechat.yaml',
  'platform: wechat',
  'platform: wechat\nopenedOn: 2026-04-01',
);
const check = {
  'inspections/q1-check.yaml':
    "name: 检查\ncheckedOn: 2026-03-05\nedition: '2019'\ncampaign: q1\npopulation: 1\nscope: { kind: all }\naccounts:\n  - { account: jia-wechat, results: [{ indicator: M2, result: passed }] }\n",
};

test('账号开设以前不能检查、列入', () => {
  expect(linesOf({ ...opened, ...check })).toEqual([
    'inspections/q1-check.yaml:8:16 opening 检查日2026年3月5日早于账号的开设日期2026年4月1日 → 核对这个日期，或账号的 openedOn',
    'issues/zx/zx-01.yaml:10:11 opening 列入日期2026年3月1日早于账号的开设日期2026年4月1日 → 核对这个日期，或账号的 openedOn',
  ]);
});

test('备案登记更早的，只在账号上提醒一次', () => {
  const lines = linesOf({
    ...opened,
    ...check,
    'registry/jia-wechat/20260301-090000-aaa.yaml':
      'account: jia-wechat\naction: entered\nreportedOn: 2026-03-01\nstate: unfiled\n',
  });
  expect(lines).toEqual([
    'accounts/jia/jia-wechat.yaml:5:11 opening（提醒） 开设日期2026年4月1日晚于备案登记的第一步2026年3月1日 → 核对 openedOn；账号是后来重新开设的，另立账号',
  ]);
});

test('当天开设、当天检查的不算', () => {
  const same = swap(
    'accounts/jia/jia-wechat.yaml',
    'platform: wechat',
    'platform: wechat\nopenedOn: 2026-03-01',
  );
  expect(linesOf({ ...same, ...check })).toEqual([]);
});
