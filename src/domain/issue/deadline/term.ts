/** 期限: what the deadline of the source and the office's settings together give an issue. */
import type { Issue } from '../../../schema/issue.ts';
import type { Timing } from '../../../schema/vocabulary.ts';
import { addDays, type Day, daysBetween } from '../../../day/calendar.ts';
import { dueOn, recheckOn } from './deadline.ts';
import type { Reckoned } from '../../../day/workday.ts';
import { valueOn } from '../../setting.ts';

/** True when `day` is later than the last day and the grace in force on that last day. */
export function isLate(day: Day, dueOn: Day, timing: Timing): boolean {
  return daysBetween(dueOn, day) > valueOn(timing.graceDays, dueOn);
}

/** The last day by the source, or undefined where there is none. */
export function firstDueOn(issue: Issue): Reckoned | undefined {
  return dueOn(issue.deadline);
}

/**
 * The day on which what goes on is looked at first, or undefined where nothing goes on. `moved` is the last day after
 * an extension. A bare frequency (一周两次) is looked at after the office's interval.
 */
export function firstRecheckOn(issue: Issue, timing: Timing, moved?: Day): Day | undefined {
  const { deadline, listedOn } = issue;
  const recheckEveryDays = valueOn(timing.reviewEveryDays, listedOn);
  if (deadline.kind === 'recurring') return addDays(listedOn, recheckEveryDays);
  const standing =
    deadline.kind === 'fixed-then-ongoing' && moved !== undefined
      ? { ...deadline, dueOn: moved }
      : deadline;
  return recheckOn(standing, { listedOn, reviewEveryDays: recheckEveryDays })?.day;
}

/**
 * The next recheck after `from`: by the source's interval, else by the office's that is in force on `decidedOn`, the day
 * on which the recheck was set.
 */
export function nextRecheckOn(issue: Issue, timing: Timing, from: Day, decidedOn: Day): Day {
  const own = 'reviewEvery' in issue.deadline ? issue.deadline.reviewEvery : undefined;
  return addDays(from, own ?? valueOn(timing.reviewEveryDays, decidedOn));
}
