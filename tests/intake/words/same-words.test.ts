import { describe, expect, it } from 'vitest';
import { expandedPattern } from '../../../src/intake/words/pattern.ts';
import { sameWords } from '../../../src/intake/words/same-words.ts';

describe('说“没有”的几种写法', () => {
  it.each([
    ['没有更新', '未更新'],
    ['尚未更新', '未更新'],
    ['一直没更新', '未更新'],
    ['无更新', '未更新'],
    ['未按要求及时更新', '未更新'],
    ['未按规定频次更新', '未更新'],
    ['缺少审核记录', '未审核记录'],
    ['得不到回复', '未回复'],
    ['没人回复', '无人回复'],
    ['不能正常访问', '无法访问'],
    ['购买“粉丝”', '购买粉丝'],
  ])('“%s”同“%s”', (text, same) => {
    expect(sameWords(text)).toBe(same);
  });

  it.each([
    '无法访问',
    '无障碍功能',
    '与职能无关',
    '没收违法所得',
    '整改未完成',
    '未按规定程序注销',
  ])('“%s”不是一回事，照原样', (text) => {
    expect(sameWords(text)).toBe(text);
  });
});

describe('一条用语写几种说法', () => {
  it.each([
    ['未更新', ['未更新']],
    ['留言(未/无人)回复', ['留言未回复', '留言无人回复']],
    ['（首页/栏目）（内容/）陈旧', ['首页内容陈旧', '首页陈旧', '栏目内容陈旧', '栏目陈旧']],
    ['不达标(见表)', ['不达标(见表)']],
  ])('“%s”', (pattern, phrases) => {
    expect(expandedPattern(pattern)).toEqual(phrases);
  });
});
