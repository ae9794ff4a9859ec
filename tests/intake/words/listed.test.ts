import { describe, expect, it } from 'vitest';
import { PlatformNames } from '../../../src/intake/words/listed.ts';
import { opened, shippedFolder } from '../source.ts';

const platforms = new PlatformNames(opened(shippedFolder).vocabulary.platforms);

it.each([
  ['微信公众号：榆阳发布', 'wechat-official', '榆阳发布'],
  ['榆阳发布（微信公众平台（订阅号））', 'wechat-official', '榆阳发布'],
  ['“永康交警”快手短视频', 'kuaishou', '永康交警'],
  ['永康县“永康交警”抖音', 'douyin', '永康交警'],
  ['官方微博@某县公安', 'weibo', '某县公安'],
  ['某县教育-微信公众号', 'wechat-official', '某县教育'],
  ['某县教育·抖音', 'douyin', '某县教育'],
  ['某县文旅小红书', 'xiaohongshu', '某县文旅'],
  ['e福州APP', 'app', 'e福州'],
  ['县“便民服务在线”网', 'website', '便民服务在线'],
  ['榆阳区人民政府门户网站', 'website', '榆阳区人民政府门户网站'],
  ['某县发布', 'unstated', '某县发布'],
  ['微信公众号：健康某县（微信服务号）', 'wechat-official', '健康某县'],
])('“%s”', (text, platform, name) => {
  expect(platforms.read(text)).toMatchObject({ platform, name });
});

describe('读出的名称、平台、原话、小类，一样不多，一样不少', () => {
  const of = (name: string, platform?: string, words = '', subtype?: string) => ({
    ...{ name, platform, words },
    ...(subtype === undefined ? {} : { subtype }),
  });
  it.each([
    // Before a colon.
    ['微信公众号：“榆阳发布”', of('榆阳发布', 'wechat-official', '微信公众号')],
    ['微信公众号 ：榆阳发布', of('榆阳发布', 'wechat-official', '微信公众号')],
    ['微信公众号:  榆阳发布', of('榆阳发布', 'wechat-official', '微信公众号')],
    ['微信公众号：榆阳发布\n第二行', of('榆阳发布\n第二行', 'wechat-official', '微信公众号')],
    ['不认得：“榆阳”', of('榆阳', undefined, '不认得')],
    ['一个很长很长很长很长的冒号前：榆阳', of('一个很长很长很长很长的冒号前：榆阳', 'unstated')],
    // Both before and behind.
    ['微信公众号：榆阳发布微信公众号', of('榆阳发布', 'wechat-official', '微信公众号')],
    ['微信公众号：榆阳发布-微信', of('榆阳发布', 'wechat-official', '微信公众号')],
    [
      '微信公众号：榆阳发布（微信订阅号）',
      of('榆阳发布', 'wechat-official', '微信订阅号', '订阅号'),
    ],
    ['微信公众号：“榆阳发布” （微信）', of('榆阳发布', 'wechat-official', '微信公众号')],
    ['微信公众号：榆阳发布（官方）', of('榆阳发布（官方）', 'wechat-official', '微信公众号')],
    ['微信公众号：榆阳（微信）发布', of('榆阳（微信）发布', 'wechat-official', '微信公众号')],
    ['抖音：榆阳发布微信公众号', of('榆阳发布微信公众号', 'douyin', '抖音')],
    ['抖音：榆阳发布（微信）', of('榆阳发布（微信）', 'douyin', '抖音')],
    ['抖音：甲抖音', of('甲抖音', 'douyin', '抖音')],
    ['政府网站：榆阳区人民政府网站', of('榆阳区人民政府网站', 'website', '政府网站')],
    ['网站：榆阳区（网站）', of('榆阳区（网站）', 'website', '网站')],
    // Behind an @.
    ['官方微博@甲\n乙', of('甲\n乙', 'weibo', '官方微博')],
    ['微博＠甲（抖音）', of('甲（抖音）', 'weibo', '微博')],
    ['看看官方微博@甲', of('看看官方微博@甲', 'unstated')],
    ['不认@甲', of('不认@甲', 'unstated')],
    ['@微博', of('@微博', 'unstated')],
    // In brackets at the end.
    ['甲发布 （微信公众号）', of('甲发布', 'wechat-official', '微信公众号')],
    ['“甲发布”(抖音)', of('甲发布', 'douyin', '抖音')],
    ['甲发布（抖音）乙', of('甲发布（抖音）乙', 'unstated')],
    ['甲（微信订阅号）', of('甲', 'wechat-official', '微信订阅号', '订阅号')],
    ['甲发布（试用）', of('甲发布（试用）', 'unstated')],
    // Around a quoted name.
    ['微信公众号“甲”', of('甲', 'wechat-official', '微信公众号')],
    ['微信公众号 「甲」', of('甲', 'wechat-official', '微信公众号')],
    ['“甲”其他', of('甲', 'other', '其他')],
    ['“甲”未写明', of('“甲”未写明', 'unstated')],
    ['“甲”乙', of('“甲”乙', 'unstated')],
    ['“甲”“乙”抖音', of('“甲”“乙”抖音', 'unstated')],
    ['“甲发布”', of('甲发布', 'unstated')],
    ['“甲”发“布”', of('“甲”发“布”', 'unstated')],
    ['甲“乙', of('甲“乙', 'unstated')],
    // Without a sign, or with one.
    ['甲乙微信', of('甲乙微信', 'unstated')],
    ['甲乙-微信', of('甲乙', 'wechat-official', '微信')],
    ['甲乙 | 抖音', of('甲乙', 'douyin', '抖音')],
    ['甲-抖音', of('甲-抖音', 'unstated')],
    ['甲乙官方微信公众号', of('甲乙', 'wechat-official', '微信公众号')],
    ['甲政务局微信公众号', of('甲政务局', 'wechat-official', '微信公众号')],
    ['甲-乙微信公众号', of('甲-乙', 'wechat-official', '微信公众号')],
    ['甲乙-官方抖音', of('甲乙', 'douyin', '抖音')],
    ['甲乙快手短视频', of('甲乙', 'kuaishou', '快手短视频', '短视频')],
    ['甲其他', of('甲其他', 'unstated')],
    ['甲乙未写明', of('甲乙未写明', 'unstated')],
    // No name is left.
    ['微信公众号', of('微信公众号', 'unstated')],
    ['甲微信公众号', of('甲微信公众号', 'unstated')],
  ])('“%s”', (text, reading) => {
    expect(platforms.read(text)).toEqual(reading);
    // Asked again, the same is said.
    expect(platforms.read(text)).toEqual(reading);
  });
});

