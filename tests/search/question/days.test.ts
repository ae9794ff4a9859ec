/** 提问里的日子和月份。 */
import { expect, test } from 'vitest';
import { isMeant, readDay, withDigits } from '../../../src/search/question/days.ts';

test.each([
  ['6月30日', { year: undefined, month: 6, day: 30, length: 5 }],
  ['2020年7月31日前', { year: 2020, month: 7, day: 31, length: 11 }],
  ['2026-06-18', { year: 2026, month: 6, day: 18, length: 10 }],
  ['7月底前', { year: undefined, month: 7, day: undefined, length: 4 }],
  ['2020年5月', { year: 2020, month: 5, day: undefined, length: 7 }],
  ['2026-06', { year: 2026, month: 6, day: undefined, length: 7 }],
])('%s', (text, read) => {
  expect(readDay(text)).toEqual(read);
});

test.each(['13月', '2020年', '第12号', '12', '月底'])('%s 不是日子', (text) => {
  expect(readDay(text)).toBeUndefined();
});

test('中文数字读成数，别的字不动', () => {
  expect(withDigits('七月十二日')).toBe('7月12日');
  expect(withDigits('第十二号')).toBe('第12号');
  expect(withDigits('三审三校')).toBe('三审三校');
});

test('没写年份的，哪一年的都算；只写月份的，不是其中某一天', () => {
  const [day, month] = [readDay('6月30日')!, readDay('2020年6月')!];
  expect(isMeant(day, '2020-06-30')).toBe(true);
  expect(isMeant(day, '2021-06-30')).toBe(true);
  expect(isMeant(day, '2020-06')).toBe(false);
  expect(isMeant(month, '2020-06')).toBe(true);
  expect(isMeant(month, '2021-06')).toBe(false);
});
