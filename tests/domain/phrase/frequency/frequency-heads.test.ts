/** 周期用语: what the words of a period or an interval say, by the first pattern that they fit. */
import { expect, test } from 'vitest';
import { HEADS, type PeriodHead } from '../../../../src/domain/phrase/frequency/frequency-heads.ts';
import { matchAt } from '../../../../src/domain/phrase/match.ts';

function read(words: string, at = 0): PeriodHead | undefined {
  for (const { pattern, head } of HEADS) {
    const match = matchAt(pattern, words, at);
    const found = match && head(match.parts);
    if (found) return found;
  }
  return undefined;
}

test.each<[string, PeriodHead]>([
  ['每周', { per: 'week' }],
  ['每个季度', { per: 'quarter' }],
  ['每半年', { per: 'half-year' }],
  ['逐月', { per: 'month' }],
  ['按月', { per: 'month' }],
  ['按季报送', { per: 'quarter' }],
  ['日更', { per: 'day' }],
  ['每周一、三、五', { per: 'week', times: 3, by: '一、三、五' }],
  ['每周五前', { per: 'week', times: 1, by: '五前' }],
  ['每月5日前', { per: 'month', by: '5日前' }],
  ['每月5日、20日前', { per: 'month', by: '5日、20日前', times: 2 }],
  ['每1周', { per: 'week' }],
  ['每2周', { everyDays: 14 }],
  ['每10天内', { everyDays: 10 }],
  ['每双周', { everyDays: 14 }],
  ['隔周', { everyDays: 14 }],
  ['隔日', { everyDays: 2 }],
  ['1周2次', { times: 2, per: 'week', closed: true }],
  ['半年1次', { times: 1, per: 'half-year', closed: true }],
  ['10天1次', { everyDays: 10, closed: true }],
  ['1月1次', { times: 1, per: 'month', closed: true }],
  ['间隔不超过14天', { everyDays: 14, closed: true }],
  ['更新周期为2周以内', { everyDays: 14, closed: true }],
])('“%s”', (words, head) => {
  expect(read(words)).toEqual(head);
});

test.each([
  ['每周一至周五', 0],
  ['每半月', 0],
  ['每旬', 0],
  ['每0天', 0],
  ['每3个月', 1],
  ['每5个月', 0],
  ['每隔10天', 2],
  ['每隔3个月', 0],
  ['10天内1次', 2],
  ['不少于2周1次', 0],
  ['10天0次', 0],
  ['间隔14天', 1],
  ['间隔3个月', 0],
])('“%s”不定，给 %i 种读法', (words, count) => {
  const head = read(words);
  expect(head && 'candidates' in head ? head.candidates.length : undefined).toBe(count);
});

test.each(['按日期', '按年初计划', '1月发布1次', '5日2次', '每', '月底'])(
  '“%s”不是周期',
  (words) => {
    expect(read(words)).toBeUndefined();
  },
);

test('前面是数或“单”的，不从中间读起', () => {
  expect(read('12周2次', 1)).toBeUndefined();
  expect(read('每单双周', 2)).toBeUndefined();
});
