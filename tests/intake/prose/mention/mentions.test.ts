/** 点名: the accounts of a sentence, each with its platform. */
import { expect, test } from 'vitest';
import {
  isOfOffice,
  type Mention,
  mentionsIn,
} from '../../../../src/intake/prose/mention/mentions.ts';
import { tokensOf } from '../known.ts';

type Context = Parameters<typeof mentionsIn>[2];
const read = (text: string, context: Context = () => undefined): Mention[] =>
  mentionsIn(tokensOf(text), text, context);
/** `名@平台` of each. */
const said = (text: string, context?: Context): string[] =>
  read(text, context).map(({ name, platform }) => `${name}@${platform}`);

test.each([
  ['“甲发布”微信公众号未更新', ['甲发布@微信公众号']],
  ['“甲发布”“乙发布”微博未更新', ['甲发布@微博', '乙发布@微博']],
  ['“甲发布”微信公众号、“乙发布”微博未更新', ['甲发布@微信公众号', '乙发布@微博']],
  ['微信公众号：“甲发布”、“乙发布”', ['甲发布@微信公众号', '乙发布@微信公众号']],
  ['“甲发布”（微信）和“乙发布”（微博）', ['甲发布@微信', '乙发布@微博']],
  ['“甲发布”（微信、微博）', ['甲发布@微信', '甲发布@微博']],
  ['“甲发布、乙发布”抖音号', ['甲发布@抖音号', '乙发布@抖音号']],
  ['青石县政府网站首页未更新', ['青石县政府网站@网站']],
  ['青石县、白水县政府网站未更新', ['青石县政府网站@网站', '白水县政府网站@网站']],
  ['青石发布微信公众号未更新', ['青石发布@微信公众号']],
  ['微信公众号2个（青石发布、白水发布）', ['青石发布@微信公众号', '白水发布@微信公众号']],
])('%s', (text, mentions) => {
  expect(said(text)).toEqual(mentions);
});

test.each([
  '“政策解读”栏目未更新',
  '错写成“甲发布”',
  '存在“僵尸”现象',
  '加强“三审三校”制度',
  '更新不及时',
])('%s：没有账号', (text) => {
  expect(said(text)).toEqual([]);
});

test('没有写平台的，问上下文；上下文也不知道的不算', () => {
  expect(said('“甲发布”、“乙发布”未更新')).toEqual([]);
  expect(said('“甲发布”、“乙发布”未更新', () => ({ platform: '微博' }))).toEqual([
    '甲发布@微博',
    '乙发布@微博',
  ]);
  const [first] = read('“甲发布”未更新', () => ({ platform: '微博', isUnsure: true }));
  expect(first?.isUnsure).toBe(true);
});

test('单位、问题、各自几处，跟着名字', () => {
  expect(read('县水利局“甲水利”微博未更新')[0]).toMatchObject({ name: '甲水利', unit: '县水利局' });
  expect(read('“甲发布”微博（11天未更新）、“乙发布”微博')[0]?.said).toBe('11天未更新');
  expect(read('甲县政府网站3处、乙县政府网站2处')[0]?.figure).toBe('3处');
});

test('办公室、县区是单位，平台不是', () => {
  expect(['县教育局', '青石县', '服务平台', '青石发布'].map(isOfOffice)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
