/** 近似 */
import { expect, test } from 'vitest';
import { didYouMean, nearest, slipsBetween } from '../../src/text/nearest.ts';

test.each([
  ['更新', '更新', 0],
  ['更新', '更薪', 1],
  ['更新', '更', 1],
  ['更新', '更新了', 1],
  ['ab', 'ba', 1],
  ['shwo', 'show', 1],
  ['chekc', 'check', 1],
  ['微信公账号', '微信公众号', 1],
  ['abc', 'abc', 0],
  ['abcd', 'acbd', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('“%s”到“%s”差 %i 处', (a, b, slips) => {
  expect(slipsBetween(a, b)).toBe(slips);
  expect(slipsBetween(b, a)).toBe(slips);
});

test('对调一对邻字算一处，两对、隔着的不算', () => {
  expect(slipsBetween('abcd', 'badc')).toBeGreaterThan(2);
  expect(slipsBetween('abc', 'cba')).toBe(2);
  expect(slipsBetween('abcx', 'bacy')).toBeGreaterThan(1);
});

test('每三个字至多错一个；一样近的取先来的，更近的胜', () => {
  expect(nearest('教玉局', ['财政局', '教育局'])).toBe('教育局');
  expect(nearest('unti', ['unit', 'until'])).toBe('unit');
  expect(nearest('name', ['names', 'name'])).toBe('name');
  expect(nearest('stale', ['stal', 'stale-2', 'state'])).toBe('stal');
  expect(nearest('2030', ['2019'])).toBeUndefined();
  expect(nearest('ba', ['ab', 'cd'])).toBe('ab');
  expect(nearest('甲乙丙', ['丁戊己'])).toBeUndefined();
  expect(nearest('甲', [])).toBeUndefined();
});

test('近的才问', () => {
  expect(didYouMean('reportdOn', ['reportedOn', 'note'])).toBe('是不是想写“reportedOn”？');
  expect(didYouMean('x', ['reportedOn'])).toBe('');
});
