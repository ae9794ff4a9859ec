/** 判断: what a sentence says of a list of accounts. */
import { expect, test } from 'vitest';
import { groupsIn } from '../../../../src/intake/prose/mention/group.ts';
import { passagesOf } from '../../../../src/intake/prose/passage.ts';
import { verdictOn } from '../../../../src/intake/prose/said/verdict.ts';
import { known, words } from '../known.ts';

const above = {
  topics: [],
  platforms: new Map<string, string>(),
  isAmong: false,
  isOfAccounts: false,
};
/** The verdict on the first list of a sentence; `governing` stands above it. */
function read(text: string, governing?: string) {
  const [passage] = passagesOf([
    { kind: 'line', text, place: { file: '', sheet: '', row: 1, cell: '' } },
  ]);
  if (passage === undefined) throw new Error(text);
  const stretch = { from: 0, to: passage.plain.length };
  const [group] = groupsIn(passage.plain, stretch, above, words);
  if (group === undefined) throw new Error(`没有名单：${text}`);
  return verdictOn(passage, group, stretch.to, () => governing, known, words);
}

test.each([
  ['“甲教育”微信公众号超过两周未更新。', ['超过两周未更新']],
  ['“甲教育”微信公众号、“乙教育”微博未备案。', ['未备案']],
  ['更新不及时的有“甲教育”微信公众号。', ['更新不及时']],
  ['私自开通“甲教育”视频号。', ['私自开通']],
  ['“甲教育”微信公众号存在的问题是“首页未更新”“链接失效”。', ['首页未更新', '链接失效']],
  ['县文体局未经申请，自行开通“甲教育”视频号。', []],
  ['“甲体育”微博更名为“甲文体”，没有报备。', ['更名为“甲文体”，没有报备']],
  [
    '“甲气象”微博把“寒潮预警”错写成“寒朝预警”，这4个账号的问题至今未改。',
    ['把“寒潮预警”错写成“寒朝预警”'],
  ],
  ['“甲住建”“甲气象”微信公众号内容陈旧，这2个账号还未备案。', ['内容陈旧', '这2个账号还未备案']],
  ['“甲住建”微信公众号有的链接打不开或者指向不准。', ['有的链接打不开或者指向不准']],
  ['“甲住建”微信公众号简介里还是原主管单位名称。', ['简介里还是原主管单位名称']],
  ['“甲住建”微信公众号多项功能不能用。', ['多项功能不能用']],
  ['山腰街道错误表述2次和错别字1次。', ['错误表述2次和错别字1次']],
])('%s', (text, findings) => {
  expect(read(text)).toMatchObject({ findings });
});

test.each([
  ['未发现“甲教育”微信公众号有问题。', 'nothing'],
  ['“甲教育”微信公众号更新及时、内容丰富。', 'nothing'],
  ['各单位要以“甲教育”微信公众号被通报为戒。', 'nothing'],
  ['“甲教育”微信公众号更新不及时问题已整改到位。', 'mended'],
  ['未通过“甲教育”微信公众号转发。', 'unclear'],
  [
    '“甲住建”微信公众号错链、“甲商务”微信公众号留言未回复两个问题，已在12月5日前整改完毕，经复核均符合要求。',
    'mended',
  ],
  [
    '“甲住建”微信公众号错链、“甲商务”微信公众号留言未回复两个问题，已在12月5日前整改完毕，但又出现死链。',
    'unclear',
  ],
  ['县文体局将“甲体育”微博改名为“甲文体”，没有报备。', 'unclear'],
  ['“甲住建”微信公众号内容不准转载。', 'nothing'],
  ['“甲住建”微信公众号回复内容不能用作办事依据。', 'nothing'],
])('%s：没有定下的问题（%s）', (text, why) => {
  expect(read(text)).toMatchObject({ findings: [], why });
});

test('整改好又出现的，要人看', () => {
  const { findings, why, guesses } = read(
    '“甲教育”微信公众号原有问题已整改到位，但又出现2处错别字。',
  );
  expect([findings, why]).toEqual([[], 'unclear']);
  expect(guesses.join()).toContain('2处错别字');
});

test('只写名字的，照上面的标题；标题太笼统的要人看', () => {
  expect(read('“甲教育”微信公众号。', '超过两周未更新').findings).toEqual(['超过两周未更新']);
  expect(read('“甲教育”微信公众号。')).toMatchObject({ findings: [], why: 'nothing' });
  expect(read('“甲教育”微信公众号。', '存在问题')).toMatchObject({
    findings: [],
    why: 'unclear',
    guesses: ['存在问题'],
  });
});

test('一家一句的，各是各的', () => {
  expect(read('“甲教育”微信公众号、“乙教育”微博分别超过两周未更新、未备案。')).toMatchObject({
    findings: ['超过两周未更新', '未备案'],
    isEach: true,
  });
});
