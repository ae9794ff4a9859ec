import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { blockLines, scalarText } from '../../../src/ledger/yaml/scalar.ts';

test.each([
  ['整改中', '整改中'],
  ['2020-05-31', '2020-05-31'],
  ['', "''"],
  ['no', "'no'"],
  ['Y', "'Y'"],
  ['007', "'007'"],
  ['1e3', "'1e3'"],
  ['12:30', "'12:30'"],
  ['- 一', "'- 一'"],
  ['见: 附件', "'见: 附件'"],
  ['附件 #2', "'附件 #2'"],
  ['甲，乙', '甲，乙'],
  ['a,b', "'a,b'"],
  ["it's: so", "'it''s: so'"],
  ['甲\n乙', String.raw`"甲\n乙"`],
  ['甲\u00a0乙', String.raw`"甲\u00a0乙"`],
  ['\u202e乙', String.raw`"\u202e乙"`],
])('%j 写成 %s', (value, text) => {
  expect(scalarText(value)).toBe(text);
});

test('数、真假和空照写', () => {
  expect([12.5, true, null].map(scalarText)).toEqual(['12.5', 'true', 'null']);
});

test('任何文字写出来再读，还是那段文字，在一行的列表里也一样', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      fc.pre(value.isWellFormed() && !/^\d{4}-\d{2}-\d{2}$/u.test(value));
      expect(load(`a: [${scalarText(value)}]`)).toEqual({ a: [value] });
    }),
  );
});

test('几行的文字能放进块里的才放：首尾没有空行、行末没有空格、开头不缩进', () => {
  expect(blockLines('甲\n\n乙')).toEqual(['甲', '', '乙']);
  for (const text of ['甲', '\n甲', '甲\n', ' 甲\n乙', '甲 \n乙', '甲\r\n乙', '甲\n\u00a0乙'])
    expect(blockLines(text), JSON.stringify(text)).toBeUndefined();
});
