import { describe, expect, it } from 'vitest';
import { bracketEndAt, cutAt, passagesOf, plainOf } from '../../../src/intake/prose/passage.ts';

const linesOf = (...texts: string[]) =>
  texts.map((text, index) => ({
    kind: 'line' as const,
    text,
    place: { file: '通报.txt', sheet: '正文', row: index + 1, cell: '' },
  }));

describe('段落', () => {
  it('断在名字里、顿号后的行接起来，标题和编号不接；每个字记得自己的行', () => {
    const passages = passagesOf(
      linesOf('“甲溪市城市管理', '执法支队”微信公众号、', '“乙溪发布”微博未更新。', '（二）其他'),
    );
    expect(passages.map(({ text }) => text)).toEqual([
      '“甲溪市城市管理执法支队”微信公众号、“乙溪发布”微博未更新。',
      '（二）其他',
    ]);
    const [first] = passages;
    expect(first?.placeAt(first.text.indexOf('乙溪')).row).toBe(3);
    expect(first?.placeAt(0).row).toBe(1);
  });

  it('按版面断开的长行接起来，通报的标题不接', () => {
    const long = '检查发现部分政务新媒体账号内容更新不够及时而且没有按照有关规定进行备案登';
    expect(passagesOf(linesOf(long, '记，要抓紧整改。'))).toHaveLength(1);
    const title = '某某市人民政府办公室关于二〇二五年第二季度政务新媒体检查情况的通报';
    expect(passagesOf(linesOf(title, '各县区人民政府：'))).toHaveLength(2);
  });

  it('标点一律全角，引号一律分左右，长短不变', () => {
    const text = '“甲”(微信),"乙":10:30更新;https://a.gov.cn ”三审三校”制度';
    const plain = plainOf(text);
    expect(plain).toBe('“甲”（微信），“乙”：10:30更新；https://a.gov.cn “三审三校”制度');
    expect(plain).toHaveLength(text.length);
  });

  it('引号、括号里的标点不断句；没有合上的不算', () => {
    const plain = '“甲。乙”未更新。（丙。丁）完。';
    expect(cutAt(plain, (char) => char === '。').map(([a, b]) => plain.slice(a, b))).toEqual([
      '“甲。乙”未更新。',
      '（丙。丁）完。',
    ]);
    expect(bracketEndAt('“甲“乙”', 0)).toBeUndefined();
    expect(bracketEndAt('（甲（乙）丙）', 0)).toBe(6);
  });
});

it.each([
  ['【更新类】“甲发布”微信公众号超期。', '（更新类）“甲发布”微信公众号超期。'],
  ['【甲发布】微信公众号超期。', '“甲发布”微信公众号超期。'],
  ['【甲县】“甲发布”微信公众号超期。', '（甲县）“甲发布”微信公众号超期。'],
])('段首方括号里的是栏目还是名字：%s', (text, plain) => expect(plainOf(text)).toBe(plain));
