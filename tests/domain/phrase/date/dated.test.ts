/** 有日期的时限: one date with what stands around it, or several. */
import { expect, test } from 'vitest';
import type { DateFound } from '../../../../src/domain/phrase/date/date.ts';
import {
  fixedReading,
  type PlacedDate,
  severalDates,
} from '../../../../src/domain/phrase/date/dated.ts';
import type { GapPhrase } from '../../../../src/domain/phrase/gap.ts';
import { type TimeToken, timeTokens } from '../../../../src/domain/phrase/tokens.ts';
import { uniformWriting } from '../../../../src/domain/phrase/writing.ts';

const isDate = (token: TimeToken): token is DateFound & { start: number } => token.kind === 'date';

/** A phrase read by its dates alone. */
function read(text: string) {
  const writing = uniformWriting(text);
  const tokens = timeTokens(writing.read, { listedOn: '2024-03-11', closeOfBusiness: '18:00' });
  const phrase: GapPhrase = { text, writing, read: writing.read, tokens, listedOn: '2024-03-11' };
  const [first, second, ...more]: PlacedDate[] = tokens.filter(isDate);
  if (first === undefined) throw new Error('没有日期');
  return second ? severalDates(phrase, first, second, more) : fixedReading(phrase, first);
}

test.each([
  ['5月31日前', { kind: 'fixed', dueOn: '2024-05-31' }],
  ['5月31日17:00前', { kind: 'fixed', dueOn: '2024-05-31', time: '17:00' }],
  ['5月底前完成备案', { kind: 'fixed', dueOn: '2024-05-31', goal: '完成备案' }],
  ['5月底前整改到位，长期坚持', { kind: 'fixed-then-ongoing', dueOn: '2024-05-31' }],
  ['5月1日至7月31日', { kind: 'fixed', dueOn: '2024-07-31' }],
  ['5月底前（5月31日）', { kind: 'fixed', dueOn: '2024-05-31' }],
  [
    '5月20日前整改，5月25日前报送结果',
    { kind: 'fixed', dueOn: '2024-05-20', reportOn: '2024-05-25' },
  ],
])('“%s”', (text, deadline) => {
  expect(read(text).deadline).toMatchObject(deadline);
});

test.each([
  ['长期坚持，5月底前', '先后没有写明'],
  ['5月底前报送情况，长期坚持', '日期是报送的日期'],
  ['立即整改，5月底前报送情况', '日期是报送的日期'],
  ['要长期坚持好，5月底前', '关系没有读懂'],
  ['5月底前备案，6月底前公示', '不止一个日期'],
  ['4月底、5月底、6月底前', '不止一个日期'],
])('“%s”不定：%s', (text, why) => {
  const { deadline, why: reasons } = read(text);
  expect(deadline.kind).toBe('unread');
  expect(reasons.join('')).toContain(why);
});

test('起止时间取末日，说明白；截止日早于列入日期的，请核对年份', () => {
  expect(read('5月1日至7月31日').why.join('')).toContain('原文写了起止时间，取末日。');
  expect(read('2023年5月31日前')).toMatchObject({ asks: '截止日早于列入日期，请核对年份。' });
  expect(read('2024年5月31日前')).not.toHaveProperty('asks');
});
