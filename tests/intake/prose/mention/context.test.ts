/** 没有写明平台的名单: which platform it is, by what stands before and above it. */
import { expect, test } from 'vitest';
import {
  type Above,
  CONNECTOR,
  platformsIn,
  topicOf,
} from '../../../../src/intake/prose/mention/context.ts';
import { mentionsIn } from '../../../../src/intake/prose/mention/mentions.ts';
import { tokensOf, words } from '../known.ts';

/** `名@平台`, with ? where that is unsure. */
function read(sentence: string, above: Partial<Above> = {}): string[] {
  const tokens = tokensOf(sentence);
  const whole: Above = {
    topics: [],
    platforms: new Map(),
    isAmong: false,
    isOfAccounts: false,
    ...above,
  };
  return mentionsIn(tokens, sentence, platformsIn(sentence, whole, words, tokens)).map(
    ({ name, platform, isUnsure }) => `${name}@${platform}${isUnsure ? '?' : ''}`,
  );
}

test.each([
  ['未更新的微信公众号有：“甲发布”、“乙发布”', ['甲发布@微信公众号', '乙发布@微信公众号']],
  ['未更新的微信公众号：“甲发布”；未更新的微博：“乙发布”', ['甲发布@微信公众号', '乙发布@微博']],
  ['超过两周未更新的微博有青石发布、白水发布', ['青石发布@微博', '白水发布@微博']],
])('%s', (sentence, mentions) => {
  expect(read(sentence)).toEqual(mentions);
});

test('上面的标题说了平台；认得的名字照原来的平台', () => {
  expect(read('“甲发布”未更新', { topics: ['一、微信公众号方面'] })).toEqual(['甲发布@微信公众号']);
  expect(read('“甲发布”未更新', { platforms: new Map([['甲发布', '抖音号']]) })).toEqual([
    '甲发布@抖音号',
  ]);
  expect(read('“甲发布”未更新')).toEqual([]);
});

test('标题下面是名字和冒号', () => {
  expect(read('大河残联：2周未更新', { topics: ['微信公众号'] })).toEqual(['大河残联@微信公众号']);
  expect(read('大河残联：2周未更新')).toEqual([]);
});

test('同一句里前面有这个名字的，照它的平台', () => {
  expect(read('“甲发布”微博未更新，“甲发布”又出现错别字')).toEqual(['甲发布@微博', '甲发布@微博']);
});

test('栏目、制度不是账号；网站后面的引号是它的栏目', () => {
  expect(read('微信公众号有：“信息公开专题”')).toEqual([]);
  expect(read('青石县政府网站（责任单位：县府办）：“领导之窗”未更新')).not.toContain(
    '领导之窗@网站',
  );
});

test('最近的说到平台的标题', () => {
  expect(topicOf(['更新不及时', '微博方面', '微信公众号'], words)).toBe('微博');
  expect(topicOf(['微博、微信公众号', '抖音号'], words)).toBeUndefined();
  expect(topicOf(['更新不及时'], words)).toBeUndefined();
});

test('从说的话引到名字的词', () => {
  expect(['存在问题的有：', '问题账号如', '发现2个'].map((text) => CONNECTOR.test(text))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['误写为', '超过2个', '更新'].map((text) => CONNECTOR.test(text))).toEqual([
    false,
    false,
    false,
  ]);
});
