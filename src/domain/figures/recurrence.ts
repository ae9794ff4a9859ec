/** 再次列入: what was found again at a unit after it had been put right. It says what the lists say, and nothing of why. */
import type { Day } from '../../day/calendar.ts';
import type { IssueStanding, Standing } from '../issue/standing.ts';
import { flowEvents } from './flows.ts';
import { isValid } from './state.ts';

/**
 * The valid issues that were listed after an issue of the same unit and of one of the same kinds had been settled (已销号 or
 * 长期坚持, for the first time), in the order of the standing. What was itself opened again is no other issue and not
 * among them (`reopened` counts it); issues of no registered unit are compared with none.
 */
export function listedAgain({ issues }: Pick<Standing, 'issues'>): IssueStanding[] {
  const settled = new Map<string, Day>();
  for (const { issue, flow, on } of flowEvents({ issues }))
    if ((flow === 'closed' || flow === 'sustained') && !settled.has(issue)) settled.set(issue, on);
  const first = new Map<string, Day>();
  for (const one of issues) {
    const on = settled.get(one.id);
    if (on === undefined) continue;
    for (const key of keysOf(one)) {
      const known = first.get(key);
      if (known === undefined || on < known) first.set(key, on);
    }
  }
  return issues.filter(
    (one) =>
      isValid(one) && keysOf(one).some((key) => (first.get(key) ?? '9999') < one.issue.listedOn),
  );
}

/** A unit with a kind of problem, one for each of the kinds of an issue. */
function keysOf({ unit, issue }: IssueStanding): string[] {
  return unit === '' ? [] : issue.problems.map((problem) => `${unit} ${problem}`);
}
