/** 一格几个账号: one name on several platforms, several names without a sign between. (虚构) */
import { expect, it } from 'vitest';
import { PlatformNames } from '../../../src/intake/words/listed.ts';
import { opened, shippedFolder } from '../source.ts';

const platforms = new PlatformNames(opened(shippedFolder).vocabulary.platforms);

it.each([
  ['“甲县科普”抖音号和视频号', ['抖音号：甲县科普', '视频号：甲县科普']],
  ['甲县科普（抖音号、视频号）', ['抖音号：甲县科普', '视频号：甲县科普']],
  ['甲县社区（抖音）乙县社区（快手）', ['甲县社区（抖音）', '乙县社区（快手）']],
])('“%s”是几个账号', (text, accounts) => {
  expect(platforms.several(text, '')).toEqual({ accounts });
  expect(platforms.isAccount(text)).toBe(true);
});

it.each([
  '甲县发布（微信公众平台（订阅号））',
  '甲县（试点）发布（抖音）',
  '“健康与生活”微信公众号',
])('“%s”是一个账号', (text) => {
  expect(platforms.several(text, '')).toBeUndefined();
  expect(platforms.isAccount(text)).toBe(true);
});

it.each(['微信公众号', '甲县发布', '甲县局'])('“%s”没有连着平台的名称', (text) => {
  expect(platforms.isAccount(text)).toBe(false);
});

it.each([
  ['甲县商务／甲县招商', '公众号'],
  ['甲县商务\n甲县招商', '公众号'],
])('“%s”是两个账号，平台都是“%s”', (text, platform) => {
  expect(platforms.several(text, platform)).toEqual({
    accounts: ['公众号：甲县商务', '公众号：甲县招商'],
  });
});

it.each(['甲县人力资源和\n社会保障', 'https://example.invalid/a/bc', '/'])('“%s”不分', (text) => {
  expect(platforms.several(text, '公众号')).toBeUndefined();
});

it('名称和平台各占一行的，按行对应', () => {
  expect(platforms.several('甲县三农\n甲县乡村', '微信公众号\n抖音')).toEqual({
    accounts: ['微信公众号：甲县三农', '抖音：甲县乡村'],
  });
});
