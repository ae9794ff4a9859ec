/** 相对时限: a span counted from the list's day or a date in the phrase, or before 报备, which follows a closure. Other events without a date are left unread by combine.ts. */
import { type Day, inWords } from '../../day/calendar.ts';
import { endOfSpan } from '../span.ts';
import type { Reckoned } from '../../day/workday.ts';
import { asCandidate } from './doubt.ts';
import { gapAfter, type GapPhrase, REPORTING } from './gap.ts';
import { type DeadlineReading, unreadDeadline } from './reading.ts';
import { readingsOf } from './readings-left.ts';
import type { SpanFound } from './date/span.ts';

export type Spanned = SpanFound & { start: number };

/** 报备 follows the closure of an account (关停、注销), so its days count from that. */
const REPORTED_AFTER = { words: /^报备/u, start: '注销之日' };

export function relativeDeadline(phrase: GapPhrase, span: Spanned): DeadlineReading {
  const { text, tokens, listedOn } = phrase;
  const { length } = span;
  const end = endOf(phrase, span);
  if (tokens.some((token) => token.kind === 'ongoing')) {
    return unreadDeadline(text, '原文既写了期限又写了长期坚持。', [
      `截止日为${inWords(end.day)}`,
      `截止日为${inWords(end.day)}，此后长期坚持`,
    ]);
  }
  if (REPORTED_AFTER.words.test(gapAfter(phrase, span))) {
    const { start } = REPORTED_AFTER;
    return {
      deadline: { text, kind: 'relative', start, length },
      why: [...span.why, `报备从${start}起算，那一天不在原文中，暂不算截止日。`],
      asks: `请填写${start}。`,
    };
  }
  if (tokens.some(({ kind }) => kind === 'immediate') && REPORTING.test(gapAfter(phrase, span))) {
    return unreadDeadline(text, '原文要求立即整改，期限是报送的期限。', readingsOf(tokens));
  }
  const start = tokens.find((token) => token.kind === 'start');
  if (start && start.tie !== 'figures' && start.day < listedOn) {
    const why = `起算日${inWords(start.day)}早于列入日期，是哪一年没有写明。`;
    return unreadDeadline(text, why, [
      asCandidate({ note: `自${inWords(start.day)}起算`, day: end.day }),
    ]);
  }
  const from = start?.day ?? listedOn;
  const count = 'hours' in length || ('days' in length && length.days === 0) ? '' : '（当天不计）';
  const doubt = end.certain ? '' : uncertainty(length);
  return {
    deadline: { text, kind: 'relative', from, length },
    why: [
      ...(start?.why ?? []),
      ...span.why,
      `自${inWords(from)}起算${count}，截止日为${inWords(end.day)}。`,
      ...(doubt === '' ? [] : [doubt]),
    ],
  };
}

/** The last day of a span of the phrase. */
export function endOf(phrase: GapPhrase, span: Spanned): Reckoned {
  return endOfSpan(startOf(phrase), span.length);
}

/** The day a span counts from: one that the phrase names, otherwise the list's. */
function startOf({ tokens, listedOn }: GapPhrase): Day {
  return tokens.find((token) => token.kind === 'start')?.day ?? listedOn;
}

function uncertainty(length: SpanFound['length']): string {
  return 'hours' in length
    ? '起算的时刻没有记载，取最晚可能的一天。'
    : '其中有国务院尚未公布放假安排的日子，按星期一至星期五推算。';
}
