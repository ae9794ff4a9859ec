/** 格式与显示: what a person sees of a number, format by format. */
import { expect, test } from 'vitest';
import { builtInFormat, serialOf, shownNumber } from '../../../src/paper/workbook/shown.ts';

const shown = (value: number, format: string, date1904 = false) =>
  shownNumber(value, format, date1904);

test.each<[number, string, string]>([
  [350_122_198_001, 'General', '350122198001'],
  [350_122_198_001, '0.00E+00', '350122198001'],
  [123_456_789_012_345, 'G/通用格式', '123456789012345'],
  [0.5, '', '0.5'],
  [0.125, '0.0%', '12.5%'],
  [1_234_567, '#,##0', '1,234,567'],
  [-3, '0;(0)', '(3)'],
  [12, '"共"0"个"', '共12个'],
  [0.000_012, '0.00E+00', '1.20E-05'],
])('%s 按 %s 是 %s', (value, format, text) => {
  expect(shown(value, format)).toEqual({ text });
});

test.each<[string, string, string | undefined]>([
  ['yyyy"年"m"月"d"日"', '2024年5月1日', '2024-05-01'],
  ['yyyy/m/d h:mm', '2024年5月1日', '2024-05-01'],
  ['yyyy"年"m"月"', '2024年5月', undefined],
  ['m"月"d"日"', '5月1日', '2024-05-01'],
  ['yyyy', '2024年', undefined],
  ['[$-804]yyyy\\-m\\-d;@', '2024年5月1日', '2024-05-01'],
])('格式 %s 只显示它写的几样，缺月或缺日的就不是一个日子', (format, text, day) => {
  expect(shown(45_413, format)).toEqual(day === undefined ? { text } : { text, day });
});

test('钟点和时长不当日子，分钟的 m 不当月份', () => {
  expect(shown(45_413.5, 'h:mm')).toEqual({ text: '12:00' });
  expect(shown(1.5, '[h]:mm')).toEqual({ text: '36:00' });
  expect(shown(0.25, 'h"时"mm"分"')).toEqual({ text: '6时00分' });
});

test('星期几按中文写', () => {
  // 2024-05-01 was a Wednesday, 2024-05-05 a Sunday.
  expect(shown(45_413, 'aaaa')).toEqual({ text: '星期三' });
  expect(shown(45_417, '[$-804]aaa')).toEqual({ text: '日' });
});

test('Excel 第一年多算了一天，那一年和日历以外的数不当日子', () => {
  expect(shown(366, 'yyyy/m/d').day).toBeUndefined();
  expect(shown(367, 'yyyy/m/d').day).toBe('1901-01-01');
  expect(shown(2_958_465, 'yyyy/m/d').day).toBe('9999-12-31');
  expect(shown(2_958_466, 'yyyy/m/d').day).toBeUndefined();
});

test('从 1904 年算起的晚 1462 天', () => {
  expect(shown(43_951, 'yyyy/m/d', true).day).toBe('2024-05-01');
  expect(shown(43_951, 'yyyy/m/d').day).toBe('2020-04-30');
});

test('差一丝到零点的，算第二天', () => {
  expect(shown(45_412.999_999_999, 'yyyy/m/d').day).toBe('2024-05-01');
});

test('读不了的格式，数照写', () => {
  expect(shown(7.5, '[红色')).toEqual({ text: '7.5' });
});

test('只有号码的格式', () => {
  expect([14, 31, 57, 58, 9, 49].map(builtInFormat)).toEqual([
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"',
    'm"月"d"日"',
    '0%',
    '@',
  ]);
  expect(builtInFormat(170)).toBe('General');
});

test('文件里写成日子的单元格，换成 Excel 的天数', () => {
  expect(serialOf('2024-05-01', false)).toBe(45_413);
  expect(serialOf('2024-05-01T12:00', false)).toBe(45_413.5);
  expect(serialOf('2024-05-01T06:00:00.000Z', false)).toBe(45_413.25);
  expect(serialOf('2024-05-01', true)).toBe(43_951);
  expect(serialOf('2024年5月1日', false)).toBeUndefined();
});
