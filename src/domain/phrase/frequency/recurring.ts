/** 按频次的时限: a phrase that says how often; with a date beside it, or with two frequencies, it is asked about. */
import { combinedReading } from '../combine.ts';
import { everyInWords } from './every.ts';
import type { Frequency } from './frequency.ts';
import { notUnderstood, type GapPhrase } from '../gap.ts';
import { type DeadlineReading, unreadDeadline } from '../reading.ts';
import { readingsOf } from '../readings-left.ts';
import type { TimeToken } from '../tokens.ts';

type Known = Extract<Frequency, { every: unknown }>;

const RECHECK = /复查|回头看/u;

/** The deadline of a phrase that says how often, once or more. */
export function recurring(
  phrase: GapPhrase,
  frequency: Frequency,
  others: readonly Frequency[],
): DeadlineReading {
  const { text, tokens, read } = phrase;
  const readings = [...[frequency, ...others].flatMap(readingsLeft), ...readingsOf(tokens)];
  if (others.length > 0) return unreadDeadline(text, '原文写了不止一种频次。', readings);
  if ('candidates' in frequency) {
    return unreadDeadline(text, frequency.why, frequency.candidates, '请写明多久一次。');
  }
  const isStanding = tokens.some(({ kind }) => kind === 'ongoing');
  if (isStanding && RECHECK.test(read)) return recheckedReading(phrase, frequency);
  // 即日起每周两次: it is promised from the list's day on anyway.
  const isBegun = (token: TimeToken): boolean => token.kind === 'now' && !token.opensRange;
  if (tokens.some((token) => token.kind !== 'ongoing' && !isBegun(token))) {
    return unreadDeadline(text, '原文既写了频次又写了时间。', readings);
  }
  const left = notUnderstood(phrase);
  if (left !== undefined) return unreadDeadline(text, left, readings);
  return { deadline: { text, kind: 'recurring', every: frequency.every }, why: [frequency.why] };
}

function readingsLeft(frequency: Frequency): string[] {
  return 'every' in frequency ? [everyInWords(frequency.every)] : frequency.candidates;
}

/** 长期坚持，每30天复查一次: the frequency is the interval of the recheck. */
function recheckedReading(phrase: GapPhrase, { every, why }: Known): DeadlineReading {
  const reading = combinedReading(phrase);
  const { deadline } = reading;
  if (!('everyDays' in every)) {
    const candidate = `长期坚持，${everyInWords(every)}复查`;
    return unreadDeadline(phrase.text, '复查间隔要写成天数。', [candidate]);
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
