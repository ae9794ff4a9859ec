import { describe, expect, it } from 'vitest';
import { ProblemPhrases } from '../../../src/intake/words/problem-phrases.ts';
import { opened, shippedFolder } from '../source.ts';

const phrases = new ProblemPhrases(opened(shippedFolder).vocabulary.problems);

describe('日常监测的说法', () => {
  it.each([
    ['发现错别字3处', ['typos']],
    ['首页死链12条', ['dead-links']],
    ['泄露个人信息', ['privacy-leak']],
    ['转载信息未标明来源', ['source-unmarked']],
    ['存在错敏词', ['serious-wording']],
    ['网页被植入暗链', ['hidden-links']],
    ['未反馈整改情况', ['not-rectified']],
    ['“征集调查”栏目自2021年10月以来一直未更新', ['columns-stale']],
    ['个别政府网站首页出现近14天未更新的情况', ['homepage-stale']],
    ['多个栏目为空白', ['columns-empty']],
    ['未…填报登记'.replace('…', '在系统中'), ['not-filed']],
    ['监测时间点前2周内无更新，未提供有效互动功能', ['content-stale', 'no-interaction']],
    ['购买“粉丝”', ['fake-figures']],
    ['栏目更新不及时', ['content-stale']],
    ['最近一次更新为2020年3月', ['content-stale']],
  ])('“%s”', (finding, problems) => {
    expect(phrases.read(finding)).toEqual({ problems, unread: [] });
  });
});

it.each([
  ['更新不及时图片颜色不好看', ['更新不及时图片颜色不好看']],
  ['未进行备案，页面颜色不好看', ['页面颜色不好看']],
  ['头像、简介与主体不符', ['头像、简介与主体不符']],
  ['未发现更新不及时', ['未发现更新不及时']],
  ['constructor', ['constructor']],
])('“%s”有没读懂的', (finding, unread) => {
  expect(phrases.read(finding).unread).toEqual(unread);
});

it('每类的编号不重复，都有“其他”', () => {
  const { problems } = opened(shippedFolder).vocabulary;
  expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
  expect(phrases.named('其他')).toBe('other');
});
