/** 词: what the pieces of a sentence are. */
import { expect, test } from 'vitest';
import { tokensOf } from './known.ts';

/** `kind:text` of each token; of tags and quotes their platforms. */
const read = (text: string): string[] =>
  tokensOf(text).map(
    ({ kind, text: own, platforms, isForAll, unit, said }) =>
      `${kind}:${own}${platforms === undefined ? '' : `=${platforms.join('+')}`}${isForAll === true ? '*' : ''}${unit === undefined ? '' : `@${unit}`}${said === undefined ? '' : `!${said}`}`,
  );

test.each([
  ['“青石发布”微信公众号未更新', ['quote:青石发布', 'platform:微信公众号', 'words:未更新']],
  ['青石县政府网站首页未更新', ['words:青石县', 'site:政府网站', 'words:首页未更新']],
  ['“甲”“乙”和“丙”', ['quote:甲', 'quote:乙', 'and:和', 'quote:丙']],
  ['甲和乙', ['words:甲和乙']],
  ['甲、乙，丙', ['words:甲', 'mark:、', 'words:乙', 'mark:，', 'words:丙']],
  ['微博@青石发布', ['platform:微博', 'quote:青石发布']],
  ['“青石发布（微信）”', ['quote:青石发布=微信']],
  ['“微博”', ['platform:微博']],
  ['见www.qingshi.gov.cn', ['words:见', 'quote:www.qingshi.gov.cn']],
])('%s', (text, tokens) => {
  expect(read(text)).toEqual(tokens);
});

test.each([
  ['“甲”（微信公众号）', 'tag:微信公众号=微信公众号'],
  ['“甲”“乙”（均为微博）', 'tag:均为微博=微博*'],
  ['“甲”（微信、微博）', 'tag:微信、微博=微信+微博'],
  [
    '“甲”（平台：微信公众号；主办单位：县水利局）',
    'tag:平台：微信公众号；主办单位：县水利局=微信公众号@县水利局',
  ],
  ['“甲”（微信公众号，两周未更新）', 'tag:微信公众号，两周未更新=微信公众号!两周未更新'],
  ['“甲”（11天未更新）', 'aside:11天未更新'],
  ['“甲”（县水利局）', 'aside:县水利局'],
])('括号里的平台、主办单位：%s', (text, last) => {
  expect(read(text).at(-1)).toBe(last);
});

test('括号里是名单的，括号只是标点，里面照读', () => {
  expect(read('不合格2个（“甲发布”“乙发布”）')).toEqual(
    expect.arrayContaining(['mark:（', 'quote:甲发布', 'quote:乙发布', 'mark:）']),
  );
});

test('每个词记着从哪里到哪里，接起来就是原句', () => {
  const text = '“青石发布”微信公众号、青石县政府网站（www.a.gov.cn）均未更新。';
  const tokens = tokensOf(text);
  expect(tokens.map(({ at }) => at)).toEqual(tokens.map((_, i) => tokens[i - 1]?.end ?? 0));
  expect(tokens.at(-1)?.end).toBe(text.length);
});
