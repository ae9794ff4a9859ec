import { expect, test } from 'vitest';
import { linesOf, report, swap } from '../small.ts';

const update = 'updates/zx-01/20260325-090000-bbb.yaml';

test.each([
  ['2126-03-31', 100],
  ['2056-03-31', 30],
])('截止日写成 %s：年份不对', (day, apart) => {
  const lines = linesOf(swap('issues/zx/zx-01.yaml', 'dueOn: 2026-03-31', `dueOn: ${day}`));
  expect(lines.join('\n')).toContain(
    ` years ${day.slice(0, 4)}年3月31日的年份不对：与台账其他日期相差 ${String(apart)} 年 → 核对年份`,
  );
});

test('差不到二十年的不管；开设日期可以早，有效期可以晚', () => {
  const account = (more: string) =>
    swap('accounts/jia/jia-wechat.yaml', 'platform: wechat', `platform: wechat\n${more}`);
  expect(linesOf(account('openedOn: 1998-05-01'))).toEqual([]);
  expect(linesOf(account('certifiedUntil: 2099-12-31'))).toEqual([]);
  expect(linesOf(account('openedOn: 2098-05-01')).join()).toContain('years 2098年5月1日');
  expect(linesOf(account('certifiedUntil: 1999-12-31')).join()).toContain('years 1999年12月31日');
  const far = 'evidence: [{ link: https://mp.example/s/a, day: 2007-01-01 }]\n';
  expect(linesOf({ [update]: report('progress', '2026-03-25', far) })).toEqual([]);
});

test('没有日期的台账没有可比的', () => {
  const without = {
    'campaigns/zx.yaml': undefined,
    'issues/zx/zx-01.yaml': undefined,
  };
  expect(linesOf(without)).toEqual([]);
});
