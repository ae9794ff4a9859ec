/** 日期格 */
import { describe, expect, test } from 'vitest';
import { dayIn, dayOfCell, dayOfSerial } from '../../../src/intake/words/day-cell.ts';

test.each([
  ['2020年5月20日', '2020-05-20'],
  ['2020-5-20', '2020-05-20'],
  ['2020.05.20', '2020-05-20'],
  ['２０２０／５／２０', '2020-05-20'],
  ['2020 年 5 月 20 日', '2020-05-20'],
  ['填表日期：2020年5月20日', '2020-05-20'],
  ['二〇二〇年五月二十日', '2020-05-20'],
  ['二○二○年十二月三十一日', '2020-12-31'],
  ['二零二六年十月十日', '2026-10-10'],
])('“%s”是 %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

test.each(['', '5月20日', '2020年5月', '2020年2月30日', '2020年13月1日', '文号〔2020〕5号'])(
  '“%s”没有整日',
  (text) => {
    expect(dayIn(text)).toBeUndefined();
  },
);

describe('Excel 的序列数', () => {
  test('1900 和 1904 两种起点', () => {
    expect(dayOfSerial('43971')).toBe('2020-05-20');
    expect(dayOfSerial('43971.0')).toBe('2020-05-20');
    expect(dayOfSerial('42509', true)).toBe('2020-05-20');
  });
  test('台账不会有的日子，别的数不猜', () => {
    for (const text of ['42004', '54789', '4397', '43971.5', '439710', 'abc'])
      expect(dayOfSerial(text)).toBeUndefined();
    expect(dayOfSerial('42005')).toBe('2015-01-01');
    expect(dayOfSerial('54788')).toBe('2049-12-31');
  });
});

test('格里是日期的用日期；8 位数字、文字、丢了格式的数都认', () => {
  expect(dayOfCell({ text: '5月20日', day: '2020-05-20' })).toBe('2020-05-20');
  expect(dayOfCell({ text: '20200520' })).toBe('2020-05-20');
  expect(dayOfCell({ text: '20200532' })).toBeUndefined();
  expect(dayOfCell({ text: '43971' })).toBe('2020-05-20');
  expect(dayOfCell({ text: '2020/5/20' })).toBe('2020-05-20');
});
