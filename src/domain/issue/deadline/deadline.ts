/**
 * 整改时限: when a deadline falls due, when it is looked at again, when to remind, how many days are left.
 * How a phrase is read is in the folder phrase/.
 */
import type { Deadline } from '../../../schema/deadline.ts';
import { addDays, type Day, daysBetween } from '../../../day/calendar.ts';
import { endOfSpan } from '../../span.ts';
import { lastWorkdayOnOrBefore, type Reckoned } from '../../../day/workday.ts';

/** What the ledger adds to a deadline so that it comes up for recheck: the list's day and the office's interval. */
export interface RecheckSettings {
  listedOn: Day;
  /** 复查间隔（天）, the value of timing.yaml that holds on listedOn. */
  reviewEveryDays: number;
}

/** A recheck day and who set its interval: the source itself, or the office's settings. */
export interface RecheckDay {
  day: Day;
  every: number;
  setBy: '原文' | '系统设定';
}

/**
 * The last day of a deadline (that day included), or undefined where it has none: immediate, ongoing, recurring,
 * unread, or relative to a day that is not known. A day off stands: it is not moved.
 */
export function dueOn(deadline: Deadline): Reckoned | undefined {
  switch (deadline.kind) {
    case 'fixed':
    case 'fixed-then-ongoing':
      return { day: deadline.dueOn, certain: true };
    case 'relative':
      return deadline.from === undefined ? undefined : endOfSpan(deadline.from, deadline.length);
    case 'immediate':
    case 'immediate-then-ongoing':
    case 'ongoing':
    case 'recurring':
    case 'unread':
      return undefined;
    default:
      return deadline satisfies never;
  }
}

/**
 * The first day on which a standing deadline is looked at again, or undefined where nothing stands on.
 * After a date it is counted from that date, otherwise from the start or the list's day.
 */
export function recheckOn(deadline: Deadline, settings: RecheckSettings): RecheckDay | undefined {
  switch (deadline.kind) {
    case 'ongoing': {
      const recheck = recheckAfter(settings.listedOn, deadline.reviewEvery, settings);
      return deadline.reviewOn === undefined
        ? recheck
        : { ...recheck, day: deadline.reviewOn, setBy: '原文' };
    }
    case 'fixed-then-ongoing':
      return recheckAfter(deadline.dueOn, deadline.reviewEvery, settings);
    case 'immediate-then-ongoing':
      return recheckAfter(deadline.from, deadline.reviewEvery, settings);
    case 'fixed':
    case 'immediate':
    case 'relative':
    case 'recurring':
    case 'unread':
      return undefined;
    default:
      return deadline satisfies never;
  }
}

function recheckAfter(
  day: Day,
  recheckEvery: number | undefined,
  settings: RecheckSettings,
): RecheckDay {
  const every = recheckEvery ?? settings.reviewEveryDays;
  return {
    day: addDays(day, every),
    every,
    setBy: recheckEvery === undefined ? '系统设定' : '原文',
  };
}

/** The day to remind: the due day itself, or the last working day before it when it is a day off. */
export function reminderOn(dueDay: Day): Reckoned {
  return lastWorkdayOnOrBefore(dueDay);
}

/** Days left: 1 on the day before, 0 on the due day itself, negative after it. */
export function daysLeft(today: Day, dueDay: Day): number {
  return daysBetween(today, dueDay);
}
