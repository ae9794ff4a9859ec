/** 名称的打法：整个、一段、简称、拼音、混打、同音、错一个字，各得多少分；不沾边的不得分。 */
import { describe, expect, test } from 'vitest';
import { syllablesOf } from '../../src/search/index/characters.ts';
import { LEAST, matchName, WEAK } from '../../src/search/match.ts';
import { soundsOf } from '../../src/search/words.ts';
import { soundTable } from '../../src/search/index/characters.ts';

const sounds = soundsOf(soundTable());
const score = (asked: string, name: string, lead = '榆阳区'): number =>
  matchName(asked, { name, syllables: syllablesOf(name) }, lead, sounds);

describe('打得对的', () => {
  test.each([
    ['榆阳区民政局', '榆阳区民政局', 100],
    ['民政局', '榆阳区民政局', 98],
  ])('%s 就是 %s', (asked, name, points) => {
    expect(score(asked, name)).toBe(points);
  });

  test.each([
    ['小壕兔', '小壕兔乡人民政府'],
    ['政府办', '榆阳区人民政府办公室'],
    ['民政', '榆阳区民政局'],
    ['minzhengju', '榆阳区民政局'],
    ['mzj', '榆阳区民政局'],
    ['app', '移动客户端APP'],
  ])('%s 写在 %s 里，或就是它的拼音', (asked, name) => {
    expect(score(asked, name)).toBeGreaterThan(WEAK);
  });

  test.each([
    ['文旅局', '榆阳区文化和旅游局'],
    ['卫健委', '榆阳区卫生健康局'],
    ['残联', '榆阳区残疾人联合会'],
    ['民zheng局', '榆阳区民政局'],
    ['榆阳qx', '榆阳气象'],
    ['wenlvju', '榆阳区文化和旅游局'],
    ['鱼河阵', '鱼河镇人民政府'],
    ['小豪兔', '小壕兔乡人民政府'],
    ['财证局', '榆阳区财政局'],
    ['明珠路街到办事处', '明珠路街道办事处'],
  ])('%s 大概是 %s', (asked, name) => {
    expect(score(asked, name)).toBeGreaterThanOrEqual(LEAST);
  });
});

test.each([
  ['陕西省', '榆阳区民政局'],
  ['外星人', '榆阳区残疾人联合会'],
  ['教育局', '榆阳区民政局'],
  ['民航局', '榆阳区民政局'],
  ['xyz', '榆阳区民政局'],
  ['文', '榆阳区水务局'],
])('%s 不是 %s', (asked, name) => {
  expect(score(asked, name)).toBeLessThan(LEAST);
});

test('一段写得越全、越靠前，分越高；整个最高', () => {
  const points = ['人民', '人民政府', '榆阳区人民政府办公室'].map((asked) =>
    score(asked, '榆阳区人民政府办公室'),
  );
  expect(points).toEqual(points.toSorted((a, b) => a - b));
  expect(new Set(points).size).toBe(3);
});

test('下级送来的名称同一个音说个没完：问多长的拼音都马上有答复', () => {
  const start = performance.now();
  for (const [syllable, character] of [
    ['shi', '示'],
    ['a', '啊'],
    ['xian', '县'],
  ] as const) {
    const name = character.repeat(200);
    const spelled = { name, syllables: [...name].map(() => syllable) };
    for (let asked = syllable; asked.length < 290; asked += syllable) {
      expect(matchName(`${asked}q`, spelled, '')).toBe(0);
      expect(matchName(`q${asked}`, spelled, '')).toBe(0);
    }
  }
  const runs = { name: Array.from({ length: 9 }, () => 'a'.repeat(20)).join('-'), syllables: [] };
  const syllables = runs.name.split('-');
  expect(matchName(`${'a'.repeat(170)}b`, { ...runs, syllables }, '')).toBe(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
