/** 没有引号的名字: words that stand where a name must. */
import { expect, test } from 'vitest';
import {
  bracketAt,
  lastAt,
  SAYS,
  unquotedAt,
} from '../../../../src/intake/prose/mention/unquoted.ts';
import { tokensOf } from '../known.ts';

const read = (text: string) => unquotedAt(tokensOf(text), 0, []);

test.each([
  ['青石发布微信公众号未更新', { names: ['青石发布'], suffix: '微信公众号' }],
  ['检查发现青石发布微博未更新', { names: ['青石发布'], lead: '检查发现' }],
  ['县水利局的微博未更新', { names: ['县水利局'], suffix: '微博' }],
  ['县妇幼保健院开设的抖音号未更新', { names: ['县妇幼保健院'], suffix: '抖音号' }],
  ['县教育局——大河教育（微信公众号）', { names: ['大河教育'], unit: '县教育局' }],
  ['青石县政府网站未更新', { names: ['青石县'], suffix: '网站' }],
  ['高新区（商丹园区）网站', { names: ['高新区（商丹园区）'] }],
  ['岑巩县政务微博（政务微博）', { names: ['岑巩县政务微博'] }],
])('%s', (text, item) => {
  expect(read(text)).toMatchObject({ isQuoted: false, ...item });
});

test.each(['一些单位微信公众号未更新', '3个微博未更新', '全市网站', '未更新'])(
  '%s：不是名字',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test('名单不从“如”接下去', () => {
  const item = read('青石发布微博')!;
  expect(unquotedAt(tokensOf('如县残联微博'), 0, [item])).toBeUndefined();
  expect(unquotedAt(tokensOf('白水发布微博'), 0, [item])).toMatchObject({ names: ['白水发布'] });
});

test('标了平台的名单，最后一个名字与说的话连着写', () => {
  expect(lastAt(tokensOf('白水发布更新不及时'), 0, '微博')).toMatchObject({
    names: ['白水发布'],
    end: 4,
    isLast: true,
  });
  expect(lastAt(tokensOf('白水发布更新不及时'), 0, undefined)).toBeUndefined();
  expect(lastAt(tokensOf('白水发布'), 0, '微博')).toBeUndefined();
});

test('平台和个数后面的括号是名单', () => {
  expect(bracketAt(tokensOf('微信公众号2个（青石发布、白水发布）'), 0)).toMatchObject({
    names: ['青石发布', '白水发布'],
    prefix: '微信公众号',
  });
  expect(bracketAt(tokensOf('青石县2个（青石发布、青石文旅）'), 0)).toMatchObject({
    names: ['青石发布', '青石文旅'],
  });
  expect(bracketAt(tokensOf('微信公众号（青石发布）'), 0)).toBeUndefined();
});

test('从哪里起是说它的话', () => {
  expect(
    ['白水发布存在错别字', '白水发布超过2周', '白水发布'].map((text) => text.split(SAYS)[0]),
  ).toEqual(['白水发布', '白水发布', '白水发布']);
});