it('平台的名称、编号、叫法', () => {
  const few = new PlatformNames([
    { id: 'a', name: '甲平台', aliases: ['甲', '甲号'] },
    { id: 'bb', name: '乙平台长名', aliases: [] },
  ]);
  expect(['a', 'bb', 'website', 'none'].map((id) => few.title(id))).toEqual([
    ...['甲平台', '乙平台长名', '政府网站', 'none'],
  ]);
  expect(few.ids).toEqual(['website', 'a', 'bb']);
  expect(few.entries.filter(([, id]) => id === 'a')).toEqual([
    ['a', 'a'],
    ['甲平台', 'a'],
    ['甲', 'a'],
    ['甲号', 'a'],
  ]);
  expect(few.names).toContain('bb');
  expect(few.names.filter((name) => name.length < 2)).toEqual([]);
  const lengths = few.names.map(({ length }) => length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
});

it.each([
  ['微信服务号', 'wechat-official'],
  ['微信公众平台(订阅号)', 'wechat-official'],
  ['小红书', 'xiaohongshu'],
  ['哔哩哔哩(B站)', 'bilibili'],
  ['“学习强国”学习平台', 'xuexi'],
  ['政务抖音', 'douyin'],
  ['官网', 'website'],
  ['其它', 'other'],
  ['政务微信', undefined],
  ['官微', undefined],
  ['两微一端', undefined],
  ['短视频平台', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('平台“%s”', (words, platform) => {
  expect(platforms.find(words)).toBe(platform);
});

describe('一格几个账号', () => {
  it.each([
    ['甲发布、乙发布', '微信公众号', ['微信公众号：甲发布', '微信公众号：乙发布']],
    ['甲发布', '微信公众号、抖音', ['微信公众号：甲发布', '抖音：甲发布']],
    ['甲发布、乙发布', '微信公众号、抖音', ['微信公众号：甲发布', '抖音：乙发布']],
    ['甲（微信）；乙（微博）', '', ['甲（微信）', '乙（微博）']],
    ['甲发布 、 乙发布、', '抖音', ['抖音：甲发布', '抖音：乙发布']],
    ['甲发布；乙发布', '', ['甲发布', '乙发布']],
    ['甲发布', '微信公众号；抖音；快手', ['微信公众号：甲发布', '抖音：甲发布', '快手：甲发布']],
    ['甲发布', '微信公众号\n抖音', ['微信公众号：甲发布', '抖音：甲发布']],
    ['微信公众号\n抖音', '', ['微信公众号', '抖音']],
    ['微信公众号：甲发布\n抖音：乙发布', '', ['微信公众号：甲发布', '抖音：乙发布']],
    ['甲发布（一、二）、乙发布', '抖音', ['抖音：甲发布（一、二）', '抖音：乙发布']],
    ['甲发布、乙发布', '微、抖', ['微、抖：甲发布', '微、抖：乙发布']],
    ['甲发布（微信）\n甲发布（抖音）', '', ['甲发布（微信）', '甲发布（抖音）']],
    ['“甲发布”“乙发布”微信公众号', '', ['微信公众号：甲发布', '微信公众号：乙发布']],
    ['抖音号：“甲发布”和“乙发布”', '', ['抖音号：甲发布', '抖音号：乙发布']],
    ['“甲发布”、“乙发布”', '微博', ['微博：“甲发布”', '微博：“乙发布”']],
    ['“甲发布”“乙发布”', '', ['甲发布', '乙发布']],
    [
      '甲交警（微信公众号、抖音、微博）',
      '',
      ['微信公众号：甲交警', '抖音：甲交警', '微博：甲交警'],
    ],
    ['“甲消防”（快手/视频号）', '', ['快手：甲消防', '视频号：甲消防']],
    ['甲发布（微信、微博）；乙发布', '', ['微信：甲发布', '微博：甲发布', '乙发布']],
  ])('%s｜%s', (listed, platform, accounts) => {
    expect(platforms.several(listed, platform)).toEqual({ accounts });
  });
  it('配不上的只问不列', () => {
    expect(platforms.several('甲发布、乙发布、丙发布', '微信公众号、抖音')).toEqual({});
  });
  it.each([
    ['榆林市榆阳区\n沙河路街道办', '微信公众号'],
    ['健康宝鸡\n（微信服务号）', ''],
    ['某县发布（订阅号、服务号）', ''],
    ['甲发布、乙', '抖音'],
    ['微信公众号：甲发布\n乙发布', ''],
  ])('%s 是一个', (listed, platform) => {
    expect(platforms.several(listed, platform)).toBeUndefined();
  });
});

describe('一格里的几个账号', () => {
  it.each([
    ['“甲县发布”“乙县发布”', '微信公众号', ['微信公众号：甲县发布', '微信公众号：乙县发布']],
    ['“甲县发布”和“乙县发布”', '微信公众号、抖音', ['微信公众号：甲县发布', '抖音：乙县发布']],
    ['“甲县发布”“乙县发布”微信公众号', '', ['微信公众号：甲县发布', '微信公众号：乙县发布']],
    ['“甲县发布”“乙县发布”微信公众号', '抖音', ['微信公众号：甲县发布', '微信公众号：乙县发布']],
    [
      '县教育局微信公众号“甲县发布”“乙县发布”',
      '',
      ['微信公众号：甲县发布', '微信公众号：乙县发布'],
    ],
    ['“甲县发布”“乙县发布”', '', ['甲县发布', '乙县发布']],
  ])('“%s”，平台“%s”', (listed, platform, accounts) => {
    expect(platforms.several(listed, platform)).toEqual({ accounts });
  });

  it('几个名称配不上几个平台的，不配', () => {
    expect(platforms.several('“甲甲”“乙乙”“丙丙”', '微信公众号、抖音')).toEqual({});
  });

  it.each([
    '甲县政府网站“通知公告”“政策文件”栏目',
    '甲县政府网站“通知公告”、“政策文件”栏目',
    '甲县政府网站“通知公告”“政策文件”',
    '微信公众号“办事大厅”“便民查询”菜单',
    '甲县教育网“通知公告”“政策文件”',
    '“通知公告”“政策文件”等3个栏目',
  ])('“%s”是一处的栏目，不是几个账号', (listed) => {
    expect(platforms.several(listed, '')).toBeUndefined();
    expect(platforms.several(listed, '网站')).toBeUndefined();
  });
});

it.each([
  ['云溪发布/微信公众号', { name: '云溪发布', platform: 'wechat-official' }],
  ['新浪微博／“云溪公安”', { name: '云溪公安', platform: 'weibo' }],
])('“%s”是一个账号和它的平台', (listed, wanted) => {
  expect(platforms.several(listed, '')).toBeUndefined();
  expect(platforms.read(listed)).toMatchObject(wanted);
});

it.each(['云溪发布/云溪公安', '抖音/快手', '云溪发布、云溪公安/抖音'])('“%s”不是', (listed) => {
  expect(platforms.several(listed, '')).toBeDefined();
});

it.each([
  ['岑巩县政务微博', '岑巩县政务微博'],
  ['岑巩县-微博', '岑巩县'],
  ['岑巩发布新浪微博', '岑巩发布'],
])('“%s”的名称是“%s”', (listed, name) => {
  expect(platforms.read(listed)).toMatchObject({ name, platform: 'weibo' });
});
