/** 词界：人民政府里的“民政”不是民政；真写着民政的照样找到。 */
import { expect, test } from 'vitest';
import { syllablesOf } from '../../src/search/index/characters.ts';
import { crossesJoint, wordAt } from '../../src/search/joint.ts';
import { LEAST, matchName } from '../../src/search/match.ts';
import { askedPhrases, indexTokens } from '../../src/search/tokens.ts';

const score = (asked: string, name: string): number =>
  matchName(asked, { name, syllables: syllablesOf(name) }, '示例区', (one) =>
    one === '民' ? 'min' : one === '政' ? 'zheng' : undefined,
  );

test('民政：民政局在前，人民政府、人民政府办公室都不算', () => {
  expect(score('民政', '示例区民政局')).toBeGreaterThan(84);
  for (const name of ['示例区子镇人民政府', '示例区人民政府办公室'])
    expect(score('民政', name)).toBeLessThan(LEAST);
  expect(score('人民政府', '示例区子镇人民政府')).toBeGreaterThan(LEAST);
  expect(score('政府办', '示例区人民政府办公室')).toBeGreaterThan(LEAST);
});

test('后面真写着的找到后面的；别的词界一样', () => {
  expect(wordAt('人民政府民政办', '民政')).toBe(4);
  expect(wordAt('人民政府', '民政')).toBe(-1);
  expect(wordAt('区直机关工委', '关工委')).toBe(-1);
  expect(wordAt('关工委办公室', '关工委')).toBe(0);
  expect(crossesJoint('人民政府', 0, 4)).toBe(false);
});

test('前面有生僻字的，词界照样', () => {
  const [asked = ''] = askedPhrases('人民政府').flatMap((phrase) => phrase.tokens);
  const office = indexTokens('𬭎口县人民政府网站');
  expect(office).toContain(asked);
  expect(office).not.toContain(askedPhrases('民政').flatMap((phrase) => phrase.tokens)[0]);
});

test('问题里的字也一样：问民政，不是人民政府的那一对字；问人民政府，每一对都在', () => {
  const tokens = (asked: string) => askedPhrases(asked).flatMap((phrase) => phrase.tokens);
  const office = indexTokens('子镇人民政府');
  expect(office).not.toContain(tokens('民政')[0]);
  expect(indexTokens('区民政局')).toContain(tokens('民政')[0]);
  const [first = ''] = tokens('人民政府');
  const at = office.indexOf(first);
  expect(office.slice(at, at + 3)).toEqual(tokens('人民政府'));
});
