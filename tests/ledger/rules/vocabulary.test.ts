import { expect, test } from 'vitest';
import { type Changes, linesOf, swap } from '../small.ts';

test('词表里没有重复，没有错误', () => {
  expect(
    linesOf(swap('vocabulary/platforms.yaml', '新浪微博', '新浪微博, aliases: [微博]')),
  ).toEqual([]);
});

const cases: [string, Changes, string][] = [
  [
    '编号',
    swap('vocabulary/platforms.yaml', 'id: weibo', 'id: wechat'),
    'vocabulary/platforms.yaml:3:11 vocabulary 编号“wechat”已经用过 → 删去重复的，或换一个',
  ],
  [
    '别名',
    swap('vocabulary/platforms.yaml', 'name: 新浪微博', 'name: 新浪微博, aliases: [公众号]'),
    'vocabulary/platforms.yaml:3:40 vocabulary 名称或别名“公众号”已经用过 → 删去重复的，或换一个',
  ],
  [
    '问题类别的名称',
    swap('vocabulary/problems.yaml', 'name: 制度不完善', 'name: 更新不及时'),
    'vocabulary/problems.yaml:7:24 vocabulary 名称或别名“更新不及时”已经用过 → 删去重复的，或换一个',
  ],
  [
    '指标的编号',
    swap(
      'vocabulary/indicators.yaml',
      '[打不开] }]',
      '[打不开] }, { id: W1, name: 不更新, when: [不更新] }]',
    ),
    'vocabulary/indicators.yaml:6:59 vocabulary 编号“W1”已经用过 → 删去重复的，或换一个',
  ],
];

test.each(cases)('%s重复', (_, changes, line) => {
  expect(linesOf(changes)).toEqual([line]);
});

test.each([
  ['website', '政府网站'],
  ['no-account', '不涉及账号'],
])('平台编号不能用程序自己用的 %s', (id, name) => {
  expect(linesOf(swap('vocabulary/platforms.yaml', 'id: weibo', `id: ${id}`))).toEqual([
    `vocabulary/platforms.yaml:3:11 vocabulary 平台编号不能用 ${id}，程序用它表示${name} → 换一个编号`,
  ]);
});

test('问题类别对应的指标要存在', () => {
  expect(linesOf(swap('vocabulary/problems.yaml', '[M2]', '[M2, M7]'))).toEqual([
    'vocabulary/problems.yaml:4:22 vocabulary 检查指标 M7 不存在 → 先在 vocabulary/indicators.yaml 登记，再引用',
  ]);
});
