/** 序号的写法 */
import { expect, test } from 'vitest';
import { rowNumber } from '../../../src/intake/words/row-number.ts';

test.each([
  ['1', 1],
  ['01', 1],
  ['１２', 12],
  ['1.', 1],
  ['（3）', 3],
  ['3、', 3],
  ['[7]', 7],
  ['一', 1],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['九十九', 99],
  ['（二十三）', 23],
])('%s 是 %i', (text, number) => {
  expect(rowNumber(text)).toBe(number);
});

test.each(['', '0', '000', '1-2', '合计', '一百', '123456', '1.5', '第一'])(
  '“%s”不是序号',
  (text) => {
    expect(rowNumber(text)).toBeUndefined();
  },
);
