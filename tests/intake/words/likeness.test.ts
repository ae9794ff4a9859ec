/** 相似 */
import { expect, test } from 'vitest';
import { likeness, mostAlike } from '../../../src/intake/words/likeness.ts';

test('一样是 1，空的是 0，两边对调一样', () => {
  expect(likeness('区教育局', '区教育局')).toBe(1);
  expect(likeness('', '区教育局')).toBe(0);
  expect(likeness('教育局', '区教育局')).toBe(likeness('区教育局', '教育局'));
});

test('简称的字依次都在全称里，至少 0.8；只有一个字的不算简称', () => {
  expect(likeness('退役局', '区退役军人事务局')).toBe(0.8);
  expect(likeness('区', '区退役军人事务局')).toBeLessThan(0.5);
  expect(likeness('局退役', '区退役军人事务局')).toBeLessThan(0.8);
});

test('近的在前，够近的才列，至多五个，同一个只列一次', () => {
  const entries = [
    ['区教育局', 'a'],
    ['教育局', 'a'],
    ['区体育局', 'b'],
    ['区财政局', 'c'],
    ['无关', 'd'],
  ] as const;
  expect(mostAlike('区教育局', entries)).toEqual(['a', 'b', 'c']);
  expect(mostAlike('区教育局', entries, 0.7)).toEqual(['a', 'b']);
  expect(mostAlike('区教育局', entries, 0, 1)).toEqual(['a']);
});

test('两边都空的是 0；两个字的简称也算', () => {
  expect(likeness('', '')).toBe(0);
  expect(likeness('区教育局', '')).toBe(0);
  expect(likeness('区局', '区退役军人事务局')).toBe(0.8);
  expect(likeness('区', '区局')).toBe(0.5);
});

test('同一个有几个名字的按最像的排，次序不看写在前面后面', () => {
  const entries = [
    ['区体育局', 'b'],
    ['区教育局', 'a'],
    ['全不相干的名字', 'a'],
    ['区教育局', 'c'],
  ] as const;
  expect(mostAlike('区教育局', entries, 0)).toEqual(['a', 'c', 'b']);
});
