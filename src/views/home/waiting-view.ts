/** 等谁办: what waits for somebody other than its unit, for whom, for what and for how long; on the internal site only. */
import { daysBetween } from '../../day/calendar.ts';
import { owners, steps } from '../../domain/issue/next-step.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { waitingSince } from '../../domain/issue/waiting.ts';
import { issueAddress } from '../address.ts';
import type { Edition } from '../edition.ts';

export interface WaitingRow {
  /** 审核员, 上级; 无人 while time alone must pass. */
  readonly who: string;
  /** 验收或退回, 登记公示 … */
  readonly what: string;
  readonly count: number;
  readonly longest: number;
  /** The page of the one that has waited for longest. */
  readonly href: string;
}

const ORDER = ['verify', 'publicise', 'publicity', 'confirm', 'review'] as const;

/** One row a step that is waited for, in the order of an issue's way. */
export function waitingRows({ audience, standing, today }: Edition): WaitingRow[] {
  if (audience === 'public') return [];
  const days = ({ history }: IssueStanding): number =>
    daysBetween(waitingSince(history) ?? today, today);
  return ORDER.flatMap((step): WaitingRow[] => {
    const issues = standing.issues
      .filter(({ history }) => history.next.step === step)
      .toSorted((a, b) => days(b) - days(a));
    const [first] = issues;
    if (first === undefined) return [];
    const { owner } = first.history.next;
    const who = owner === 'nobody' ? '公示期' : owners[owner];
    const href = issueAddress(first.id);
    return [{ who, what: steps[step], count: issues.length, longest: days(first), href }];
  });
}
