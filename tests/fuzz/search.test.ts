import { expect, test } from 'vitest';
import { answer } from '../../src/search/question/question.ts';
import { askedPhrases, indexTokens } from '../../src/search/tokens.ts';
import { searchEntries } from '../../src/search/index/entries.ts';
import { searchWords } from '../../src/search/index/search-files.ts';
import { issueRecords } from '../../src/search/index/records.ts';
import { soundsOf } from '../../src/search/words.ts';
import { face } from '../documents/face.ts';
import { fuzz, mutated, patience } from './fuzz.ts';

const yuyang = face('yuyang');
const known = searchWords(searchEntries(yuyang, [], []), issueRecords(yuyang), yuyang.today);

const samples = [
  '甲街道 未更新',
  '第4行',
  '序号12',
  'yuyang tongji',
  '"微信公众号"',
  '2026-q1-04 超期',
  'www.example.gov.cn',
];
const words = [
  ' ',
  '"',
  '-',
  '*',
  'OR',
  'AND',
  '(',
  ')',
  ':',
  '第',
  '行',
  'qq',
  'qs',
  'qe',
  '\\',
  '/',
  'a',
  '微信',
  '1',
];

test(
  '乱写的问句：不出错、不卡住，问搜索的都是普通的词',
  async () => {
    const count = await fuzz(async (chance) => {
      const question = mutated(chance.pick(samples), words, chance);
      const asked: string[] = [];
      const found = await answer(question, {
        ask: (query) => {
          asked.push(query);
          return Promise.resolve(chance.chance(0.5) ? [] : [0]);
        },
        having: () => Promise.resolve(chance.chance(0.5) ? [] : [0]),
        words: () => Promise.resolve(known),
        sounds: () => Promise.resolve(soundsOf({ yang: '羊阳杨' })),
      });
      expect(found.length).toBeLessThanOrEqual(1 + known.entries.length);
      expect(new Set(found).size).toBe(found.length);
      for (const query of asked) expect(query).not.toContain('undefined');
      expect(indexTokens(question).every((token) => !/\s/u.test(token))).toBe(true);
      expect(askedPhrases(question)).toEqual(askedPhrases(question));
    });
    expect(count).toBeGreaterThan(100);
  },
  patience,
);
