import { readFileSync } from 'node:fs';
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

describe('各地的说法，一类一类', () => {
  const table = readFileSync(
    new URL('../../fixtures/circulars/kinds.tsv', import.meta.url),
    'utf8',
  );
  const lines = table.trim().split('\n').slice(1);
  it.each(lines.map((line) => line.split('\t') as [string, string]))('“%s”', (finding, problem) => {
    expect(phrases.read(finding)).toEqual({ problems: [problem], unread: [] });
  });
});

it.each([
  '未发现错别字',
  '没有出现错敏词',
  '不存在死链',
  '无空白栏目',
  '未见商业广告',
  '没有任何暗链',
])('“%s”不是问题', (words) => {
  expect(phrases.read(words).problems).toEqual([]);
});

it('一处否认，不管别处', () => {
  expect(phrases.read('未发现错别字，留言没有回应')).toEqual({
    problems: ['replies-late'],
    unread: ['未发现错别字'],
  });
});

it.each(['最近更新了办事指南', '及时发布最新信息', '最后一天', '近期更新'])(
  '“%s”不说多久没有更新',
  (words) => {
    expect(phrases.read(words).problems).toEqual([]);
  },
);

it('说多久、什么时候的字不算另一个问题，别的字算', () => {
  expect(phrases.read('最近一次更新距今已超过半年').unread).toEqual([]);
  expect(phrases.read('最近一次更新距今已超过半年颜色难看').unread).toHaveLength(1);
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

it.each(['1.', '(2)', '（3）', '12、', '③', '二是', '4:', '5]'])('“%s”只是分项的序号', (mark) => {
  expect(phrases.read(`${mark}更新不及时`)).toEqual({ problems: ['content-stale'], unread: [] });
});

it('序号只去掉开头的一个，别处的字照样要读懂', () => {
  expect(phrases.read('123.页面颜色').unread).toEqual(['123.页面颜色']);
  expect(phrases.read('页面颜色不好看1.死链').unread).toEqual([]);
});

it('几类按文中的先后排，同一类只列一次，读第二遍一样', () => {
  const finding = '死链，更新不及时，未备案，首页死链12条';
  const reading = { problems: ['dead-links', 'content-stale', 'not-filed'], unread: [] };
  expect(phrases.read(finding)).toEqual(reading);
  expect(phrases.read(finding)).toBe(phrases.read(finding));
  expect(phrases.read('未备案、死链').problems).toEqual(['not-filed', 'dead-links']);
});

it.each([
  ['更新不及时，其他', false],
  ['更新不及时', true],
  ['页面颜色不好看', false],
  ['问题', false],
])('“%s”自己就是一个问题：%s', (words, is) => {
  expect(phrases.isFinding(words)).toBe(is);
});

it('没读懂的照原来写的给出：一份一份的，或整句', () => {
  expect(phrases.read('死链、 页面颜色不好看 、更新不及时').unread).toEqual(['页面颜色不好看']);
  expect(phrases.read(' 页面颜色不好看、字体太小 ').unread).toEqual(['页面颜色不好看、字体太小']);
  expect(phrases.read(' 页面颜色不好看 ').unread).toEqual(['页面颜色不好看']);
});

it('说法后面最多三个字，多了就是别的问题', () => {
  expect(phrases.read('更新不及时甲乙丙').unread).toEqual([]);
  expect(phrases.read('更新不及时甲乙丙丁').unread).toEqual(['更新不及时甲乙丙丁']);
  expect(phrases.read('更新不及时甲乙丙丁死链').unread).toEqual(['更新不及时甲乙丙丁死链']);
});

it('名称、像谁排在前面，每一类都在，只列一次', () => {
  const { problems } = opened(shippedFolder).vocabulary;
  expect(phrases.title('dead-links')).toBe(problems.find(({ id }) => id === 'dead-links')?.name);
  expect(phrases.title('没有')).toBeUndefined();
  const ranked = phrases.ranked('死链接');
  expect(ranked[0]).toBe('dead-links');
  expect(ranked.toSorted()).toEqual(problems.map(({ id }) => id).toSorted());
});

it.each([
  ['存在严重错别字“人民镇府”', ['typos'], []],
  ['3.首页错链（如“办事指南”“政策文件”等）', ['dead-links'], []],
  ['页面颜色不好看“办事指南”', [], ['页面颜色不好看“办事指南”']],
  ['错别字“人民镇府”颜色也不好看', ['typos'], ['错别字“人民镇府”颜色也不好看']],
])('“%s”末尾的引文是例子', (finding, problems, unread) => {
  expect(phrases.read(finding)).toEqual({ problems, unread });
});
