/** 说的是谁: whether a sentence is about what it names. (虚构) */
import { expect, test } from 'vitest';
import { mentionsIn } from '../../../../src/intake/prose/mention/mentions.ts';
import { isFault, isMeans, isSubject } from '../../../../src/intake/prose/mention/subject.ts';
import { plainOf } from '../../../../src/intake/prose/passage.ts';
import { tokensOf } from '../known.ts';

/** The names of a sentence that it is about. */
function subjects(text: string): string[] {
  const plain = plainOf(text);
  return mentionsIn(tokensOf(text), plain, () => undefined)
    .filter((mention) => isSubject(mention, plain))
    .map(({ name }) => name);
}

test.each<[string, string[]]>([
  ['“甲教育”微信公众号未更新。', ['甲教育']],
  ['转载“甲教育”微信公众号的文章没有核对。', []],
  ['没有及时设置“甲教育”微信公众号的入口。', []],
  ['应为“即使”微信公众号。', []],
  ['链接指向已关停的原区卫计局网站。', []],
  ['被“甲教育”微信公众号转发。', []],
  ['与“甲教育”微信公众号相比，更新慢。', []],
  ['甲县政府网站未更新。', ['甲县政府网站']],
  ['对甲县政府网站进行了检查。', []],
  ['通过甲县政府网站发布。', []],
  ['甲县政府网站方面，存在问题。', []],
  ['甲县政府网站28家。', []],
  ['甲县政府网站2个栏目未更新。', ['甲县政府网站']],
])('%s', (text, names) => {
  expect(subjects(text)).toEqual(names);
});

test('引号里说的是毛病，不是名字', () => {
  expect(isFault('存在的问题是', '首页未更新')).toBe(true);
  expect(isFault('问题有“首页未更新”、', '链接失效')).toBe(true);
  expect(isFault('存在的问题是', '甲教育')).toBe(false);
  expect(isFault('经查，', '首页未更新')).toBe(false);
});

test('借着哪个账号说的', () => {
  expect(['通过', '利用了', '依托'].every(isMeans)).toBe(true);
  expect(isMeans('存在')).toBe(false);
});
