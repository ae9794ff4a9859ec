import { expect, test } from 'vitest';
import { syllablesOf } from '../../src/search/index-files.ts';
import { spellingRank, spells } from '../../src/search/syllables.ts';

const name = ['sha', 'he', 'lu', 'jie', 'dao'];

test.each([
  ['shahelujiedao', 3],
  ['shljd', 3],
  ['shahe', 2],
  ['shl', 2],
  ['shahl', 2],
  ['helu', 1],
  ['jd', 1],
  ['sld', 0],
  ['xyz', 0],
])('拼音 %s 对“沙河路街道”的吻合程度是 %i', (letters, rank) => {
  expect(spellingRank(letters, name)).toBe(rank);
  expect(spells(letters, name)).toBe(rank > 0);
});

test('汉字逐字成音节，字母连成一段，标点不算', () => {
  expect(syllablesOf('榆阳区APP（试行）')).toEqual(['yu', 'yang', 'qu', 'app', 'shi', 'xing']);
});
