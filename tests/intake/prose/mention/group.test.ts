/** 名单: the names that the same words are about. */
import { expect, test } from 'vitest';
import { type Above, groupsIn } from '../../../../src/intake/prose/mention/group.ts';
import { words } from '../known.ts';

const above: Above = { topics: [], platforms: new Map(), isAmong: false, isOfAccounts: false };
/** Of each list: its names, what leads up to it, what follows it. */
const read = (plain: string, more: Partial<Above> = {}) =>
  groupsIn(plain, { from: 0, to: plain.length }, { ...above, ...more }, words).map(
    ({ mentions, lead, to }) =>
      `${plain.slice(lead.from, lead.to)}[${mentions.map(({ name, figure }) => name + (figure ?? '')).join('|')}]${plain.slice(to)}`,
  );

test.each([
  ['“甲发布”微博未更新。', ['[甲发布]未更新。']],
  ['“甲发布”微博、“乙发布”微博未更新。', ['[甲发布|乙发布]未更新。']],
  [
    '更新不及时的有“甲发布”微博，未备案的有“乙发布”微博。',
    ['更新不及时的有[甲发布]，未备案的有“乙发布”微博。', '未备案的有[乙发布]。'],
  ],
  [
    '“甲发布”微博未更新，“乙发布”微博未备案。',
    ['[甲发布]未更新，“乙发布”微博未备案。', '[乙发布]未备案。'],
  ],
])('%s', (plain, groups) => {
  expect(read(plain)).toEqual(groups);
});

test('各自几处，记在各自名下，最后一个也是', () => {
  expect(read('甲县政府网站8处、乙县政府网站4处。')[0]).toContain(
    '甲县政府网站8处|乙县政府网站4处]',
  );
});

test('没有写平台的，照上面的标题', () => {
  const [group] = groupsIn(
    '“甲发布”未更新。',
    { from: 0, to: 9 },
    { ...above, topics: ['微博方面'] },
    words,
  );
  expect(group?.mentions[0]?.platform).toBe('微博');
});

test('句子在段落中间的，位置从段落算起', () => {
  const plain = '前面一句。“甲发布”微博未更新。';
  const [group] = groupsIn(plain, { from: 5, to: plain.length }, above, words);
  expect(plain.slice(group?.mentions[0]?.at, group?.to)).toBe('“甲发布”微博');
});

test('办公室接着说“其网站”的，说的是网站', () => {
  const [group] = groupsIn(
    '县文化和旅游局在其政府网站首页长期未更新。',
    { from: 0, to: 20 },
    above,
    words,
  );
  expect(group?.mentions[0]).toMatchObject({ name: '县文化和旅游局网站', platform: '网站' });
});
