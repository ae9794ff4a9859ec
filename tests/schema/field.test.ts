import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaign } from '../../src/schema/campaign.ts';
import { deadline, everyDays } from '../../src/schema/deadline.ts';
import {
  day,
  gitAddress,
  id,
  isRealDay,
  link,
  moment,
  nameText,
  siteAddress,
  text,
} from '../../src/schema/field.ts';
import { reminding } from '../../src/schema/reminder.ts';

test('日历上有没有这一天，与系统日历一致', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, date) => {
        const [y, m, d] = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(date).padStart(2, '0'),
        ];
        const parsed = new Date(`${y}-${m}-${d}T00:00:00Z`);
        const real =
          !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${y}-${m}-${d}`);
        expect(isRealDay(`${y}-${m}-${d}`)).toBe(real);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['2020-02-29', true],
  ['2021-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2020-5-1', false],
  ['20200501', false],
  ['2020-05-01T00:00', false],
  ['0000-01-01', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['9999-12-31', false],
])('日期 %s：%s', (value, fits) => {
  expect(day.safeParse(value).success).toBe(fits);
});

test.each([
  ['2026-06-14T09:00:00+08:00', true],
  ['1900-01-01T00:00:00+08:00', true],
  ['2026-06-14T23:59:59+08:00', true],
  ['0000-06-14T09:00:00+08:00', false],
  ['9999-12-31T09:00:00+08:00', false],
  ['2026-02-30T09:00:00+08:00', false],
  ['2026-06-14T24:00:00+08:00', false],
  ['2026-06-14T09:60:00+08:00', false],
  ['2026-06-14T09:00:00Z', false],
])('时刻 %s：%s', (value, fits) => {
  expect(moment.safeParse(value).success).toBe(fits);
});

const closing = (publicityDays: number) => ({
  name: '专项',
  list: { title: '清单', reportedBy: '办公室', listedOn: '2026-01-01' },
  office: 'bangong',
  closing: { policy: 'verification', publicityDays },
});
const reminded = (days: number) => ({
  rules: [
    {
      ...{ from: '2026-01-01', urgeAfter: 1, circularAfter: days, interviewAfter: days },
      ...{ silentAfter: 1, replyWithin: 1 },
    },
  ],
});
const lengths: [string, (days: number) => boolean][] = [
  ['公示天数', (days) => campaign.safeParse(closing(days)).success],
  ['催办的工作日', (days) => reminding.safeParse(reminded(days)).success],
  [
    '时限的工作日',
    (workdays) =>
      deadline.safeParse({
        ...{ text: '限期', kind: 'relative', from: '2026-01-01', length: { workdays } },
      }).success,
  ],
  ['间隔', (days) => everyDays.safeParse(days).success],
];
test.each(lengths)('天数有上限，从哪一天数起都还在日历上：%s', (_, fits) => {
  expect([30, 3650, 3651, 9_000_000].map(fits)).toEqual([true, true, false, false]);
});

test.each([
  ['shahelu-wechat', true],
  ['2020-special-01', true],
  ['Shahelu', false],
  ['a--b', false],
  ['-a', false],
  ['a_b', false],
  ['沙河路', false],
])('编号 %s：%s', (value, fits) => {
  expect(id.safeParse(value).success).toBe(fits);
});

test('文字不能为空，首尾不能有空格，全角空格也不行', () => {
  expect(text.safeParse('').error?.issues[0]?.message).toBe('不能为空；没有内容就删去这一行');
  expect(text.safeParse(' 甲').error?.issues[0]?.message).toBe('首尾不能有空格');
  expect(text.safeParse('甲\u3000').success).toBe(false);
  expect(text.safeParse('甲 乙').success).toBe(true);
});

test('网址只能是 http 或 https', () => {
  expect(link.safeParse('https://a.example/').success).toBe(true);
  expect(link.safeParse('ftp://a.example/').success).toBe(false);
  expect(link.safeParse('javascript:alert(1)').success).toBe(false);
});

test.each([
  'https://www.gov.example@evil.example/',
  'https://user:pass@a.example/',
  'https://@a.example/',
  'https:///www.gov.example@evil.example/',
  'https://a.example/ b',
  'https://a.example/a\u3000b',
])('网址 %s 写着账户、口令或空格，不收', (address) => {
  expect(link.safeParse(address).error?.issues[0]?.message).toBe(
    '网址里不能有空格，不能写账户和口令',
  );
  expect(siteAddress.safeParse(address).success).toBe(false);
});

test('网站的地址后面要接网页：不能有 ? 和 #；@ 在路径里的照收', () => {
  for (const address of ['https://a.example/?q=', 'https://a.example/#', 'https://a.example?'])
    expect([link.safeParse(address).success, siteAddress.safeParse(address).success]).toEqual([
      true,
      false,
    ]);
  expect(siteAddress.safeParse('https://a.example/@jia/').success).toBe(true);
});

test('仓库的地址里不能写口令', () => {
  for (const address of ['https://token@git.example/a', 'ssh://git:pw@git.example/a'])
    expect(gitAddress.safeParse(address).success).toBe(false);
  for (const address of [
    'git@git.example:a/b',
    'ssh://git@git.example/a',
    '../甲',
    'https://g.example/a@b',
  ])
    expect(gitAddress.safeParse(address).success).toBe(true);
});

test('名称只写一行', () => {
  for (const name of ['甲\n乙', '甲\t乙'])
    expect(nameText.safeParse(name).error?.issues[0]?.message).toBe('名称只写一行，不能换行');
  expect(nameText.safeParse('甲 乙').success).toBe(true);
});
