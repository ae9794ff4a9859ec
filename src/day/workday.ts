/**
 * 工作日: working days by the State Council's yearly calendar with its moved days (调休).
 *
 * Only the package's data file is used. Its functions reckon in the machine's time zone: west of Greenwich they
 * call the working Saturday's neighbour a working day. The data is plain text and cannot move.
 */
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, weekdayOf, yearOf } from './calendar.ts';

/**
 * A day found by counting working days. `certain` is false when the count crossed a day for which no calendar has
 * been published: there Monday to Friday were counted, which holidays and moved days may still correct.
 */
export interface Reckoned {
  day: Day;
  certain: boolean;
}

/** Whether people work on a day, and whether that is known or only Monday to Friday by rule of thumb. */
export interface WorkdayAnswer {
  workday: boolean;
  certain: boolean;
}

const DAYS_OFF: Readonly<Record<string, string>> = calendar.holidays;
const MOVED_WORKDAYS: Readonly<Record<string, string>> = calendar.workdays;

/** The day's place in the published calendar: 2004 to 2026 in this edition of the data. */
export function isWorkday(day: Day): WorkdayAnswer {
  const certain = isPublished(day);
  if (Object.hasOwn(MOVED_WORKDAYS, day)) return { workday: true, certain };
  return { workday: weekdayOf(day) <= 5 && !Object.hasOwn(DAYS_OFF, day), certain };
}

/**
 * True when the State Council's calendar for this day is in the data. New Year's Day stands in each year's
 * calendar; the last week of a year may still be moved by the next year's, as on 29 December 2018.
 */
export function isPublished(day: Day): boolean {
  return hasYear(yearOf(day)) && (day.slice(5) < '12-25' || hasYear(yearOf(day) + 1));
}

/**
 * The `count`-th working day after `day` (before it when negative); the day itself is not counted
 * (民法典第二百零一条). Count 0 gives the day itself.
 */
export function addWorkdays(day: Day, count: number): Reckoned {
  const step = count < 0 ? -1 : 1;
  let at = day;
  let certain = true;
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step);
    const answer = isWorkday(at);
    certain &&= answer.certain;
    if (answer.workday) left -= 1;
  }
  return { day: at, certain };
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workdaysBetween(from: Day, to: Day): { count: number; certain: boolean } {
  let count = 0;
  let certain = true;
  for (let at = from; at < to;) {
    at = addDays(at, 1);
    const answer = isWorkday(at);
    certain &&= answer.certain;
    if (answer.workday) count += 1;
  }
  return { count, certain };
}

/** The day itself when it is a working day, otherwise the last working day before it. */
export function lastWorkdayOnOrBefore(day: Day): Reckoned {
  let at = day;
  let { workday, certain } = isWorkday(at);
  while (!workday) {
    at = addDays(at, -1);
    const answer = isWorkday(at);
    workday = answer.workday;
    certain &&= answer.certain;
  }
  return { day: at, certain };
}

function hasYear(year: number): boolean {
  return Object.hasOwn(DAYS_OFF, `${String(year).padStart(4, '0')}-01-01`);
}
