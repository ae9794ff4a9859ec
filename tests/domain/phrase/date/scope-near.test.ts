/** 就近的日期: what 本, 下, 当 and 上 mean from the list's day, and what they leave open. */
import { expect, test } from 'vitest';
import { dateAt } from '../../../../src/domain/phrase/date/date.ts';

/** `listedOn` is a Monday. */
function read(words: string, listedOn = '2024-03-11'): string {
  const found = dateAt(words, 0, { listedOn, closeOfBusiness: '18:00' });
  if (found === undefined) return '没有';
  if (found.kind === 'date') return found.day;
  return found.kind === 'doubt' ? `疑问：${found.candidates.join('、')}` : found.kind;
}

test.each([
  ['本月底', '2024-03-31'],
  ['下月底', '2024-04-30'],
  ['下个月15日', '2024-04-15'],
  ['这个月20日', '2024-03-20'],
  ['月底', '2024-03-31'],
  ['年底', '2024-12-31'],
  ['年内', '2024-12-31'],
  ['本季度末', '2024-03-31'],
  ['下季度末', '2024-06-30'],
  ['季末', '2024-03-31'],
  ['当天18:00', '2024-03-11'],
  ['今天', '2024-03-11'],
  ['明日', '2024-03-12'],
  ['后天', '2024-03-13'],
  ['周五', '2024-03-15'],
  ['下周五', '2024-03-22'],
  ['本周三', '2024-03-13'],
])('星期一列入的“%s”是 %s', (words, day) => {
  expect(read(words)).toBe(day);
});

test('跨年的下月、下季度', () => {
  expect(read('下月底', '2024-12-20')).toBe('2025-01-31');
  expect(read('下季度末', '2024-12-20')).toBe('2025-03-31');
});

test.each(['当月底', '次月底', '次日'])('“%s”从哪天算起没有写，按列入日期给一种', (words) => {
  expect(read(words)).toMatch(/^疑问：/u);
});

test('只有日子的，给这个月和下个月；这个月已过的不给', () => {
  expect(read('15日')).toMatch(/^疑问：指3月.*3月15日、指4月.*4月15日$/u);
  expect(read('10日')).toMatch(/^疑问：指4月.*4月10日、指5月.*5月10日$/u);
});

test('下下周、下下周五不猜从哪一周数起', () => {
  expect(read('下下周五')).toMatch(/^疑问：.*2024年3月29日/u);
  expect(read('下下周')).toMatch(/^疑问：/u);
});

test('月份里没有的日子', () => {
  expect(read('下月31日')).toMatch(/^疑问：/u);
  expect(read('本月32日')).toMatch(/^疑问：|^没有/u);
});

test('星期日列入的“本周五”：一周从哪天算起差一周，已过的一种不给', () => {
  expect(read('本周五', '2024-03-10')).toMatch(/^疑问：.*2024年3月15日/u);
  expect(read('下周五', '2024-03-10')).toMatch(/^疑问：.*2024年3月15日.*2024年3月22日/u);
  // Both ways of counting give the same day.
  expect(read('下周五', '2024-03-12')).toBe('2024-03-22');
});

test('“本周”到星期五还是星期日；过了星期五只剩一种', () => {
  expect(read('本周', '2024-03-13')).toMatch(/^疑问：.*2024年3月15日.*2024年3月17日/u);
  expect(read('本周', '2024-03-16')).toMatch(/^疑问：(?!.*2024年3月15日).*2024年3月17日/u);
});

test('没有月份的上旬、中旬，给还没有过的两个', () => {
  expect(read('上旬')).toMatch(/^疑问：.*4月10日.*5月10日/u);
  expect(read('中旬')).toMatch(/^疑问：.*3月20日.*4月20日/u);
});

test('“年”“月”“季度”只在句首或“在、到、前”的后面算日期', () => {
  expect(dateAt('半年底', 1, { listedOn: '2024-03-11', closeOfBusiness: '18:00' })).toBeUndefined();
  expect(dateAt('半月内', 1, { listedOn: '2024-03-11', closeOfBusiness: '18:00' })).toBeUndefined();
});
