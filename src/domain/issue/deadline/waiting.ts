/** 等候: since when an issue has waited for somebody other than its unit. */
import { addDays, type Day } from '../../../day/calendar.ts';
import type { History } from '../replay.ts';

/** The day from which the next step could have been taken; undefined where the unit owes it, or nobody does. */
export function waitingSince({ next, round }: Pick<History, 'next' | 'round'>): Day | undefined {
  const { step } = next;
  switch (step) {
    case 'verify':
      return round.submittedOn;
    case 'publicise':
      return round.acceptedOn;
    case 'publicity':
      return round.publicity?.from;
    case 'confirm':
      return round.publicity === undefined ? round.acceptedOn : addDays(round.publicity.until, 1);
    case 'review':
      return round.reviewOn;
    case 'start':
    case 'submit':
    case 'amend':
    case 'keep':
    case 'none':
      return undefined;
    default:
      return step satisfies never;
  }
}
