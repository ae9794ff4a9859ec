/**
 * 销号记录: every closing that ever happened, by round. A later reopening takes nothing away from it, so the counts
 * of past months stay as they were published.
 */
import { type Day, daysBetween } from '../../day/calendar.ts';
import { inTime } from '../issue/deadline/lateness.ts';
import type { Standing } from '../issue/standing.ts';
import type { Settlement } from '../issue/transition.ts';

export interface ClosingEvent {
  /** Id of the issue. */
  readonly issue: string;
  readonly round: number;
  readonly to: Settlement;
  readonly on: Day;
  /** Days from the start of the round. */
  readonly days: number;
  /** Undefined where the round had no last day. */
  readonly inTime: boolean | undefined;
}

/** A month with the closings and the passages into 长期坚持 that happened in it. */
export interface ClosingMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly closed: readonly ClosingEvent[];
  readonly sustained: readonly ClosingEvent[];
}

/** All closings up to the day of the standing, by day, then issue, then round. */
export function closingEvents({ issues, ledger }: Standing): ClosingEvent[] {
  const { timing } = ledger.vocabulary;
  const events = issues.flatMap(({ id, history }) =>
    history.rounds.flatMap((round): ClosingEvent[] => {
      const on = round.closedOn ?? round.sustainedOn;
      if (on === undefined) return [];
      const to = round.closedOn === undefined ? 'sustained' : 'closed';
      const days = daysBetween(round.startedOn, on);
      return [{ issue: id, round: round.number, to, on, days, inTime: inTime(round, timing) }];
    }),
  );
  // The sort is stable: on one day the order of the ledger and of the rounds stays.
  return events.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** The closings by month, oldest first; months without any do not appear. */
export function closingMonths(standing: Standing): ClosingMonth[] {
  const months = Map.groupBy(closingEvents(standing), ({ on }) => on.slice(0, 7));
  return [...months].map(([month, events]) => ({
    month,
    closed: events.filter(({ to }) => to === 'closed'),
    sustained: events.filter(({ to }) => to === 'sustained'),
  }));
}
