/** 合成: one deadline out of what a phrase says, or the question that it leaves. */
import { expect, test } from 'vitest';
import { combinedReading } from '../../../src/domain/phrase/combine.ts';
import { timeTokens } from '../../../src/domain/phrase/tokens.ts';
import { uniformWriting } from '../../../src/domain/phrase/writing.ts';

function read(text: string) {
  const writing = uniformWriting(text);
  const listedOn = '2024-03-11';
  const tokens = timeTokens(writing.read, { listedOn, closeOfBusiness: '18:00' });
  return combinedReading({ text, writing, read: writing.read, tokens, listedOn });
}

test.each([
  ['5月底', { kind: 'fixed', dueOn: '2024-05-31' }],
  ['3个月内', { kind: 'relative', length: { months: 3 } }],
  ['3个月内（6月11日前）', { kind: 'fixed', dueOn: '2024-06-11' }],
  ['立行立改', { kind: 'immediate', from: '2024-03-11' }],
  ['立行立改并长期坚持', { kind: 'immediate-then-ongoing', from: '2024-03-11' }],
  ['长期坚持', { kind: 'ongoing' }],
])('“%s”', (text, deadline) => {
  expect(read(text).deadline).toMatchObject({ text, ...deadline });
});

test.each([
  ['收到通知后15日内', '“收到通知后”是哪一天'],
  ['即日起至整改到位', '之后的截止日没有读懂'],
  ['5月底/长期坚持', '用“/”写了不止一种时限'],
  ['3个月内（6月30日前）', '两者不是同一天'],
  ['10天、15天内', '不止一个期限'],
  ['5月1日起', '是开始的时间，不是截止日'],
  ['尽快', '“尽快”没有写日期'],
  ['持续整改好', '“持续”没有写日期'],
  ['甲方案', '没有读到日期或期限'],
])('“%s”要问：%s', (text, why) => {
  const reading = read(text);
  expect(reading.deadline.kind).toBe('unread');
  expect(reading.why.join('')).toContain(why);
});

test('从收到通知算起的，给的答案里有按列入日期算的那一天', () => {
  const { deadline } = read('收到通知后15日内');
  expect(deadline.kind === 'unread' && deadline.candidates[0]).toContain('2024年3月26日');
});
