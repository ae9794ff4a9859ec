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
    ['甲发布（微信）\n甲发布（抖音）', '', ['甲发布（微信）', '甲发布（抖音）']],
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
  ])('%s 是一个', (listed, platform) => {
    expect(platforms.several(listed, platform)).toBeUndefined();
  });
});
