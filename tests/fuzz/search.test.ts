import { expect, test } from 'vitest';
import { answer } from '../../src/search/question.ts';
import { askedPhrases, indexTokens } from '../../src/search/tokens.ts';
import { fuzz, mutated, patience } from './fuzz.ts';

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
      const found = await answer(
        question,
        (query) => {
          asked.push(query ?? '');
          const results = chance.chance(0.5) ? [] : [{ id: 'a', data: () => Promise.resolve({}) }];
          return Promise.resolve({ results });
        },
        () => Promise.resolve({ words: ['微信公众号', '未更新'], names: [] }),
      );
      expect(found.length).toBeLessThanOrEqual(1);
      for (const query of asked) expect(query).not.toContain('undefined');
      expect(indexTokens(question).every((token) => !/\s/u.test(token))).toBe(true);
      expect(askedPhrases(question)).toEqual(askedPhrases(question));
    });
    expect(count).toBeGreaterThan(100);
  },
  patience,
);
