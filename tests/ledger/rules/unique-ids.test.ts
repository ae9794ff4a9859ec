import { expect, test } from 'vitest';
import { linesOf, small } from '../small.ts';

test('编号各不相同的台账没有错误', () => {
  expect(linesOf()).toEqual([]);
});

test('账号的编号不能与单位的编号相同', () => {
  expect(
    linesOf({
      'accounts/jia/ban.yaml': small['accounts/jia/jia-wechat.yaml']!.replace('wechat', 'weibo'),
    }),
  ).toEqual([
    'accounts/jia/ban.yaml unique-ids 编号 ban 已用于 units/ban.yaml → 换一个编号，并改文件名和引用它的地方',
  ]);
});

test('同类记录放在两个文件夹里，编号也不能相同', () => {
  expect(
    linesOf({
      'accounts/ban/jia-wechat.yaml': small['accounts/jia/jia-wechat.yaml']!.replace(
        'unit: jia',
        'unit: ban',
      ),
    }),
  ).toEqual([
    'accounts/jia/jia-wechat.yaml unique-ids 编号 jia-wechat 已用于 accounts/ban/jia-wechat.yaml → 换一个编号，并改文件名',
  ]);
});

test('写坏了的记录，编号也算用过', () => {
  expect(
    linesOf({ 'campaigns/jia.yaml': 'name: [\n' }).filter((line) => line.includes('unique-ids')),
  ).toEqual([
    'campaigns/jia.yaml unique-ids 编号 jia 已用于 units/jia.yaml → 换一个编号，并改文件名和引用它的地方',
  ]);
});
