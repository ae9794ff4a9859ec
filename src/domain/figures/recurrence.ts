/** 再次列入: what was found again at a unit after it had been put right. It says what the lists say, and nothing of why. */
import type { Day } from '../../day/calendar.ts';
import type { IssueStanding, Standing } from '../issue/standing.ts';
import { flowEvents } from './flows.ts';
import { isValid } from './state.ts';

/** An issue that was settled, and the day on which it was for the first time. */
export interface SettledBefore {
  readonly one: IssueStanding;
  readonly on: Day;
}

/**
 * The valid issues that were listed after an issue of the same unit and of one of the same kinds had been settled (已销号 or
 * 长期坚持, for the first time), in the order of the standing. What was itself opened again is no other issue and not
 * among them (`reopened` counts it); issues of no registered unit are compared with none.
 */
export function listedAgain(standing: Pick<Standing, 'issues'>): IssueStanding[] {
  return standing.issues.filter((one) => isValid(one) && settledBefore(standing, one).length > 0);
}

/** The issues of the same unit and of one of the same kinds that had been settled when this was listed, the latest first. */
export function settledBefore(
  { issues }: Pick<Standing, 'issues'>,
  one: IssueStanding,
): SettledBefore[] {
  const known = settledOf.get(issues) ?? settledByKey(issues);
  settledOf.set(issues, known);
  const before = keysOf(one)
    .flatMap((key) => known.get(key) ?? [])
    .filter(({ on }) => on < one.issue.listedOn);
  return [...new Set(before)].toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

const settledOf = new WeakMap<readonly IssueStanding[], Map<string, SettledBefore[]>>();

function settledByKey(issues: readonly IssueStanding[]): Map<string, SettledBefore[]> {
  const first = new Map<string, Day>();
  for (const { issue, flow, on } of flowEvents({ issues }))
    if ((flow === 'closed' || flow === 'sustained') && !first.has(issue)) first.set(issue, on);
  const byKey = new Map<string, SettledBefore[]>();
  for (const one of issues) {
    const on = first.get(one.id);
    if (on === undefined) continue;
    const settled = { one, on };
    for (const key of keysOf(one)) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [settled]);
      else same.push(settled);
    }
  }
  return byKey;
}

/** A unit with a kind of problem, one for each of the kinds of an issue. */
function keysOf({ unit, issue }: IssueStanding): string[] {
  return unit === '' ? [] : issue.problems.map((problem) => `${unit} ${problem}`);
}
