/** 日期: the days of a text, with and without their year; spans; the day of signing. (虚构) */
import { expect, test } from 'vitest';
import {
  datesIn,
  daySpansIn,
  dayWritten,
  dayWrittenNear,
  signedOn,
} from '../../src/proofread/date.ts';
import { plainPaper } from '../../src/proofread/document/plain.ts';

const read = (text: string): string[] =>
  datesIn(text).map(({ year, month, date }) => `${String(year)}-${String(month)}-${String(date)}`);

test.each([
  ['2026年3月5日', ['2026-3-5']],
  ['3月5号和2026 年 12 月 1 日', ['undefined-3-5', '2026-12-1']],
  ['二〇二六年三月二十一日', ['2026-3-21']],
  ['十二月三十一日', ['undefined-12-31']],
  ['2026-03-05、2026/3/6、2026.3.7', ['2026-3-5', '2026-3-6', '2026-3-7']],
  ['2026-03/05', []],
  ['1.2026-03-05', []],
  ['2月30日', ['undefined-2-30']],
  ['一百月三日', []],
  ['2026年3月', []],
])('%s', (text, dates) => {
  expect(read(text)).toEqual(dates);
});

test('没有年份的按给的年份；日历上没有的日子没有', () => {
  const [date] = datesIn('2月29日');
  const [whole] = datesIn('2026年3月5日');
  if (!date || !whole) throw new Error('no dates');
  expect(dayWritten(date)).toBeUndefined();
  expect(dayWritten(date, 2024)).toBe('2024-02-29');
  expect(dayWritten(date, 2026)).toBeUndefined();
  expect(dayWritten(whole, 2020)).toBe('2026-03-05');
});

test('没有年份的取离某天最近的那一年，写了的不动', () => {
  const near = (text: string, day: string) => {
    const [date] = datesIn(text);
    return date && dayWrittenNear(date, day);
  };
  expect(near('12月28日', '2026-01-05')).toBe('2025-12-28');
  expect(near('1月3日', '2026-12-30')).toBe('2027-01-03');
  expect(near('2月29日', '2025-03-01')).toBe('2024-02-29');
  expect(near('2020年12月28日', '2026-01-05')).toBe('2020-12-28');
});

const spans = (text: string): string[] =>
  daySpansIn(text).map(({ start, end }) => `${start}/${end}`);
test.each([
  ['2026年10月8日至12日', ['2026-10-08/2026-10-12']],
  ['2026年10月8日至11月2日', ['2026-10-08/2026-11-02']],
  ['10月8日—2026年11月2日', ['2026-10-08/2026-11-02']],
  ['10月8日起，至今年11月2日', ['2000-10-08/2000-11-02']],
  ['2025年12月8日至2026年1月2日', ['2025-12-08/2026-01-02']],
  ['10月12日至8日', []],
  ['10月8日和12日', []],
  ['10月8日、11月2日', []],
  ['2026年2月28日至30日', []],
  ['2026年2月30日至3月2日', []],
  ['10月8日至9日，11月1日到3日', ['2000-10-08/2000-10-09', '2000-11-01/2000-11-03']],
])('起止 %s', (text, days) => {
  expect(spans(text)).toEqual(days);
});

test('成文日期：附件以前，自成一段的最后一个全的日期', () => {
  const signed = (...lines: string[]) => signedOn(plainPaper(lines.join('\n')))?.day;
  expect(signed('截至2026年3月1日已整改。', '2026年3月5日')).toBe('2026-03-05');
  expect(signed('2026年3月1日', '甲局', '（2026年3月5日）')).toBe('2026-03-05');
  expect(signed('2026年3月5日', '附件1', '2026年4月1日')).toBe('2026-03-05');
  expect(signed('附件1', '2026年4月1日')).toBe('2026-04-01');
  expect(signed('3月5日')).toBeUndefined();
  expect(signed('2026年2月30日')).toBeUndefined();
  expect(signed('没有日期')).toBeUndefined();
});
