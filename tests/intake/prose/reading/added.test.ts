/** 接着说的话: what comes to those named before, what takes it back, and what is said of a whole part. */
import { describe, expect, it } from 'vitest';
import {
  addFindings,
  addForAll,
  addKeyed,
  markCancelled,
  markMended,
} from '../../../../src/intake/prose/reading/added.ts';
import { isDemand } from '../../../../src/intake/prose/governing.ts';
import type { NamedMention } from '../../../../src/intake/prose/mention/named.ts';
import { passagesOf } from '../../../../src/intake/prose/passage.ts';
import { known } from '../known.ts';

const place = { file: '', sheet: '', row: 1, cell: '' };
const passage = (text: string) => passagesOf([{ kind: 'line', text, place }])[0]!;
const named = (name: string, findings: string[] = []): NamedMention => ({
  mention: { name, platform: '微信公众号' } as NamedMention['mention'],
  ...{ place, sentence: `${name}。`, findings, guesses: [] },
});

const statement = (text: string) => ({
  passage: passage(text),
  stretch: { from: 0, to: text.length },
});

it('后面括号里说已改的，不再是问题，留作猜测；别的话不算', () => {
  const one = named('甲', ['出现错别字']);
  markMended([one], '（截至目前。）', known);
  expect(one.findings).toEqual(['出现错别字']);
  markMended([one], '（已于4月2日更正）。', known);
  expect(one).toMatchObject({ findings: [], guesses: ['出现错别字'], why: 'mended' });
});

it('后面的话添上去；笼统的让位给具体的；已改的不添', () => {
  const [one, mended] = [named('甲', ['存在问题']), { ...named('乙'), why: 'mended' as const }];
  addFindings([one, mended], ['首页链接打不开'], '首页链接打不开。');
  expect(one.findings).toEqual(['首页链接打不开']);
  expect(one.sentence).toBe('甲。首页链接打不开。');
  expect(mended.findings).toEqual([]);
  addFindings([one], ['存在问题'], '存在问题。');
  expect(one.findings).toEqual(['首页链接打不开']);
});

it.each([
  ['以上问题限11月28日前整改', true],
  ['请各单位对照检查', true],
  ['责令限期整改', true],
  ['以上账号应更新而未更新', false],
  ['甲网站未更新', false],
])('“%s”是要求：%s', (text, demands) => {
  expect(isDemand(text)).toBe(demands);
});

describe('说到问题的话', () => {
  it('“主要问题：”是这一部分里还没说到的每一个的', () => {
    const [one, two, other] = [named('甲'), named('乙'), named('丙', ['栏目空白'])];
    for (const empty of [one, two]) empty.why = 'nothing';
    expect(addForAll([one, two, other], statement('主要问题：超过14天未更新。'), known)).toBe(true);
    expect(one.findings).toEqual(['超过14天未更新']);
    expect(two.findings).toEqual(['超过14天未更新']);
    expect(other.findings).toEqual(['栏目空白']);
    expect(addForAll([other], statement('主要问题：超过14天未更新。'), known)).toBe(false);
  });

  it('“问题：”后面不管怎么说，都是前一个的', () => {
    const one = named('甲');
    expect(addKeyed([one], statement('问题：背景音乐含方言俚语。'))).toBe(true);
    expect(one).toMatchObject({ findings: ['背景音乐含方言俚语'], isKeyed: true });
    expect(addKeyed([one], statement('该账号由乙局主办。'))).toBe(false);
  });

  it('经核实不作为问题的收回；仍有的不收回', () => {
    const [one, two] = [named('甲', ['未更新']), named('乙', ['未更新'])];
    markCancelled([one], '经核实，该账号为服务号，不作为问题。');
    markCancelled([two], '经核实，仍不符合要求，不作为问题的理由不成立。');
    expect(one).toMatchObject({ findings: [], why: 'nothing' });
    expect(two.findings).toEqual(['未更新']);
  });
});
