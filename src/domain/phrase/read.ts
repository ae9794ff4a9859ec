/**
 * 读时限: a phrase of a list read into a deadline of the one vocabulary, with the reasons in Chinese. What can be read
 * in two ways, or holds words about time that were not understood, is not read: it is asked about.
 */
import { type Day, isDay } from '../../day/calendar.ts';
import { combinedReading } from './combine.ts';
import { ruledOut } from './doubt-rules.ts';
import { frequenciesIn, type Frequency } from './frequency/frequency.ts';
import type { GapPhrase } from './gap.ts';
import { type DeadlineReading, unreadDeadline } from './reading.ts';
import { readingsOf } from './readings-left.ts';
import { recurring } from './frequency/recurring.ts';
import { timeTokens } from './tokens.ts';
import { asWritten, uniformWriting, type Writing } from './writing.ts';

/** What the list around the phrase says. */
export interface ReadingContext {
  /** 填表日期: the year of a date without one, and the start of what begins at once. */
  listedOn: Day;
  /** 下班时刻, HH:MM; 18:00 unless the office sets another. */
  closeOfBusiness?: string | undefined;
}

/**
 * Reads a phrase such as 5月底; never guesses: two readings give `unread` with both as candidates.
 * Throws RangeError when `listedOn` is not a day.
 */
export function readDeadline(text: string, context: ReadingContext): DeadlineReading {
  if (!isDay(context.listedOn)) throw new RangeError(`not a day: ${context.listedOn}`);
  const phrase = text.trim();
  const writing = uniformWriting(phrase);
  const reading = readWriting(phrase, writing, context);
  return { ...reading, why: reading.why.map((sentence) => quoted(sentence, writing)) };
}

function readWriting(phrase: string, writing: Writing, context: ReadingContext): DeadlineReading {
  const { listedOn, closeOfBusiness = '18:00' } = context;
  if (writing.read === '') return unreadDeadline(phrase, '原文没有写时限。', []);
  const frequencies = frequenciesIn(writing.read);
  const read = withoutFrequencies(writing.read, frequencies);
  const tokens = timeTokens(read, { listedOn, closeOfBusiness });
  const rule = ruledOut(writing.read, listedOn);
  if (rule) {
    return unreadDeadline(
      phrase,
      rule.why,
      rule.closed || rule.candidates.length > 0 ? rule.candidates : readingsOf(tokens),
    );
  }
  const doubt = tokens.find((token) => token.kind === 'doubt');
  if (doubt) return unreadDeadline(phrase, doubt.why, doubt.candidates);
  const parsed: GapPhrase = { text: phrase, writing, read, tokens, listedOn };
  const [frequency, ...others] = frequencies;
  return frequency ? recurring(parsed, frequency, others) : combinedReading(parsed);
}

/** Quotes the phrase as the source wrote it, not in the uniform writing. */
function quoted(sentence: string, writing: Writing): string {
  return sentence.replace(/“([^”]+)”/gu, (_, words: string) => {
    const pieces = words.split('…').map((piece) => {
      const at = writing.read.indexOf(piece);
      return at < 0 ? piece : asWritten(writing, at, at + piece.length).replace(/[“”]/gu, '');
    });
    return `“${pieces.join('…')}”`;
  });
}

/** Blanks out what says how often, so that no figure of it is read as a date. */
function withoutFrequencies(read: string, frequencies: readonly Frequency[]): string {
  const letters = [...read];
  for (const { pieces } of frequencies) {
    for (const { start, end } of pieces) letters.fill('·', start, end);
  }
  return letters.join('');
}
