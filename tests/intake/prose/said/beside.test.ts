/** 旁边的名单: what the words of one list leave to the list before it or behind it. (虚构) */
import { expect, test } from 'vitest';
import { groupsIn } from '../../../../src/intake/prose/mention/group.ts';
import type { NamedMention } from '../../../../src/intake/prose/mention/named.ts';
import { passagesOf } from '../../../../src/intake/prose/passage.ts';
import { toldIn } from '../../../../src/intake/prose/said/beside.ts';
import { known, words } from '../known.ts';

const PLACE = { file: '', sheet: '', row: 1, cell: '' };
/** What was said of each list before its neighbours are looked at. */
type Said = Partial<Pick<NamedMention, 'findings' | 'why' | 'guesses'>>;
const WRONG = (...findings: string[]): Said => ({ findings });
const NOTHING: Said = { why: 'nothing' };
const UNCLEAR: Said = { why: 'unclear' };

/** `甲：findings`, `甲？guesses`, `甲` where nothing is known. */
function read(text: string, ...said: Said[]): string[] {
  const [passage] = passagesOf([{ kind: 'line', text, place: PLACE }]);
  if (passage === undefined) throw new Error(text);
  const { plain } = passage;
  const above = {
    topics: [],
    platforms: new Map<string, string>(),
    isAmong: false,
    isOfAccounts: false,
  };
  const groups = groupsIn(plain, { from: 0, to: plain.length }, above, words);
  const told = toldIn(plain, plain.length, groups, known, (group) =>
    group.mentions.map((mention) => ({
      mention,
      place: PLACE,
      sentence: text,
      findings: [],
      guesses: [],
      ...structuredClone(said[groups.indexOf(group)] ?? NOTHING),
    })),
  );
  return told.flatMap(({ named }) =>
    named.map(({ mention, findings, why, guesses }) =>
      why === 'unclear'
        ? `${mention.name}？${guesses.join('；')}`
        : `${mention.name}${findings.length > 0 ? `：${findings.join('；')}` : ''}`,
    ),
  );
}
const A = '“甲教育”微信公众号';
const B = '“乙教育”微信公众号';

test('前面说了几处错别字，后面只说几处：一样的毛病', () => {
  expect(read(`${A}存在3处错别字，${B}5处。`, WRONG('3处错别字'), NOTHING)).toEqual([
    '甲教育：3处错别字',
    '乙教育：5处错别字',
  ]);
  expect(read(`${A}存在3处错别字，${B}也有5处。`, WRONG('3处错别字'), NOTHING)[1]).toBe(
    '乙教育：5处错别字',
  );
});

test('量词不一样、前面有两样、前面没有数的，不当一样', () => {
  expect(read(`${A}存在3处错别字，${B}5条。`, WRONG('3处错别字'), NOTHING)[1]).toBe('乙教育');
  expect(read(`${A}有3处错别字，${B}5处。`, WRONG('3处错别字', '未备案'), NOTHING)[1]).toBe(
    '乙教育',
  );
  expect(read(`${A}有错别字，${B}5处。`, WRONG('错别字'), NOTHING)[1]).toBe('乙教育');
  expect(read(`${A}有3处错别字、2处错链，${B}5处。`, WRONG('3处错别字、2处错链'), NOTHING)[1]).toBe(
    '乙教育',
  );
});

test('说了自己的，不照前面', () => {
  expect(read(`${A}存在3处错别字，${B}未备案5处。`, WRONG('3处错别字'), WRONG('未备案'))).toEqual([
    '甲教育：3处错别字',
    '乙教育：未备案',
  ]);
});

test('“也存在同样问题”：要人看，猜是前面那样；已有猜的不改', () => {
  const text = `${A}超过两周未更新；${B}也存在同样问题。`;
  expect(read(text, WRONG('超过两周未更新'), UNCLEAR)[1]).toBe('乙教育？超过两周未更新');
  expect(read(text, WRONG('超过两周未更新'), { why: 'unclear', guesses: ['未备案'] })[1]).toBe(
    '乙教育？未备案',
  );
  expect(read(`${A}超过两周未更新；${B}情况不明。`, WRONG('超过两周未更新'), UNCLEAR)[1]).toBe(
    '乙教育？',
  );
});

test('前一个的话没有说完，后面说的要人看归不归它', () => {
  const text = `${A}发布的文章、${B}发布的文章有错别字。`;
  expect(read(text, NOTHING, WRONG('文章有错别字'))).toEqual([
    '甲教育？文章有错别字',
    '乙教育：文章有错别字',
  ]);
});

test('“分别”“均”说的是前后两个：两个都要人看', () => {
  const text = `${A}发布的文章、${B}发布的文章分别有错别字、错链。`;
  expect(read(text, NOTHING, WRONG('错别字、错链'))).toEqual([
    '甲教育？错别字、错链',
    '乙教育？错别字、错链',
  ]);
});

test('话说完了的、后面没有说毛病的，不牵连', () => {
  expect(read(`${A}发布的文章。${B}有错别字。`, NOTHING, WRONG('错别字'))[0]).toBe('甲教育');
  expect(read(`${A}发布的文章、${B}更新及时。`, NOTHING, NOTHING)).toEqual(['甲教育', '乙教育']);
});
