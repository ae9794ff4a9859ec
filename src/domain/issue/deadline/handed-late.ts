/** 接手时的逾期: how late what passed on to another unit was on that day, and how long the other has had it since. */
import type { Timing } from '../../../schema/vocabulary.ts';
import { type Day, daysBetween } from '../../../day/calendar.ts';
import type { Round } from '../round/round.ts';
import { type Lateness, lateBy } from './lateness.ts';
import { isLate } from './term.ts';

/** The days late of an issue, parted at a hand-over; `before` and `since` come to the days of its lateness. */
export interface HandedLate {
  readonly before: number;
  /** Whether those before are called 逾期: false within the grace. */
  readonly isOverdue: boolean;
  readonly since: number;
  /** Whether the days end with what was handed in; else they go on. */
  readonly isHandedIn: boolean;
}

/**
 * What passed on to another unit on `on`, as it stands on `today` with `lateness`. Undefined where it is not late, or
 * where it passed on by its last day, or after it was handed in.
 */
export function handedLate(
  { lateness, round, today }: { lateness: Lateness; round: Round; today: Day },
  on: Day,
  timing: Timing,
): HandedLate | undefined {
  switch (lateness.kind) {
    case 'overdue':
    case 'in-grace':
    case 'waiting-late':
    case 'settled-late': {
      const { kind, dueOn, days } = lateness;
      const isHandedIn = kind === 'waiting-late' || kind === 'settled-late';
      const until = isHandedIn ? (round.submittedOn ?? dueOn) : today;
      if (on <= dueOn || on > until) return undefined;
      // Handed in within the grace of a day that was granted late, it is late by the days before the approval only.
      const counts = !isHandedIn || isLate(until, dueOn, timing);
      const since = counts ? daysBetween(on, until) : 0;
      const isOverdue = kind !== 'in-grace' && lateBy(round, dueOn, on, timing) !== undefined;
      return { before: days - since, isOverdue, since, isHandedIn };
    }
    default:
      return undefined;
  }
}
