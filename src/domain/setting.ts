/**
 * 分时生效: what holds from a day on — values of a setting, editions of the indicators, thresholds, rules of reminding and
 * registering. A change is one more entry with a later day; the past keeps what held then.
 */
import type { Day } from '../day/calendar.ts';

/** Something that holds from the day `from` on, until an entry of the same list with a later day holds. */
export interface InForceFrom {
  readonly from: Day;
}

/** A value and the day from which it holds. */
export interface Dated<V> extends InForceFrom {
  readonly value: V;
}

/**
 * The entry in force on `day`: the one with the last `from` that is not after it, in whatever order they stand; undefined
 * before the earliest. The rule `dated-settings` refuses two from one day; without it the one written last counts.
 */
export function inForceOn<T extends InForceFrom>(list: readonly T[], day: Day): T | undefined {
  let inForce: T | undefined;
  for (const entry of list)
    if (entry.from <= day && (inForce === undefined || entry.from >= inForce.from)) inForce = entry;
  return inForce;
}

/**
 * The same for what must hold on every day: before the earliest, the earliest. Throws RangeError on an empty list, which
 * the schema does not let through.
 */
export function alwaysInForceOn<T extends InForceFrom>(list: readonly T[], day: Day): T {
  const entry = inForceOn(list, day) ?? list.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (entry === undefined) throw new RangeError('a setting without a value');
  return entry;
}

/** The same of a list that a ledger may leave empty. */
export function ruleInForceOn<T extends InForceFrom>(list: readonly T[], day: Day): T | undefined {
  return list.length === 0 ? undefined : alwaysInForceOn(list, day);
}

/** The value of a setting on `day`, as `alwaysInForceOn` finds it. */
export function valueOn<V>(setting: readonly Dated<V>[], day: Day): V {
  return alwaysInForceOn(setting, day).value;
}
