/** 词语: a phrase cut into what it says about time, from left to right. */
import { expect, test } from 'vitest';
import { timeTokens } from '../../../src/domain/phrase/tokens.ts';

const LISTED = '2024-03-11';
function read(words: string): string[] {
  return timeTokens(words, { listedOn: LISTED, closeOfBusiness: '18:00' }).map((token) => {
    const day = 'day' in token ? ` ${token.day}` : '';
    const range = 'opensRange' in token && token.opensRange ? '…' : '';
    return `${token.kind}${day}${range}「${words.slice(token.start, token.end)}」`;
  });
}

test.each([
  ['5月20日前完成', ['date 2024-05-20「5月20日前」']],
  ['即日起至5月20日', [`now ${LISTED}…「即日起至」`, 'date 2024-05-20「5月20日」']],
  ['自今天起', [`now ${LISTED}「自今天起」`]],
  ['即日至5月底', [`now ${LISTED}…「即日至」`, 'date 2024-05-31「5月底」']],
  ['立即整改,长期坚持', ['immediate「立即」', 'ongoing「长期坚持」']],
  ['立行立改', ['immediate「立行立改」']],
  ['10个工作日内', ['span「10个工作日内」']],
  ['没有时限', []],
])('“%s”', (words, tokens) => {
  expect(read(words)).toEqual(tokens);
});

test('“长期”在一句的头上或“后”以后才是长期坚持；“立改废”不是立改', () => {
  expect(read('整改后长期保持')).toEqual(['ongoing「长期保持」']);
  expect(read('中长期规划')).toEqual([]);
  expect(read('长期未更新')).toEqual([]);
  expect(read('立改废释')).toEqual([]);
});

test('几个月连着写，月字只写一次：从头一个月起', () => {
  expect(read('5-7月')).toEqual(['start 2024-05-01…「5-」', expect.stringContaining('2024-07-31')]);
  expect(read('2025年5至7月底')[0]).toBe('start 2025-05-01…「2025年5至」');
  expect(read('第15-7月')[0] ?? '').not.toContain('start');
  expect(read('13-14月')).toEqual(['doubt「14月」']);
});

test('后面的日期没有写年、写月的，跟着前面的', () => {
  expect(read('2025年5月20日、6月20日')).toEqual([
    'date 2025-05-20「2025年5月20日」',
    'date 2025-06-20「6月20日」',
  ]);
  expect(read('5月20日至25日')).toEqual([
    'start 2024-05-20…「5月20日至」',
    'date 2024-05-25「25日」',
  ]);
  expect(read('从5月20日起,6月20日前')).toEqual([
    expect.stringMatching(/^start 2024-05-20「/u),
    'date 2024-06-20「6月20日前」',
  ]);
});
