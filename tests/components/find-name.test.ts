/** 找名称: which rows are meant by what is typed. */
import { expect, test } from 'vitest';
import { isCalled } from '../../src/browser/find-name.ts';

test('名称里有的字；名称前面写着地区的也是它', () => {
  expect(isCalled('教育局', '教')).toBe(true);
  expect(isCalled('教育局', '示例区教育局')).toBe(true);
  expect(isCalled('教育局', '')).toBe(true);
  expect(isCalled('教育局', '体育局')).toBe(false);
  expect(isCalled('', '教育局')).toBe(false);
});
