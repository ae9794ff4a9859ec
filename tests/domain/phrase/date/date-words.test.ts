/** 日期用语: the words of one date taken apart. */
import { expect, test } from 'vitest';
import { dateWordsAt } from '../../../../src/domain/phrase/date/date-words.ts';

function read(words: string, at = 0) {
  const found = dateWordsAt(words, at, { listedOn: '2024-03-11', closeOfBusiness: '18:00' });
  if (found === undefined) return undefined;
  const { scope, end: _end, clock, ...rest } = found;
  const kept = Object.entries({ ...rest, clock: clock?.time }).filter(
    ([key, value]) => value !== undefined && (key !== 'completed' || value === true),
  );
  return { single: scope.single, ...Object.fromEntries(kept) };
}

test.each([
  ['5月20日', { single: true, words: '5月20日' }],
  ['5月底前', { single: false, words: '5月底前', edge: '底', before: '前' }],
  ['5月初', { single: false, words: '5月初', edge: '初' }],
  ['5月内完成', { single: false, words: '5月内', before: '内', completed: true }],
  ['5月20日(含)前', { single: true, words: '5月20日(含)前', before: '前', counted: true }],
  [
    '5月20日前(不含当日)',
    { single: true, words: '5月20日前(不含当日)', before: '前', counted: false },
  ],
  ['5月20日(星期一)前', { single: true, words: '5月20日(星期一)前', before: '前', weekday: '一' }],
  ['5月20日当天', { single: true, words: '5月20日当天' }],
  ['5月20日左右', { single: true, words: '5月20日', after: '左右' }],
  ['5月20日后', { single: true, words: '5月20日', after: '后' }],
  ['5月全部整改', { single: false, words: '5月', completed: true }],
])('“%s”', (words, parts) => {
  expect(read(words)).toEqual(parts);
});

test('时刻只跟着一天，不跟着一段', () => {
  expect(read('5月20日17:00前')).toMatchObject({ clock: '17:00', before: '前' });
  expect(read('5月20日下班前')).toMatchObject({ words: '5月20日下班前' });
  expect(read('5月17:00')).not.toHaveProperty('clock');
});

test('“前”是别的词的头，不是时限', () => {
  expect(read('5月20日前期工作')).not.toHaveProperty('before');
  expect(read('5月20日前往')).not.toHaveProperty('before');
  expect(read('5月20日前提下')).not.toHaveProperty('before');
});

test('起、至：后面还有另一头的是一段', () => {
  expect(read('5月20日起')).toMatchObject({ begins: { range: false } });
  expect(read('5月20日起至6月1日')).toMatchObject({ begins: { range: true, end: 7 } });
  expect(read('5月20日至6月1日')).toMatchObject({ begins: { range: true } });
  expect(read('5月20日至少')).not.toHaveProperty('begins');
  expect(read('5月20日前,至6月1日')).not.toHaveProperty('begins');
});

test('一天没有“底、初”，中旬的“中”不是“中”', () => {
  expect(read('5月20日底')).toEqual({ single: true, words: '5月20日' });
  expect(read('5月中旬')).not.toHaveProperty('edge');
});

test('不是日期的没有', () => {
  expect(read('整改')).toBeUndefined();
  expect(read('在5月20日前', 1)).toMatchObject({ words: '5月20日前' });
});
