/** 等谁办: what waits for somebody other than its unit, for whom, for what and for how long; on the internal site only. */
import { daysBetween } from '../../day/calendar.ts';
import { isReviewDue } from '../../domain/figures/lateness.ts';
import { owners, steps } from '../../domain/issue/next-step.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { waitingSince } from '../../domain/issue/deadline/waiting.ts';
import { figureAddress, issueAddress } from '../address.ts';
import type { Edition } from '../edition.ts';

export interface WaitingRow {
  /** 审核员, 上级; 无人 while time alone must pass. */
  readonly who: string;
  /** 验收或退回, 登记公示 … */
  readonly what: string;
  readonly count: number;
  readonly longest: number;
  /** The page of the figure that counts them. */
  readonly list: string;
  /** The page of the one that has waited for longest. */
  readonly href: string;
}

const ORDER = ['verify', 'publicise', 'publicity', 'confirm', 'review'] as const;

/** The figure of each. */
const FIGURES: Record<(typeof ORDER)[number], string> = {
  verify: 'to-verify',
  publicise: 'held-unpublicised',
  publicity: 'held-publicity',
  confirm: 'held-above',
  review: 'review-due',
};

/** Who is waited for; 复查 is the reviewer's where the unit is still at work (长期整改), too. */
const WHO: Record<(typeof ORDER)[number], string> = {
  verify: owners.reviewer,
  publicise: owners.reviewer,
  publicity: '公示期',
  confirm: owners.above,
  review: owners.reviewer,
};

/** One row a step that is waited for, in the order of an issue's way. */
export function waitingRows({ audience, standing, today }: Edition): WaitingRow[] {
  if (audience === 'public') return [];
  const days = ({ history, lateness }: IssueStanding): number =>
    lateness.kind === 'review'
      ? -lateness.days
      : daysBetween(waitingSince(history) ?? today, today);
  return ORDER.flatMap((step): WaitingRow[] => {
    const issues = standing.issues
      .filter((one) => (step === 'review' ? isReviewDue(one) : one.history.next.step === step))
      .toSorted((a, b) => days(b) - days(a));
    const [first] = issues;
    if (first === undefined) return [];
    const who = WHO[step];
    const href = issueAddress(first.id);
    return [
      {
        who,
        what: steps[step],
        count: issues.length,
        list: figureAddress(FIGURES[step]),
        longest: days(first),
        href,
      },
    ];
  });
}
