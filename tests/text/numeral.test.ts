/** 汉字数字 */
import { expect, test } from 'vitest';
import { numeralValue, numeralWords, numeralYear } from '../../src/text/numeral.ts';

test.each([
  ['零', 0],
  ['两', 2],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['二十三', 23],
  ['廿', 20],
  ['廿八', 28],
  ['卅一', 31],
  ['九十九', 99],
  ['一百零五', 105],
  ['两百', 200],
  ['一百二十', 120],
  ['九百九十九', 999],
])('%s 是 %i', (text, value) => {
  expect(numeralValue(text)).toBe(value);
});

test.each(['', '三五', '一百五', '百', '十十', '零五', '一千', '5', '十来', 'constructor'])(
  '“%s”不是准数，不猜',
  (text) => {
    expect(numeralValue(text)).toBeUndefined();
  },
);

test('年份逐字写', () => {
  expect(numeralYear('二〇二〇')).toBe(2020);
  expect(numeralYear('二零二六')).toBe(2026);
  expect(numeralYear('二○一九')).toBe(2019);
  expect(numeralYear('二十二十')).toBeUndefined();
  expect(numeralYear('二〇二')).toBeUndefined();
});

test('0 到 99 写成汉字，写了再读还是那个数；别的照写', () => {
  expect([0, 2, 10, 11, 20, 23, 99].map(numeralWords)).toEqual([
    '零',
    '二',
    '十',
    '十一',
    '二十',
    '二十三',
    '九十九',
  ]);
  for (let value = 0; value < 100; value += 1)
    expect(numeralValue(numeralWords(value)), String(value)).toBe(value);
  expect([100, -1, 1.5].map(numeralWords)).toEqual(['100', '-1', '1.5']);
});
