import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, id, isRealDay, link, text } from '../../src/schema/field.ts';

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
