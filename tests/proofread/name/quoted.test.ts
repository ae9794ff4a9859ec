import { expect, test } from 'vitest';
import { mayBeSameAccount, quotedIn } from '../../../src/proofread/name/quoted.ts';

const namesIn = (text: string) =>
  quotedIn(text)?.map(({ name, platform }) => `${name} ${platform}`.trim());

test('一串名字共用后面的平台', () => {
  expect(namesIn('“甲教育”“甲水务”微信公众号、“甲文旅”抖音号更新及时')).toEqual([
    '甲教育 微信公众号',
    '甲水务 微信公众号',
    '甲文旅 抖音号',
  ]);
});

test('栏目、文章和错别字的引号不是名字；一个名字两个平台，数不清', () => {
  expect(quotedIn('“甲教育”网“通知公告”栏目未更新')).toBeUndefined();
  expect(quotedIn('“甲教育”将“截至”写成“截止”')).toBeUndefined();
  expect(quotedIn('“甲教育”微信公众号和抖音号')).toBeUndefined();
  expect(quotedIn('没有引号')).toBeUndefined();
});

test('同名而平台不同的，是两个账号；没写平台的，可能是同一个', () => {
  const [weixin, weibo] = [quotedIn('“甲教育”微信公众号'), quotedIn('“甲教育”微博')].map(
    (names) => names?.[0],
  );
  const bare = quotedIn('“甲教育”')?.[0];
  if (weixin === undefined || weibo === undefined || bare === undefined)
    throw new Error('没有名字');
  expect(mayBeSameAccount(weixin, weibo)).toBe(false);
  expect(mayBeSameAccount(weixin, bare)).toBe(true);
});
