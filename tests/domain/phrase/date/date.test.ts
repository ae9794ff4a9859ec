/** 日期: the day that the words of a date mean, or what they leave open. */
import { expect, test } from 'vitest';
import { dateAt } from '../../../../src/domain/phrase/date/date.ts';
import type { Ground } from '../../../../src/domain/phrase/date/scope.ts';

const read = (words: string, more: Partial<Ground> = {}) =>
  dateAt(words, 0, { listedOn: '2024-03-11', closeOfBusiness: '18:00', ...more });

test.each([
  ['5月底', '2024-05-31'],
  ['5月底前', '2024-05-31'],
  ['5月20日', '2024-05-20'],
  ['5月20日前', '2024-05-20'],
  ['2024年6月内', '2024-06-30'],
  ['5月31日下班前', '2024-05-31'],
  ['2023年12月31日', '2023-12-31'],
])('“%s”是 %s', (words, day) => {
  expect(read(words)).toMatchObject({ kind: 'date', day, end: words.length });
});

test('时刻随日期记下；写明不含的是前一天', () => {
  expect(read('5月31日17:00')).toMatchObject({ day: '2024-05-31', time: '17:00' });
  expect(read('5月20日前(不含当日)')).toMatchObject({ kind: 'date', day: '2024-05-19' });
});

test('年份写明却早于列入日期的，取那一天，请人核对', () => {
  const found = read('2023年12月31日');
  expect(found?.kind === 'date' && found.why.join('')).toContain(
    '早于列入日期2024年3月11日，请核对',
  );
});

/** What a doubt offers. */
const offered = (words: string, more: Partial<Ground> = {}): readonly string[] => {
  const found = read(words, more);
  return found?.kind === 'doubt' ? found.candidates : [`${found?.kind ?? '没有'}，不是疑问`];
};

test.each([
  ['5月初', ['2024年5月5日', '2024年5月10日']],
  ['5月中', ['2024年5月15日', '2024年5月20日']],
  ['6月前', ['2024年5月31日', '2024年6月30日']],
  ['6月', ['2024年6月30日', '2024年5月31日']],
  ['4月内', ['2024年4月30日', '2024年7月11日']],
  ['2月20日', ['2024年2月20日', '2025年2月20日']],
])('“%s”可以有几种读法', (words, days) => {
  const candidates = offered(words);
  expect(candidates).toHaveLength(days.length);
  for (const [index, day] of days.entries()) expect(candidates[index]).toContain(day);
});

test('日历上没有的日子，给旁边的两天', () => {
  expect(offered('2月30日')).toEqual([
    '当月最后一天，截止日为2024年2月29日',
    '次月1日，截止日为2024年3月1日',
  ]);
});

test('后面的日期不能早于前面的', () => {
  const found = read('4月30日', { after: '2024-05-31' });
  expect(found?.kind === 'doubt' && found.why).toContain('早于前面写的日期2024年5月31日');
});

test('起止时间：从哪一天起；月份的起点是月初', () => {
  expect(read('5月1日至7月31日')).toMatchObject({
    kind: 'start',
    day: '2024-05-01',
    opensRange: true,
  });
  expect(read('5月至7月')).toMatchObject({ kind: 'start', day: '2024-05-01', coarse: true });
  expect(read('7月', { after: '2024-05-01', range: 'stretches' })).toMatchObject({
    kind: 'date',
    day: '2024-07-31',
  });
});

test('星期与日期不合的，要问', () => {
  expect(read('2024年5月20日(星期二)')?.kind).toBe('doubt');
  expect(read('2024年5月20日(星期一)')).toMatchObject({ kind: 'date', day: '2024-05-20' });
});

test('没有日期的，没有', () => {
  expect(read('尽快整改')).toBeUndefined();
});
