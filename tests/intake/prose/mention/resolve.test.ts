/** 各在哪个平台: names of a list and the platform that stands behind, before or for all of them. */
import { expect, test } from 'vitest';
import { mentionsIn } from '../../../../src/intake/prose/mention/mentions.ts';
import { isSite } from '../../../../src/intake/prose/mention/resolve.ts';
import { tokensOf } from '../known.ts';

const said = (text: string): string[] =>
  mentionsIn(tokensOf(text), text, () => undefined).map(
    ({ name, platform }) => `${name}@${platform}`,
  );

test.each([
  ['“甲发布”、“乙发布”微信公众号未更新', ['甲发布@微信公众号', '乙发布@微信公众号']],
  ['“甲发布”微信公众号及同名新浪微博未更新', ['甲发布@微信公众号', '甲发布@新浪微博']],
  ['“甲发布”“乙发布”，均为微信公众号；', ['甲发布@微信公众号', '乙发布@微信公众号']],
  ['“甲公积金”服务号“在线客服”点击无反应', ['甲公积金@服务号']],
  ['微信公众号2个（“甲发布”“乙发布”）', ['甲发布@微信公众号', '乙发布@微信公众号']],
])('%s', (text, mentions) => {
  expect(said(text)).toEqual(mentions);
});

test('名字本身是网站的', () => {
  expect(isSite('甲政务服务网')).toBe(true);
  expect(isSite('甲发布')).toBe(false);
});
