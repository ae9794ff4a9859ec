/** 间隔文字: a phrase as its tokens with the words before each and after the last, and what those words give away. */
import type { Day } from '../../day/calendar.ts';
import { NUMERALS } from '../../text/numeral.ts';
import { eventIn, timeLeft } from './residue.ts';
import type { TimeToken } from './tokens.ts';
import { asWritten, type Writing } from './writing.ts';

/** A phrase taken apart. */
export interface GapPhrase {
  text: string;
  writing: Writing;
  /** The uniform writing, with what says how often blanked out. */
  read: string;
  tokens: readonly TimeToken[];
  listedOn: Day;
}

/** What a date or span asks for, where it is that of the report and not of the rectification. */
export const REPORTING = /提交|报送|上报|呈报|报告|汇报|反馈|报至|报备/u;

/** The words before a token (by its index; the number of tokens means: after the last). */
export function gapBefore({ read, tokens }: GapPhrase, index: number): string {
  return read.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? read.length);
}

/** The words after a token, up to the next one or the end. */
export function gapAfter(phrase: GapPhrase, token: TimeToken): string {
  return gapBefore(phrase, phrase.tokens.indexOf(token) + 1);
}

/** The event (收到通知后, 自印发之日起) from which something counts, where the words before a token name one. */
export function eventBefore(phrase: GapPhrase, token: TimeToken): string | undefined {
  return eventIn(gapBefore(phrase, phrase.tokens.indexOf(token)));
}

/**
 * Directly after a token: a figure that was cut through or a second end (5月底、6), a range left open (至整改到位), or
 * the rest of a word (半年底).
 */
const AFTER = /^(?:[ .、和及与/:-]?\d+|,?(?:至|直?到(?!位)|-)|[底末初月日半多余来几])/u;
/** Directly before a token: a figure cut through, or a letter that may be a misread figure. */
const BEFORE = /(?:\d+[ .、,和及与/:-]?|[lIOo一二三四五六七八九十百两几数半])$/u;

/** 二、三季度末 and 五、六月底 name two; 二、5月底 is the second point of a list. */
const LISTED = /[一二三四五六七八九十两][、和及与]$/u;
/** 下一季度 and 上一季度 are not the first quarter. */
const NEXT = /[上下新]$/u;

/** A sentence about words that may say more about time than was understood, or undefined when there are none. */
export function notUnderstood(phrase: GapPhrase): string | undefined {
  const { tokens } = phrase;
  for (let index = 0; index <= tokens.length; index += 1) {
    const gap = gapBefore(phrase, index);
    const figure = index > 0 ? (AFTER.exec(gap)?.[0] ?? '') : '';
    const before = beforeToken(phrase, gap, tokens[index]);
    const words = figure + before || timeLeft(withoutOpening(gap, tokens[index]));
    if (words !== undefined) return `“${words.trim()}”没有读懂，可能与时限有关。`;
  }
  return undefined;
}

function beforeToken(
  { writing, read }: GapPhrase,
  gap: string,
  next: TimeToken | undefined,
): string {
  if (!next) return '';
  const isListed = NUMERALS.includes(asWritten(writing, next.start, next.start + 1).charAt(0));
  const isNext = /^1\D/u.test(read.slice(next.start));
  const patterns = [BEFORE, ...(isListed ? [LISTED] : []), ...(isNext ? [NEXT] : [])];
  return (
    patterns.map((pattern) => pattern.exec(gap)?.[0]).find((found) => found !== undefined) ?? ''
  );
}

/** 自通知印发之日起至 before a date: where the range began does not matter to its end. */
function withoutOpening(gap: string, next: TimeToken | undefined): string {
  return next?.kind === 'date'
    ? gap.replace(/(?:自|从)[^,;()\d]{1,20}?起,?(?:截?至|到)$/u, '')
    : gap;
}
