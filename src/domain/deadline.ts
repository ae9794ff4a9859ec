/**
 * 整改时限: when a deadline falls due, when it is looked at again, when to remind, how many days are left.
 * Reading a phrase into a deadline is in deadline-reading.ts.
 */
import type { Deadline } from '../schema/deadline.ts';
import { addDays, addMonths, type Day, daysBetween } from './calendar.ts';
import { addWorkdays, lastWorkdayOnOrBefore, type Reckoned } from './workday.ts';

export { readDeadline, type DeadlineReading, type ReadingContext } from './deadline-reading.ts';

/** The length of a relative deadline, as the vocabulary has it. */
export type Length = Extract<Deadline, { kind: 'relative' }>['length'];

/** What the ledger adds to a deadline so that it comes up for review: the list's day and the office's interval. */
export interface ReviewSettings {
  listedOn: Day;
  /** 复查间隔（天）, the value of timing.yaml that holds on listedOn. */
  reviewEveryDays: number;
}

/** A review day and who set its interval: the source itself, or the office's settings. */
export interface Review {
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
 * The last day of a span: the first day is not counted, months end on the corresponding date or, where there is
 * none, on the month's last day (民法典第二百零一、二百零二条). Hours end on the last day they can reach; whole days
 * of hours are certain, others depend on an hour that is not on record.
 */
export function endOfSpan(from: Day, length: Length): Reckoned {
  if ('hours' in length) {
    return { day: addDays(from, Math.ceil(length.hours / 24)), certain: length.hours % 24 === 0 };
  }
  if ('days' in length) return { day: addDays(from, length.days), certain: true };
  if ('workdays' in length) return addWorkdays(from, length.workdays);
  return { day: addMonths(from, length.months), certain: true };
}

/**
 * The first day on which a standing deadline is looked at again, or undefined where nothing stands on.
 * After a date it is counted from that date, otherwise from the start or the list's day.
 */
export function reviewOn(deadline: Deadline, settings: ReviewSettings): Review | undefined {
  switch (deadline.kind) {
    case 'ongoing': {
      const review = reviewAfter(settings.listedOn, deadline.reviewEvery, settings);
      return deadline.reviewOn === undefined
        ? review
        : { ...review, day: deadline.reviewOn, setBy: '原文' };
    }
    case 'fixed-then-ongoing':
      return reviewAfter(deadline.dueOn, deadline.reviewEvery, settings);
    case 'immediate-then-ongoing':
      return reviewAfter(deadline.from, deadline.reviewEvery, settings);
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

function reviewAfter(day: Day, reviewEvery: number | undefined, settings: ReviewSettings): Review {
  const every = reviewEvery ?? settings.reviewEveryDays;
  return {
    day: addDays(day, every),
    every,
    setBy: reviewEvery === undefined ? '系统设定' : '原文',
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
