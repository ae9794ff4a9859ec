/** 承诺的频次做到没有: what the reports and the checks say of the duties of an issue, period by period. */
import type { Duty } from '../schema/deadline.ts';
import type { Inspection, InspectionRow } from '../schema/inspection.ts';
import type { Issue } from '../schema/issue.ts';
import type { Update } from '../schema/update.ts';
import { addDays, type Day } from '../day/calendar.ts';
import { type DutyKnowledge, dutyRecord, type DutyPeriodRecord, type Stretch } from './duty.ts';

/** How many periods of a duty were held, missed and unknown; the three add up to `periods`. */
export interface DutyTally {
  readonly periods: number;
  readonly met: number;
  readonly missed: number;
  readonly unknown: number;
}

/** What one check saw of one account. */
export interface Look {
  readonly checkedOn: Day;
  readonly row: InspectionRow;
}

/** What is on record about an issue: its own reports, and what checks saw of its account. */
interface DutySources {
  readonly updates: readonly Update[];
  readonly looks: readonly Look[];
}

/** Duties that an account's posts prove; a training or an answer leaves no post. */
const POSTING = /发布|推送|发文|(?:信息|内容)更新|^更新$/u;

/**
 * The days on which a duty was held, as the reports up to `today` prove it: the days of their dated evidence, such as
 * the day of the latest post. Where an issue has several duties, an evidence counts for the one that its words name.
 */
export function provedOn(duty: Duty, issue: Issue, updates: readonly Update[], today: Day): Day[] {
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

/** What each check saw, by account. */
export function looksOf(checks: Iterable<Inspection>): ReadonlyMap<string, readonly Look[]> {
  const looks = [...checks].flatMap(({ checkedOn, accounts }) =>
    accounts.map((row) => ({ checkedOn, row })),
  );
  return Map.groupBy(looks, ({ row }) => row.account);
}

/** What checks saw of the account that an issue is about; a unit's own issue has none. */
export function looksAt(
  looks: ReadonlyMap<string, readonly Look[]>,
  { account }: Pick<Issue, 'account'>,
): readonly Look[] {
  return (account === undefined ? undefined : looks.get(account)) ?? [];
}

/**
 * What checks up to `today` saw of a duty to publish: the day of the latest post, the days without one after it, and
 * the stretch that was counted where fewer posts were found in all of it than one period owes. The day of the check
 * itself was not over yet.
 */
export function seenInInspections(duty: Duty, looks: readonly Look[], today: Day): DutyKnowledge {
  const posts = new Set<Day>();
  const checked: Stretch[] = [];
  if (!POSTING.test(duty.what)) return { heldOn: [], checked };
  for (const {
    checkedOn,
    row: { lastPostOn, counted },
  } of looks) {
    if (checkedOn > today) continue;
    const to = addDays(checkedOn, -1);
    if (lastPostOn !== undefined) {
      posts.add(lastPostOn);
      checked.push({ from: addDays(lastPostOn, 1), to });
    }
    if (counted !== undefined && counted.posts < ('everyDays' in duty ? 1 : duty.times)) {
      checked.push({ from: addDays(checkedOn, 1 - counted.days), to });
    }
  }
  return { heldOn: [...posts], checked };
}

/** The periods of a duty from the day of listing to `today`. Without a check of all of a period it is not missed. */
export function dutyPeriodsOf(
  duty: Duty,
  issue: Issue,
  { updates, looks }: DutySources,
  today: Day,
): DutyPeriodRecord[] {
  const proved = provedOn(duty, issue, updates, today);
  const seen = seenInInspections(duty, looks, today);
  // The post that a check saw may be the one that a report proved: the same day is not counted twice.
  const more = seen.heldOn.filter((day) => !proved.includes(day));
  return dutyRecord(duty, issue.listedOn, today, {
    heldOn: [...proved, ...more],
    checked: seen.checked,
  });
}

export function dutyTally(records: readonly DutyPeriodRecord[]): DutyTally {
  const count = (state: DutyPeriodRecord['state']): number =>
    records.filter((record) => record.state === state).length;
  return {
    periods: records.length,
    met: count('met'),
    missed: count('missed'),
    unknown: count('unknown'),
  };
}
