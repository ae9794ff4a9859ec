/** 按频次的时限: a phrase that says how often; with a date beside it, or with two frequencies, it is asked about. */
import { combine } from './combine.ts';
import { everyInWords } from './every.ts';
import type { Frequency } from './frequency.ts';
import { notUnderstood, type Phrase } from './gap.ts';
import { type DeadlineReading, unread } from './reading.ts';
import { readingsOf } from './readings-left.ts';

const REVIEW = /复查|回头看/u;

/** The deadline of a phrase with at least one frequency. */
export function recurring(phrase: Phrase, frequencies: readonly Frequency[]): DeadlineReading {
  const { text, tokens, read } = phrase;
  const unclear = frequencies.find(({ every }) => every === undefined);
  if (unclear) return unread(text, unclear.why, unclear.candidates ?? [], '请写明多久一次。');
  const readings = [...frequencies.flatMap(inWords), ...readingsOf(tokens)];
  const [frequency, ...others] = frequencies;
  if (frequency?.every === undefined || others.length > 0) {
    return unread(text, '原文写了不止一种频次。', readings);
  }
  const isStanding = tokens.some(({ kind }) => kind === 'ongoing');
  if (isStanding && REVIEW.test(read)) return reviewed(phrase, frequency);
  if (tokens.some(({ kind }) => kind !== 'ongoing')) {
    return unread(text, '原文既写了频次又写了时间。', readings);
  }
  const left = notUnderstood(phrase);
  if (left !== undefined) return unread(text, left, readings);
  return { deadline: { text, kind: 'recurring', every: frequency.every }, why: [frequency.why] };
}

/** 长期坚持，每30天复查一次: the frequency is the interval of the review. */
function reviewed(phrase: Phrase, { every, why }: Frequency): DeadlineReading {
  const reading = combine(phrase);
  const { deadline } = reading;
  if (every === undefined || !('everyDays' in every)) {
    return unread(phrase.text, '复查间隔要写成天数。', [
      `长期坚持，${every ? everyInWords(every) : ''}复查`,
    ]);
  }
  switch (deadline.kind) {
    case 'ongoing':
    case 'fixed-then-ongoing':
    case 'immediate-then-ongoing':
      return {
        ...reading,
        deadline: { ...deadline, reviewEvery: every.everyDays },
        why: [...reading.why, why],
      };
    default:
      return reading;
  }
}

function inWords({ every }: Frequency): string[] {
  return every ? [everyInWords(every)] : [];
}
