/** 期限用语: which words are a length of time, and which only look like one. */
import { expect, test } from 'vitest';
import { spanAt } from '../../../../src/domain/phrase/date/span.ts';
import type { Length } from '../../../../src/domain/span.ts';

test.each<[string, Length]>([
  ['15日内', { days: 15 }],
  ['为期15日', { days: 15 }],
  ['10天', { days: 10 }],
  ['2周内', { days: 14 }],
  ['3个星期', { days: 21 }],
  ['5个工作日', { workdays: 5 }],
  ['24小时内', { hours: 24 }],
  ['3个月', { months: 3 }],
  ['2个季度', { months: 6 }],
  ['1年半', { months: 18 }],
  ['1年内', { months: 12 }],
  ['半年', { months: 6 }],
  ['半个月内', { days: 15 }],
  ['当天', { days: 0 }],
])('“%s”是一段期限', (words, length) => {
  expect(spanAt(words, 0)).toMatchObject({ kind: 'span', words, length, end: words.length });
});

test.each([
  ['至少15日', '最短期限', ['这是最短期限，截止日期另行写明', '以满15日的那一天为截止日']],
  ['10天以上', '最短期限', ['这是最短期限，截止日期另行写明', '以满10天的那一天为截止日']],
  ['30天后', '开始的时间', ['满30天才开始，截止日期另行写明', '期限为30天']],
  ['半年后', '开始的时间', ['满半年才开始，截止日期另行写明', '期限为半年']],
  ['3个月左右', '大约的长度', ['期限为3个月']],
  ['10天前', '从哪一天往前算', ['期限为10天']],
  ['10至15天', '两个长度', ['期限为10天', '期限为15天']],
  ['3个月半', '读不准', []],
  ['0天', '读不准', []],
  ['25年内', '可以是年份', ['指2025年以内', '指25年的期限']],
])('“%s”要问：%s', (words, why, candidates) => {
  const found = spanAt(words, 0);
  expect(found).toMatchObject({ kind: 'doubt', end: words.length, candidates });
  expect(found?.kind === 'doubt' && found.why).toContain(why);
});

test('限期的年数不与年份混：期限为25年；上限按满期计', () => {
  expect(spanAt('期限为25年', 0)).toMatchObject({ length: { months: 300 } });
  expect(spanAt('最长30天', 0)).toMatchObject({
    length: { days: 30 },
    why: [expect.stringContaining('这是上限，按满期计')],
  });
});

test.each([
  ['15日', 0],
  ['20年', 0],
  ['25年底', 0],
  ['3周年', 0],
  ['大半年', 1],
  ['前半年', 1],
  ['即日起', 0],
  ['当日18:00', 0],
  ['115日内', 1],
])('“%s”第 %i 个字起不是期限', (words, at) => {
  expect(spanAt(words, at)).toBeUndefined();
});
