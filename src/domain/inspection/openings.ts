/**
 * 开列问题: what a check leads to in the ledger. A failed indicator proposes a finding, or opens a settled one again with
 * 回头看 as its ground; what held is recorded; what is still being rectified is left alone.
 */
import type { Account } from '../../schema/account.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Problem } from '../../schema/vocabulary.ts';
import { addDays, addMonths, type Day } from '../../day/calendar.ts';
import { isUnfinished } from '../figures/state.ts';
import { judgedRows, type Verdict } from './inspection.ts';
import { type IssueStanding, standing } from '../issue/standing.ts';
import { addWorkdays } from '../../day/workday.ts';

/** A finding that the check proposes. */
export interface NewFinding {
  readonly account: Entry<Account>;
  readonly verdict: Verdict;
  readonly problem: Problem;
}

export interface Openings {
  readonly findings: readonly NewFinding[];
  /** Settled issues that fail again. */
  readonly reopened: readonly { readonly issue: IssueStanding; readonly verdict: Verdict }[];
  /** 长期坚持 issues that still hold: a recheck is recorded. */
  readonly rechecked: readonly IssueStanding[];
  /** Closed issues that still hold: the check itself is the record. */
  readonly held: readonly IssueStanding[];
  /** Issues still being rectified whose indicator fails: nothing new is opened. */
  readonly underway: readonly IssueStanding[];
  /** Failed indicators that no kind of problem names. */
  readonly unmapped: readonly string[];
}

/** What `inspection` leads to on `today`. */
export function openings(ledger: Ledger, inspection: Inspection, today: Day): Openings {
  const { issues } = standing(ledger, today);
  const latest = new Map<string, IssueStanding>();
  for (const one of issues) {
    const { account, indicator } = one.issue;
    if (indicator === undefined || one.history.state === 'void') continue;
    const key = `${account} ${indicator.id}`;
    const other = latest.get(key);
    if (other === undefined || other.issue.listedOn <= one.issue.listedOn) latest.set(key, one);
  }
  const findings: NewFinding[] = [];
  const reopened: Openings['reopened'][number][] = [];
  const rechecked: IssueStanding[] = [];
  const held: IssueStanding[] = [];
  const underway: IssueStanding[] = [];
  const unmapped = new Set<string>();
  for (const { account, verdicts } of judgedRows(ledger, inspection)) {
    if (account === undefined) continue;
    for (const verdict of verdicts) {
      const issue = latest.get(`${account.id} ${verdict.indicator}`);
      if (verdict.result === 'passed') {
        if (issue?.history.state === 'sustained') rechecked.push(issue);
        if (issue?.history.state === 'closed') held.push(issue);
      }
      if (verdict.result !== 'failed') continue;
      if (issue !== undefined && isUnfinished(issue)) underway.push(issue);
      else if (issue !== undefined) reopened.push({ issue, verdict });
      else {
        const problem = problemOf(ledger, verdict.indicator);
        if (problem === undefined) unmapped.add(verdict.indicator);
        else findings.push({ account, verdict, problem });
      }
    }
  }
  return {
    findings,
    reopened,
    rechecked,
    held,
    underway,
    unmapped: [...unmapped].toSorted(),
  };
}

/** The first kind of problem that names the indicator. */
export function problemOf(
  { vocabulary }: Pick<Ledger, 'vocabulary'>,
  indicator: string,
): Problem | undefined {
  return vocabulary.problems.find(({ indicators }) => indicators.includes(indicator));
}

/**
 * Whether a failure of the indicator is listed as this kind of problem: the first one that names it, or one that has
 * measures of its own. Other kinds that name it are only like it: 内容单一 is not what a check without a post found.
 */
export function isListedAs(
  ledger: Pick<Ledger, 'vocabulary'>,
  indicator: string,
  problem: Problem,
): boolean {
  if (!problem.indicators.includes(indicator)) return false;
  return problem.measures !== undefined || problemOf(ledger, indicator)?.id === problem.id;
}

/** The last day by the office's rule for a kind of problem; undefined for 立即整改. */
export function lastDayOf({ within }: Problem, from: Day): Day | undefined {
  if (within === undefined) return undefined;
  if ('workdays' in within) return addWorkdays(from, within.workdays).day;
  if ('days' in within) return addDays(from, within.days);
  return addMonths(from, within.months);
}
