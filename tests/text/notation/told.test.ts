/** 页上的数据: whatever is told is heard as it was, and costs no six characters a mark. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTold, told } from '../../../src/text/notation/told.ts';

test('写到页上再读回来，一字不差；引号、反引号、反斜线都在', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readTold(told(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  const hard = { 'a"`': ['`"\\"`', '“甲”', "'"] };
  expect(readTold(told(hard))).toEqual(hard);
  expect(told({ a: 'b' })).not.toContain('"');
});
