/** 承诺的频次做到没有: what the reports on an issue say of its duties, period by period. */
import type { Duty } from '../schema/deadline.ts';
import type { Issue } from '../schema/issue.ts';
import type { Update } from '../schema/update.ts';
import type { Day } from './calendar.ts';
import { dutyRecord, type DutyPeriodRecord, type Stretch } from './duty.ts';

/** How many periods of a duty were held, missed and unknown; the three add up to `periods`. */
export interface DutyTally {
  readonly periods: number;
  readonly held: number;
  readonly missed: number;
  readonly unknown: number;
}

/**
 * The days on which a duty was held, as the reports up to `today` prove it: the days of their dated evidence, such as
 * the day of the latest post. Where an issue has several duties, an evidence counts for the one that its words name.
 */
export function heldOn(duty: Duty, issue: Issue, updates: readonly Update[], today: Day): Day[] {
  const days: Day[] = [];
  for (const { reportedOn, evidence } of updates) {
    if (reportedOn > today) continue;
    for (const { day, what } of evidence) {
      if (day === undefined || day > today) continue;
      if (issue.duties.length === 1 || what?.includes(duty.what) === true) days.push(day);
    }
  }
  return days;
}

/**
 * The periods of a duty from the day of listing to `today`. `checked`: stretches that somebody looked at completely;
 * without them nothing is called missed.
 */
export function dutyPeriodsOf(
  duty: Duty,
  issue: Issue,
  updates: readonly Update[],
  today: Day,
  checked: readonly Stretch[] = [],
): DutyPeriodRecord[] {
  return dutyRecord(duty, issue.listedOn, today, {
    heldOn: heldOn(duty, issue, updates, today),
    checked,
  });
}

export function dutyTally(records: readonly DutyPeriodRecord[]): DutyTally {
  const count = (state: DutyPeriodRecord['state']): number =>
    records.filter((record) => record.state === state).length;
  return {
    periods: records.length,
    held: count('held'),
    missed: count('missed'),
    unknown: count('unknown'),
  };
}
