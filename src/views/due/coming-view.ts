/** 今后30天到期: what is still to be handed in and has its last day in the next thirty days, today among them. */
import { addDays } from '../../day/calendar.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { Face } from '../face.ts';
import { byDayShown } from '../issue/issue-order.ts';
import { shownSpan } from '../day-view.ts';

export interface ComingDue {
  /** How many days, today among them. */
  readonly days: number;
  /** 6月15日至7月14日 */
  readonly span: string;
  /** The soonest first. */
  readonly issues: readonly IssueStanding[];
}

const DAYS = 30;

export function comingDue(face: Face): ComingDue {
  const { standing, today } = face;
  const last = addDays(today, DAYS - 1);
  const issues = standing.issues.filter((one) => {
    const { dueOn } = one.history.round;
    return isOwed(one) && dueOn !== undefined && dueOn <= last;
  });
  return {
    days: DAYS,
    span: shownSpan(face, today, last),
    issues: issues.toSorted(byDayShown),
  };
}

/** What still has to be handed in by a day that has not passed. */
export function isOwed({ lateness }: IssueStanding): boolean {
  return ['due-today', 'due-soon', 'due-later', 'deferred'].includes(lateness.kind);
}
