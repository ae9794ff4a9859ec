/**
 * 时段: the stretch of days that the words of a date name: a day, a week, a third of a month, a month, a quarter, a
 * half-year, a year. Which day of it is meant (底, 前, 内 …) is decided in date.ts.
 */
import {
  addDays,
  type Day,
  dayOf,
  daysInMonth,
  endOfMonth,
  yearOf,
} from '../../../day/calendar.ts';
import { matchedPart, type Parts } from '../match.ts';
import { own } from '../../../text/own.ts';

/** A stretch of days, both ends included. */
export interface DayStretch {
  first: Day;
  last: Day;
}

/** What surrounds the words of a date. */
export interface Ground {
  listedOn: Day;
  /** 下班时刻, HH:MM. */
  closeOfBusiness: string;
  /** A date before this one in the phrase: a date without a year follows it. */
  after?: Day | undefined;
  /** When that date begins a range that these words end: whether it was a day or a stretch such as a month. */
  range?: 'days' | 'stretches' | undefined;
}

/**
 * How a scope is tied to the calendar: its year stands in figures; words such as 今年 tie it to the list's day; the
 * year is missing and taken from the list; or nothing at all is named (月底, 周五) and the next one is meant.
 */
export type Tie = 'figures' | 'words' | 'missing' | 'nearest';

/** A possible reading: what it takes the words to mean, and the day it leads to. */
export interface Option {
  note: string;
  day: Day;
}

/** A stretch that words name. */
export interface TimeScope {
  tie: Tie;
  /** True for a day, which needs no 底 or 内 to have an end. */
  single: boolean;
  /** The stretch itself (0), or the same one a year, a quarter, a month or a week later (1); undefined if there is none. */
  at: (turn: number) => DayStretch | undefined;
  /** How the words were tied to the list's day. */
  why: string[];
  /** Why these words do not lead to one stretch, and the readings they leave. */
  doubt?: { why: string; options: Option[] };
}

/** One way of writing: its pattern (anchored where reading stands) and the scope it names. */
export interface Form {
  pattern: RegExp;
  scope: (parts: Parts, ground: Ground) => TimeScope;
}

/** A form from its pattern's text. */
export function dateForm(pattern: string, scope: Form['scope']): Form {
  return { pattern: new RegExp(pattern, 'uy'), scope };
}

/** 上旬, 中下旬 … before 旬. */
export const THIRD = '(?<third>上、?中|中、?下|[上中下])旬';

/** The whole month that begins on `first`, or its first ten, second ten or remaining days, or two of these. */
export function thirdOf(first: Day, third: string | undefined): DayStretch {
  switch (third?.replace('、', '')) {
    case '上':
      return { first, last: addDays(first, 9) };
    case '中':
      return { first: addDays(first, 10), last: addDays(first, 19) };
    case '下':
      return { first: addDays(first, 20), last: endOfMonth(first) };
    case '上中':
      return { first, last: addDays(first, 19) };
    case '中下':
      return { first: addDays(first, 10), last: endOfMonth(first) };
    default:
      return { first, last: endOfMonth(first) };
  }
}

/** The months `from` to `to` of a year (1–12), both included; undefined outside the calendar. */
export function monthStretch(year: number, from: number, to: number): DayStretch | undefined {
  const first = dayOf(year, from, 1);
  const last = dayOf(year, to, daysInMonth(year, to));
  return first && last ? { first, last } : undefined;
}

/** A day as a stretch. */
export function oneDay(day: Day | undefined): DayStretch | undefined {
  return day === undefined ? undefined : { first: day, last: day };
}

/** The year that words name or leave out, how it is tied, and why. */
export interface YearFound {
  year: number;
  tie: Tie;
  why: string[];
  doubt?: string;
}

const YEAR_WORDS: Readonly<Record<string, { step: number; loose: boolean }>> = {
  今年: { step: 0, loose: false },
  本年: { step: 0, loose: false },
  本年度: { step: 0, loose: false },
  明年: { step: 1, loose: false },
  来年: { step: 1, loose: false },
  后年: { step: 2, loose: false },
  当年: { step: 0, loose: true },
  次年: { step: 1, loose: true },
  翌年: { step: 1, loose: true },
  去年: { step: -1, loose: true },
  上年: { step: -1, loose: true },
  上年度: { step: -1, loose: true },
};

/** The year of a scope: in figures, by word, or from what stands before it. */
export function yearFound(parts: Parts, ground: Ground): YearFound {
  const { year: figures } = parts;
  const word = matchedPart(parts, 'yearWord');
  const listed = yearOf(ground.listedOn);
  if (figures?.length === 4) return { year: Number(figures), tie: 'figures', why: [] };
  if (figures !== undefined) {
    const year = 2000 + Number(figures);
    return { year, tie: 'words', why: [`“${figures}年”读作${year}年。`] };
  }
  const meant = own(YEAR_WORDS, word);
  if (meant) {
    const year = listed + meant.step;
    return meant.loose
      ? { year, tie: 'words', why: [], doubt: `“${word}”从哪一年算起，原文没有写明。` }
      : { year, tie: 'words', why: [`“${word}”按列入日期算，是${year}年。`] };
  }
  if (ground.after !== undefined) {
    const year = yearOf(ground.after);
    return { year, tie: 'missing', why: [`没有另写年份，随前一个日期取${year}年。`] };
  }
  return { year: listed, tie: 'missing', why: [`原文没有写年份，按列入日期取${listed}年。`] };
}
