/** 找名称: which rows are meant by what is typed. */
import { expect, test } from 'vitest';
import { isMeant } from '../../src/browser/find-name.ts';

test('名称里有的字；名称前面写着地区的也是它', () => {
  expect(isMeant('教育局', '教')).toBe(true);
  expect(isMeant('教育局', '示例区教育局')).toBe(true);
  expect(isMeant('教育局', '')).toBe(true);
  expect(isMeant('教育局', '体育局')).toBe(false);
  expect(isMeant('', '教育局')).toBe(false);
});
