/** 频次: a head and the count behind it put together, and what cannot be told. */
import { expect, test } from 'vitest';
import { frequenciesIn } from '../../../../src/domain/phrase/frequency/frequency.ts';
import type { Every } from '../../../../src/domain/phrase/frequency/every.ts';

const read = (words: string): (Every | string[])[] =>
  frequenciesIn(words).map((one) => ('every' in one ? one.every : one.candidates));

test.each<[string, Every]>([
  ['每周更新2次', { per: 'week', times: 2 }],
  ['每月至少发布3条', { per: 'month', times: 3 }],
  ['每季度检查', { per: 'quarter', times: 1 }],
  ['每2周更新1次', { everyDays: 14 }],
  ['每2周更新', { everyDays: 14 }],
  ['1周2次', { per: 'week', times: 2 }],
  ['每月5日前报送1期', { per: 'month', times: 1, by: '5日前' }],
  ['每月5日、20日前各报送1次', { per: 'month', times: 2, by: '5日、20日前' }],
  ['每周一、三、五更新', { per: 'week', times: 3, by: '一、三、五' }],
  ['每周更新不少于2次', { per: 'week', times: 2 }],
  ['每周不得少于2次', { per: 'week', times: 2 }],
])('“%s”', (words, every) => {
  expect(read(words)).toEqual([every]);
});

test.each([
  ['每2周更新2次', '几天里几次，两头对不上'],
  ['每周更新2至3次', '最少是几次没有写'],
  ['每周更新0次', '零次不是频次'],
  ['每周更新不超过2次', '只写了最多'],
  ['每周最多2次', '只写了最多'],
  ['每月5日、20日前报送3次', '两个日子、三次'],
  ['每周更新2次、发布3条', '两个次数'],
])('“%s”：%s，不猜', (words) => {
  const [found] = frequenciesIn(words);
  expect(found).toMatchObject({ candidates: [] });
  expect(found?.why).toContain('是几次，原文没有写明');
});

test('次数只在自己那一句里找；序数、更新、性质不是次数', () => {
  expect(read('每周更新,每月2次')).toEqual([
    { per: 'week', times: 1 },
    { per: 'month', times: 2 },
  ]);
  expect(read('每周更新(2次)')).toEqual([{ per: 'week', times: 1 }]);
  expect(read('每周第2次例会')).toEqual([{ per: 'week', times: 1 }]);
  expect(read('每周1次性更新')).toEqual([{ per: 'week', times: 1 }]);
  expect(read('每月3更新')).toEqual([{ per: 'month', times: 1 }]);
});

test('两个周期用顿号连着，后面的次数各归各', () => {
  expect(read('每周1次、每月2次')).toEqual([
    { per: 'week', times: 1 },
    { per: 'month', times: 2 },
  ]);
});

test('说频次的几个字和整段的范围', () => {
  const words = '每周至少更新2次,专人负责';
  const [found] = frequenciesIn(words);
  expect(found?.pieces.map(({ start, end }) => words.slice(start, end))).toEqual([
    '每周',
    '2次',
    '至少',
  ]);
  expect(words.slice(found?.start, found?.end)).toBe('每周至少更新2次');
  expect(found?.why).toContain('“每周…2次”读作');
});

test('隔多久没有写明的，给出几种读法；没有说频次的什么也没有', () => {
  const [found] = frequenciesIn('每隔10天更新');
  expect(found).toMatchObject({ candidates: ['每10天至少一次', '每11天至少一次'] });
  expect(found?.why).toContain('隔多久一次，原文没有写明');
  expect(frequenciesIn('及时更新')).toEqual([]);
});
