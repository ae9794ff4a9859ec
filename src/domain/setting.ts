/** 系统设定: a setting of the office with the days from which its values hold (content/vocabulary/timing.yaml). */
import type { Day } from '../day/calendar.ts';

/** A value and the day from which it holds. */
export interface Dated<V> {
  readonly from: Day;
  readonly value: V;
}

/**
 * The value in force on `day`: the one with the last `from` that is not after it; before the earliest, the earliest.
 * Of two values from the same day the one written last counts. Throws RangeError on an empty list, which the schema
 * does not let through.
 */
export function valueOn<V>(setting: readonly Dated<V>[], day: Day): V {
  const [first] = setting;
  if (first === undefined) throw new RangeError('a setting without a value');
  let earliest = first;
  let inForce: Dated<V> | undefined;
  for (const entry of setting) {
    if (entry.from < earliest.from) earliest = entry;
    if (entry.from <= day && (inForce === undefined || entry.from >= inForce.from)) inForce = entry;
  }
  return (inForce ?? earliest).value;
}
