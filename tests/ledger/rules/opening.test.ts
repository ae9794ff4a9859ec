import { expect, test } from 'vitest';
import { linesOf, swap } from '../small.ts';

const issue = 'issues/zx/zx-01.yaml';

test('账号开设以前不能检查、列入、登记', () => {
  const opened = swap(
    'accounts/jia/jia-wechat.yaml',
    'platform: wechat',
    'platform: wechat\nopenedOn: 2026-04-01',
  );
  const lines = linesOf({
    ...opened,
    'inspections/q1-check.yaml':
      "name: 检查\ncheckedOn: 2026-03-05\nedition: '2019'\ncampaign: q1\npopulation: 1\nscope: { kind: all }\naccounts:\n  - { account: jia-wechat, results: [{ indicator: M2, result: passed }] }\n",
    'registry/jia-wechat/20260305-090000-aaa.yaml':
      'account: jia-wechat\naction: entered\nreportedOn: 2026-03-05\nstate: unfiled\n',
  });
  expect(lines.filter((line) => line.includes(' opening '))).toEqual([
    'inspections/q1-check.yaml:8:16 opening 检查日2026年3月5日早于账号的开设日期2026年4月1日 → 核对这个日期，或账号的 openedOn',
    `${issue}:10:11 opening 列入日期2026年3月1日早于账号的开设日期2026年4月1日 → 核对这个日期，或账号的 openedOn`,
    'registry/jia-wechat/20260305-090000-aaa.yaml:3:13 opening 登记日期2026年3月5日早于账号的开设日期2026年4月1日 → 核对这个日期，或账号的 openedOn',
  ]);
});
