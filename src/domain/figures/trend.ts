/** 趋势: how the ledger stood at the end of each month, by replay, and how long what was settled in a month had taken. */
import type { Ledger } from '../../schema/ledger.ts';
import { addDays, type Day, endOfMonth } from '../../day/calendar.ts';
import { closingMonths } from './closings.ts';
import { median } from './figure-value.ts';
import { figureOf, rowsOf } from './figures.ts';
import { type Standing, standing } from '../issue/standing.ts';
import { UNFINISHED } from '../issue/transition.ts';

/** Two years of months: what a reader can take in, and all that is replayed. */
export const TREND_MONTHS = 24;

/** The figures that are followed, by id. */
export const trendFigures = ['total', 'unfinished', 'overdue', 'closed', 'sustained'] as const;
export type TrendFigure = (typeof trendFigures)[number];

/** The counts of issues at the end of a day. */
export type TrendPoint = { readonly on: Day } & Readonly<Record<TrendFigure, number>>;

/** What was settled in a month. Whole days from the start of the round; `median` of all of them. */
export interface PaceMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly closed: number;
  readonly sustained: number;
  readonly median: number | undefined;
  readonly longest: number;
}

/** The last day of each month from the one of `first` on, then `last` itself; at most `TREND_MONTHS`, the latest. */
export function monthEnds(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let end = endOfMonth(first); end < last; end = endOfMonth(addDays(end, 1))) days.push(end);
  return [...days, last].slice(-TREND_MONTHS);
}

/** The ledger at the end of each month up to `today`, since the first issue was listed; empty without issues. */
export function trendPoints(ledger: Ledger, today: Day): TrendPoint[] {
  const listed = [...ledger.issues.values()].map(({ listedOn }) => listedOn).toSorted();
  const [first] = listed;
  if (first === undefined || first > today) return [];
  // What is settled and is never reported of again stays as it is: it is counted on without being replayed again.
  const rest = new Map(ledger.issues);
  const settled: string[] = [];
  return monthEnds(first, today).map((on) => {
    const then = standing({ ...ledger, issues: rest }, on);
    const point = pointOf(then, on, settled);
    for (const { id, history } of then.issues) {
      const last = ledger.updates.get(id)?.at(-1)?.reportedOn ?? on;
      if (UNFINISHED.has(history.state) || last > on) continue;
      rest.delete(id);
      settled.push(history.state);
    }
    return point;
  });
}

function pointOf(then: Standing, on: Day, settled: readonly string[]): TrendPoint {
  const counted = (id: TrendFigure): number => rowsOf(figureOf(then, id)).length;
  const before = (state: string): number => settled.filter((one) => one === state).length;
  return {
    on,
    total: counted('total') + settled.length,
    unfinished: counted('unfinished'),
    overdue: counted('overdue'),
    closed: counted('closed') + before('closed'),
    sustained: counted('sustained') + before('sustained'),
  };
}

/** How long it took, by the month of the closing; months without closings do not appear. */
export function paceMonths(whole: Standing): PaceMonth[] {
  return closingMonths(whole)
    .slice(-TREND_MONTHS)
    .map(({ month, closed, sustained }) => {
      const days = [...closed, ...sustained].map((event) => event.days);
      return {
        month,
        closed: closed.length,
        sustained: sustained.length,
        median: median(days),
        longest: Math.max(...days),
      };
    });
}
