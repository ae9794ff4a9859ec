/** 引号里的名字: which quotes name an account, and what belongs to them. */
import { expect, test } from 'vitest';
import { isOther, quotedAt } from '../../../../src/intake/prose/mention/quoted.ts';
import { tokensOf } from '../known.ts';

const read = (text: string, isFirst = true) => quotedAt(tokensOf(text), 0, isFirst);

test.each([
  ['“甲发布”微信公众号', { names: ['甲发布'], suffix: '微信公众号' }],
  ['微信公众号“甲发布”', { names: ['甲发布'], prefix: '微信公众号' }],
  ['微信公众号：“甲发布”', { names: ['甲发布'], prefix: '微信公众号' }],
  ['县水利局“甲水利”微博', { names: ['甲水利'], unit: '县水利局', suffix: '微博' }],
  ['县妇联（微信公众号“甲家园”）未更新', { names: ['甲家园'], prefix: '微信公众号' }],
  ['不合格账号：“甲发布”', { names: ['甲发布'], isAnnounced: true, isAccount: true }],
  ['“甲发布、乙发布”微博', { names: ['甲发布', '乙发布'] }],
  ['“甲发布（微信）”', { names: ['甲发布'], tag: { platforms: ['微信'] } }],
])('%s', (text, item) => {
  expect(read(text)).toMatchObject({ isQuoted: true, ...item });
});

test.each([
  '存在“政务失声”的账号',
  '列为“关注类”',
  '“僵尸”账号',
  '“新媒体类”3个',
  '“未更新。”微博',
  '政府网站“政策解读”栏目',
  '门户网站“县长信箱”3条留言',
  '更新不及时',
])('%s：不是名字', (text) => {
  expect(read(text)).toBeUndefined();
});

test('名单里不是头一个的，前面的字要是单位', () => {
  expect(read('县水利局“甲水利”微博', false)).toMatchObject({ unit: '县水利局' });
  expect(read('未更新“甲水利”微博', false)).toBeUndefined();
});

test('从单位起算；引导的话不算进去', () => {
  const text = '检查发现县水利局“甲水利”微博';
  expect(read(text)).toMatchObject({ at: 4, unit: '县水利局', end: text.length });
});

test('一串引号后面说的是栏目、写法的，都不是', () => {
  expect(isOther(tokensOf('“甲”、“乙”栏目'), 0)).toBe(true);
  expect(isOther(tokensOf('“甲”和“乙”未更新'), 0)).toBe(false);
});
