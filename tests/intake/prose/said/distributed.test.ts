/** 分别: what is said of each name by itself, in their order. (虚构) */
import { expect, test } from 'vitest';
import { distributed } from '../../../../src/intake/prose/said/distributed.ts';

test.each<[string, number, string[]]>([
  ['分别存在更新不及时、错别字问题。', 2, ['更新不及时', '错别字']],
  ['，经查分别有错链和空白栏目。', 2, ['错链', '空白栏目']],
  ['分别存在错链、空白与错别字。', 3, ['错链', '空白', '错别字']],
  ['存在错别字分别为3处、5处。', 2, ['存在错别字3处', '存在错别字5处']],
  ['错链数量分别有3个和5个。', 2, ['错链3个', '错链5个']],
  ['分别16天、21天未更新。', 2, ['16天未更新', '21天未更新']],
  ['分别超过15天、20天没有更新。', 2, ['超过15天没有更新', '超过20天没有更新']],
  ['分别已超过3个月、6个月未更新。', 2, ['已超过3个月未更新', '已超过6个月未更新']],
])('%s', (words, count, each) => {
  expect(distributed(words, count)).toEqual(each);
});

test('没有“分别”的、只有一个名字的、分别于某日的，不拆', () => {
  expect(distributed('存在更新不及时、错别字问题。', 2)).toBeUndefined();
  expect(distributed('分别存在更新不及时。', 1)).toBeUndefined();
  expect(distributed('分别于3月、5月停更。', 2)).toBeUndefined();
  expect(distributed('内容很多很多很多很多很多很多很多很多，后来分别停更。', 2)).toBeUndefined();
});

test('数目对不上的，按顿号拆，由别处看出对不上', () => {
  expect(distributed('分别存在错链、空白、错字。', 2)).toEqual(['错链', '空白', '错字']);
});

test('和字是名字的一部分，不拆', () => {
  expect(distributed('分别存在政务和服务栏目空白、错链。', 2)).toEqual([
    '政务和服务栏目空白',
    '错链',
  ]);
});
