/**
 * 频次义务: a frequency that the measures promise, cut into periods that are held, missed or unknown.
 * Unknown is never shown as held, and never as missed unless somebody looked at the whole period.
 */
import type { Duty } from '../schema/deadline.ts';
import {
  addDays,
  addMonths,
  type Day,
  endOfHalfYear,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  startOfWeek,
} from '../day/calendar.ts';

export { readDuties } from './phrase/duties.ts';

/** A stretch of days, both ends included. */
export interface Stretch {
  from: Day;
  to: Day;
}

/** One period of a duty, cut at the ends of what was asked for. */
export interface DutyPeriod extends Stretch {
  /** False when the period was cut: less than the whole of it was asked for, so it cannot be missed. */
  whole: boolean;
}

export type DutyState = 'met' | 'missed' | 'unknown';

export interface DutyPeriodRecord extends DutyPeriod {
  state: DutyState;
  /** How many times on record within the period. */
  count: number;
}

/** What is known of a duty: each time it was held, and the stretches somebody looked at completely. */
export interface DutyKnowledge {
  /** One entry for each time; a day stands twice when it was held twice on that day. */
  heldOn: readonly Day[];
  checked: readonly Stretch[];
}

/**
 * The periods of a duty from one day to another, both included: calendar weeks (from Monday), months, quarters …,
 * or for an interval blocks of that many days counted from `from`. Empty when `to` is before `from`.
 */
export function dutyPeriods(duty: Duty, from: Day, to: Day): DutyPeriod[] {
  const periods: DutyPeriod[] = [];
  for (let at = from; at <= to;) {
    const full = periodAround(duty, at);
    const end = full.to > to ? to : full.to;
    periods.push({ from: at, to: end, whole: full.from === at && full.to === end });
    at = addDays(end, 1);
  }
  return periods;
}

/** Each period of a duty with its state: held as often as asked; missed only where a check saw all of it. */
export function dutyRecord(
  duty: Duty,
  from: Day,
  to: Day,
  knowledge: DutyKnowledge,
): DutyPeriodRecord[] {
  return dutyPeriods(duty, from, to).map((period) => ({
    ...period,
    count: knowledge.heldOn.filter((day) => isWithin(day, period)).length,
    state:
      'everyDays' in duty
        ? intervalState(duty.everyDays, from, period, knowledge)
        : timesState(duty.times, period, knowledge),
  }));
}

function periodAround(duty: Duty, day: Day): Stretch {
  if ('everyDays' in duty) return { from: day, to: addDays(day, duty.everyDays - 1) };
  switch (duty.per) {
    case 'day':
      return { from: day, to: day };
    case 'week':
      return { from: startOfWeek(day), to: addDays(startOfWeek(day), 6) };
    case 'month':
      return { from: `${day.slice(0, 8)}01`, to: endOfMonth(day) };
    case 'quarter': {
      const end = endOfQuarter(day);
      return { from: firstOfMonths(end, 3), to: end };
    }
    case 'half-year': {
      const end = endOfHalfYear(day);
      return { from: firstOfMonths(end, 6), to: end };
    }
    case 'year':
      return { from: `${day.slice(0, 5)}01-01`, to: endOfYear(day) };
    default:
      return duty.per satisfies never;
  }
}

/** The first day of the `months` months that end on `end`. */
function firstOfMonths(end: Day, months: number): Day {
  return addMonths(`${end.slice(0, 8)}01`, 1 - months);
}

function timesState(times: number, period: DutyPeriod, knowledge: DutyKnowledge): DutyState {
  const held = knowledge.heldOn.filter((day) => isWithin(day, period)).length;
  if (held >= times) return 'met';
  return period.whole && isCovered(period, knowledge.checked) ? 'missed' : 'unknown';
}

/**
 * An interval is kept when no stretch of that many days goes by without it, across the blocks as well: updates on
 * the 1st and the 20th do not keep an interval of 10 days, though each block of ten has one.
 */
function intervalState(
  days: number,
  from: Day,
  period: DutyPeriod,
  knowledge: DutyKnowledge,
): DutyState {
  let state: DutyState = period.whole ? 'met' : 'unknown';
  for (let end = period.from; end <= period.to; end = addDays(end, 1)) {
    const window = { from: addDays(end, 1 - days), to: end };
    if (window.from < from || knowledge.heldOn.some((day) => isWithin(day, window))) continue;
    if (isCovered(window, knowledge.checked)) return 'missed';
    state = 'unknown';
  }
  return state;
}

function isWithin(day: Day, stretch: Stretch): boolean {
  return stretch.from <= day && day <= stretch.to;
}

/** True when the checked stretches together leave no day of `stretch` out. */
function isCovered(stretch: Stretch, checked: readonly Stretch[]): boolean {
  for (let at = stretch.from; at <= stretch.to; at = addDays(at, 1)) {
    if (!checked.some((seen) => isWithin(at, seen))) return false;
  }
  return true;
}
