/** 一格里的几个账号: names side by side, one name on several platforms, and what is one account after all. (虚构) */
import { expect, test } from 'vitest';
import { accountsBeside, isOfParts } from '../../../src/intake/words/side-by-side.ts';

const PLATFORMS: Readonly<Record<string, string>> = {
  微信公众号: 'wechat',
  订阅号: 'wechat',
  服务号: 'wechat',
  抖音号: 'douyin',
  微博: 'weibo',
  政府网站: 'website',
  网站: 'website',
};
const find = (words: string): string | undefined =>
  Object.hasOwn(PLATFORMS, words) ? PLATFORMS[words] : undefined;
const read = (text: string) => accountsBeside(text, find);

test.each<[string, string[]]>([
  ['“甲发布”“乙发布”微信公众号', ['微信公众号：甲发布', '微信公众号：乙发布']],
  ['“甲发布”、“乙发布”和“丙发布”', ['甲发布', '乙发布', '丙发布']],
  ['县教育局微信公众号“甲发布”“乙发布”', ['微信公众号：甲发布', '微信公众号：乙发布']],
  ['微博：“甲发布”“乙发布”', ['微博：甲发布', '微博：乙发布']],
  ['甲发布（微信公众号、抖音号）', ['微信公众号：甲发布', '抖音号：甲发布']],
  ['“甲发布”（微博/抖音号）', ['微博：甲发布', '抖音号：甲发布']],
])('%s', (text, accounts) => {
  expect(read(text)).toEqual(accounts);
});

test.each([
  '甲发布',
  '“甲发布”微信公众号',
  '甲发布（订阅号、服务号）',
  '甲发布（微信公众号）',
  '甲发布（微信公众号、某某）',
  '甲发布（微博、微博）',
  '“通知公告”“政策文件”栏目',
  '甲县政府网站“通知公告”“政策文件”',
])('%s 是一个', (text) => {
  expect(read(text)).toEqual([text]);
});

test('引号里是一个网站的栏目', () => {
  expect(isOfParts('甲县政府网站“通知公告”“政策文件”', find)).toBe(true);
  expect(isOfParts('“办事”“互动”两个栏目', find)).toBe(true);
  expect(isOfParts('甲县信息网“办事”“互动”', find)).toBe(true);
  expect(isOfParts('政府网站“甲县”“乙县”', find)).toBe(false);
  expect(isOfParts('甲县融媒体台网“办事”“互动”', find)).toBe(false);
  expect(isOfParts('“甲发布”“乙发布”', find)).toBe(false);
});
