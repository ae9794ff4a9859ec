import { expect, test } from 'vitest';
import { dayNear } from '../../../../src/intake/sheet-back/read/day-near.ts';
import type { Cell } from '../../../../src/paper/sheet.ts';

const place = { file: '表.xlsx', sheet: '表', row: 6, cell: 'K6' };
const read = (text: string, near = '2026-06-12', more: Partial<Cell> = {}) => {
  const reading = dayNear({ text, place, ...more }, near);
  return reading !== undefined && 'day' in reading ? reading.day : reading?.ask;
};

test.each([
  ['2026-06-10', '2026-06-10'],
  ['2026年6月10日', '2026-06-10'],
  ['二〇二六年六月十日', '2026-06-10'],
  ['20260610', '2026-06-10'],
  ['2026/6/10 14:05', '2026-06-10'],
  ['2026-06-10T00:00:00', '2026-06-10'],
  ['6月10号', '2026-06-10'],
  ['6 月 10 日', '2026-06-10'],
  ['六月十日', '2026-06-10'],
  ['6月10日（星期三）', '2026-06-10'],
  ['6月10日上午', '2026-06-10'],
  ['6/10', '2026-06-10'],
  ['6-10', '2026-06-10'],
  ['46183', '2026-06-10'],
])('%s', (text, day) => {
  expect(read(text)).toBe(day);
});

test('没有写年份：离填表那天最近的一年', () => {
  expect(read('12月28日', '2027-01-05')).toBe('2026-12-28');
  expect(read('1月15日', '2026-12-20')).toBe('2027-01-15');
  expect(read('6月20日', '2026-06-12')).toBe('2026-06-20');
  expect(read('2月29日', '2028-03-01')).toBe('2028-02-29');
  expect(read('去年12月28日', '2027-01-05')).toBe('2026-12-28');
  expect(read('今年1月3日', '2027-01-05')).toBe('2027-01-03');
});

test('日期格没有显示年份的，表格添的年份不算', () => {
  expect(read('12月28日', '2027-01-05', { day: '2027-12-28' })).toBe('2026-12-28');
  expect(read('2025年12月28日', '2027-01-05', { day: '2025-12-28' })).toBe('2025-12-28');
});

test('1904 年起算的文件里的序号', () => {
  const raw = { value: 44_721, format: 'General', from1904: true as const };
  expect(read('44721', '2026-06-12', { raw })).toBe('2026-06-10');
});

test.each([
  '6月底',
  '上周五',
  '6月10日至12日',
  '2月30日',
  '2026-06',
  '26.6.10',
  '已完成',
  '13月1日',
  '2026年6月10日前',
])('“%s”不是一天', (text) => {
  expect(read(text)).toBeUndefined();
});

test('数丢了末尾的零：两种都有这一天才问', () => {
  const number = (value: number) => read(String(value), '2026-06-12', { raw: { value } });
  expect(number(6.1)).toBe('“6.1”分不清是6月1日还是6月10日');
  expect(number(6.2)).toContain('6月20日');
  expect(number(2.3)).toBe('2026-02-03');
  expect(number(6.5)).toBe('2026-06-05');
  expect(read('6.1')).toBe('2026-06-01');
});
