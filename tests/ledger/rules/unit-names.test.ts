import { expect, test } from 'vitest';
import { linesOf, swap } from '../small.ts';

test('名称和别名各不相同，没有错误', () => {
  expect(linesOf(swap('units/jia.yaml', '[甲街道]', '[甲街道, 甲街]'))).toEqual([]);
});

test('别名与另一个单位的名称相同', () => {
  expect(linesOf(swap('units/jia.yaml', '[甲街道]', '[甲街道, 示例区人民政府办公室]'))).toEqual([
    'units/jia.yaml:2:16 unit-names “示例区人民政府办公室”已是 示例区人民政府办公室（ban）的名称或别名 → 换一个能区分两个单位的写法，或删去这个别名',
  ]);
});

test('别名与自己的名称相同', () => {
  expect(linesOf(swap('units/jia.yaml', '[甲街道]', '[示例区甲街道办事处]'))).toEqual([
    'units/jia.yaml:2:11 unit-names “示例区甲街道办事处”在这个单位里写了两次 → 删去重复的别名',
  ]);
});
