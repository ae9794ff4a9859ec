/** 名单的一项: what stands behind a name and belongs to it. */
import { expect, test } from 'vitest';
import {
  COLUMN,
  isMark,
  isOpenUnquoted,
  type Item,
  NOT_ACCOUNT,
  takeBehind,
} from '../../../../src/intake/prose/mention/item.ts';
import { tokensOf } from '../known.ts';

/** The first token is the name; what is taken of the rest. */
function taken(text: string, more: Partial<Item> = {}) {
  const tokens = tokensOf(text);
  const [first] = tokens;
  if (first === undefined) throw new Error(text);
  const item: Item = {
    at: first.at,
    end: first.end,
    next: 1,
    names: [first.text],
    isQuoted: first.kind === 'quote',
    lead: '',
    ...more,
  };
  takeBehind(item, tokens);
  const { suffix, site, unit, said, figure, tag, names } = item;
  return {
    suffix,
    site,
    unit,
    said,
    figure,
    tag: tag?.platforms,
    names,
    rest: text.slice(item.end),
  };
}

test('平台、网站、括号里的平台', () => {
  expect(taken('“甲发布”微信公众号未更新')).toMatchObject({ suffix: '微信公众号', rest: '未更新' });
  expect(taken('青石县政府网站未更新')).toMatchObject({
    suffix: '网站',
    site: '政府网站',
    rest: '未更新',
  });
  expect(taken('“甲发布”（微信、微博）未更新')).toMatchObject({
    tag: ['微信', '微博'],
    rest: '未更新',
  });
  expect(taken('“甲发布”等3个微博未更新')).toMatchObject({ suffix: '微博', rest: '未更新' });
});

test('网址在括号里的是网站', () => {
  expect(taken('甲水利网（www.jia.gov.cn）未更新')).toMatchObject({
    suffix: '网站',
    site: '',
    rest: '未更新',
  });
});

test('主办单位', () => {
  expect(taken('“甲发布”微信公众号（县水利局）未更新').unit).toBe('县水利局');
  expect(taken('“甲发布”（县水利局）微信公众号未更新')).toMatchObject({
    unit: '县水利局',
    suffix: '微信公众号',
  });
  expect(taken('“甲发布”微信公众号（微信号：abc-1）未更新')).toMatchObject({
    unit: undefined,
    rest: '未更新',
  });
});

test('括号里说的问题，在名单里的才算引号名字的', () => {
  expect(taken('“甲发布”微博（11天未更新）、“乙”').said).toBe('11天未更新');
  expect(taken('甲县政府网站（首页未更新）').said).toBe('首页未更新');
});

test('各自几处', () => {
  expect(taken('甲县政府网站3处、乙县政府网站2处')).toMatchObject({
    figure: '3处',
    rest: '、乙县政府网站2处',
  });
  expect(taken('甲县政府网站3处错别字').figure).toBeUndefined();
});

test('一个名字在几个平台上', () => {
  expect(taken('“甲发布”微博、抖音号均未更新')).toMatchObject({
    tag: ['微博', '抖音号'],
    rest: '均未更新',
  });
  expect(taken('“甲发布”微博、抖音号').tag).toBeUndefined();
});

test.each(['“政策解读”栏目', '“三审三校”制度', '“XX”错写为“YY”', '“县长信箱”菜单'])(
  '%s不是账号',
  (text) => {
    expect(NOT_ACCOUNT.test(text.replace(/^“[^”]*”/u, ''))).toBe(true);
  },
);

test('栏目的名字；标点；还没有平台的名字', () => {
  expect([COLUMN.test('县长信箱'), COLUMN.test('青石发布')]).toEqual([true, false]);
  const [mark] = tokensOf('、');
  expect([isMark(mark, '、'), isMark(mark, '，'), isMark(undefined, '、')]).toEqual([
    true,
    false,
    false,
  ]);
  const open = { isQuoted: false } as Item;
  expect([isOpenUnquoted(open), isOpenUnquoted({ ...open, suffix: '微博' })]).toEqual([
    true,
    false,
  ]);
});
