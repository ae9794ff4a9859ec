import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  daysBetween,
  daysInMonth,
  endOfHalfYear,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  inWords,
  isDay,
  isLeapYear,
  monthOf,
  quarterOf,
  startOfWeek,
  weekdayOf,
  yearOf,
} from '../../src/day/calendar.ts';

/** Any day of 1600 to 2400, by the platform's own calendar. */
const days = fc
  .integer({ min: -135_140, max: 157_053 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

test('闰年：2020、2000 是，2021、2100 不是', () => {
  expect([2020, 2000, 2021, 2100, 1900, 2024].map(isLeapYear)).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test('每个月的天数', () => {
  const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2021, index + 1));
  expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(daysInMonth(2020, 2)).toBe(29);
  expect(daysInMonth(2100, 2)).toBe(28);
});

test('由年月日得出日子，没有的日子得不出', () => {
  expect(dayOf(2020, 5, 31)).toBe('2020-05-31');
  expect(dayOf(2020, 2, 29)).toBe('2020-02-29');
  expect(dayOf(1, 1, 1)).toBe('0001-01-01');
  expect(dayOf(9999, 12, 31)).toBe('9999-12-31');
  expect(dayOf(2021, 2, 29)).toBeUndefined();
  expect(dayOf(2020, 6, 31)).toBeUndefined();
  expect(dayOf(2020, 6, 0)).toBeUndefined();
  expect(dayOf(2020, 0, 1)).toBeUndefined();
  expect(dayOf(2020, 13, 1)).toBeUndefined();
  expect(dayOf(0, 1, 1)).toBeUndefined();
  expect(dayOf(10_000, 1, 1)).toBeUndefined();
});

test('只有写成 YYYY-MM-DD 而且日历上有的才是日子', () => {
  expect(isDay('2020-02-29')).toBe(true);
  for (const text of [
    '2021-02-29',
    '2020-2-29',
    '2020-02-29 ',
    ' 2020-02-29',
    '2020-00-10',
    '0000-01-01',
    '02020-02-29',
    '2020-02-290',
    '5月底',
    '',
  ])
    expect(isDay(text), text).toBe(false);
});

test('年、月、日、季度', () => {
  expect(yearOf('2020-05-31')).toBe(2020);
  expect(monthOf('2020-05-31')).toBe(5);
  expect(dateOf('2020-05-31')).toBe(31);
  expect(['2020-01-01', '2020-03-31', '2020-04-01', '2020-12-31'].map(quarterOf)).toEqual([
    1, 1, 2, 4,
  ]);
});

test('星期一是 1，星期日是 7', () => {
  expect(weekdayOf('2020-05-11')).toBe(1);
  expect(weekdayOf('2020-05-31')).toBe(7);
  expect(weekdayOf('0001-01-01')).toBe(1);
  expect(weekdayOf('2100-02-28')).toBe(7);
  expect(startOfWeek('2020-05-13')).toBe('2020-05-11');
  expect(startOfWeek('2020-05-11')).toBe('2020-05-11');
  expect(startOfWeek('2020-05-17')).toBe('2020-05-11');
});

test('加减天数跨月、跨年、跨闰日', () => {
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
  expect(addDays('2020-02-29', 1)).toBe('2020-03-01');
  expect(addDays('2021-02-28', 1)).toBe('2021-03-01');
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
  expect(addDays('2019-12-31', 1)).toBe('2020-01-01');
  expect(addDays('2020-01-01', -1)).toBe('2019-12-31');
  expect(addDays('2020-05-13', 0)).toBe('2020-05-13');
  expect(addDays('0001-01-01', 3_652_058)).toBe('9999-12-31');
});

test('相隔天数：前一天 1、当天 0、后一天 -1', () => {
  expect(daysBetween('2020-05-30', '2020-05-31')).toBe(1);
  expect(daysBetween('2020-05-31', '2020-05-31')).toBe(0);
  expect(daysBetween('2020-06-01', '2020-05-31')).toBe(-1);
  expect(daysBetween('2020-01-01', '2021-01-01')).toBe(366);
});

test('加减月份：到期月没有对应日的，取月末', () => {
  expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
  expect(addMonths('2021-01-31', 1)).toBe('2021-02-28');
  expect(addMonths('2020-02-29', 12)).toBe('2021-02-28');
  expect(addMonths('2020-06-30', 1)).toBe('2020-07-30');
  expect(addMonths('2020-12-13', 1)).toBe('2021-01-13');
  expect(addMonths('2020-11-13', 1)).toBe('2020-12-13');
  expect(addMonths('2020-01-31', -2)).toBe('2019-11-30');
  expect(addMonths('2020-05-13', -5)).toBe('2019-12-13');
  expect(addMonths('2020-05-13', 0)).toBe('2020-05-13');
});

test('月末、季度末、半年末、年末', () => {
  expect(endOfMonth('2020-02-01')).toBe('2020-02-29');
  expect(endOfQuarter('2020-05-13')).toBe('2020-06-30');
  expect(endOfQuarter('2020-12-31')).toBe('2020-12-31');
  expect(endOfQuarter('2020-01-01')).toBe('2020-03-31');
  expect(endOfQuarter('2020-07-01')).toBe('2020-09-30');
  expect(endOfHalfYear('2020-06-30')).toBe('2020-06-30');
  expect(endOfHalfYear('2020-07-01')).toBe('2020-12-31');
  expect(endOfYear('2020-01-01')).toBe('2020-12-31');
});

test('中文写法不带前导零', () => {
  expect(inWords('2020-05-03')).toBe('2020年5月3日');
  expect(inWords('0999-12-31')).toBe('999年12月31日');
});

describe('不是日子、出了日历', () => {
  test('不是日子的文字是程序的错', () => {
    expect(() => addDays('2021-02-29', 1)).toThrow(new RangeError('not a day: 2021-02-29'));
    expect(() => yearOf('5月底')).toThrow(new RangeError('not a day: 5月底'));
  });

  test('出了公元 1 年到 9999 年是程序的错', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(new RangeError('outside the calendar: 10000'));
    expect(() => addDays('0001-01-01', -1)).toThrow(new RangeError('outside the calendar: 0'));
    expect(() => addMonths('9999-12-31', 1)).toThrow(new RangeError('outside the calendar: 10000'));
    expect(() => addMonths('0001-01-01', -1)).toThrow(new RangeError('outside the calendar: 0'));
    expect(addMonths('9999-11-30', 1)).toBe('9999-12-30');
    expect(addMonths('0001-02-28', -1)).toBe('0001-01-28');
  });
});

describe('性质', () => {
  test('与平台的日历算得一样', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const moved = new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(day, count)).toBe(moved);
        expect(daysBetween(day, moved)).toBe(count);
        expect(weekdayOf(day) % 7).toBe(new Date(day).getUTCDay());
      }),
    );
  });

  test('加一个月再减一个月，日期只会变小，最多小三天', () => {
    fc.assert(
      fc.property(days, (day) => {
        const back = addMonths(addMonths(day, 1), -1);
        expect(daysBetween(back, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(back, day)).toBeLessThanOrEqual(3);
      }),
    );
  });
});
