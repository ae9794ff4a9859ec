/** 次序: in which order a list of issues stands, and how a page says so. */
import { waitingSince } from '../../domain/issue/deadline/waiting.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { byDueOn } from './issue-row.ts';

export interface IssueOrder {
  /** A clause without a full stop. */
  readonly words: string;
  readonly by: (a: IssueStanding, b: IssueStanding) => number;
}

export const issueOrders = {
  late: { words: '按截止日先后排列，逾期最久的在前', by: byDueOn },
  soon: { words: '按截止日先后排列，先到期的在前', by: byDueOn },
  waiting: { words: '按等待时间排列，等得最久的在前', by: byWaiting },
  review: { words: '按复查日先后排列，先到复查日的在前', by: byRecheckOn },
} as const satisfies Readonly<Record<string, IssueOrder>>;

/** The figures whose rows are read in an order of their own; all others stand as in the ledger. */
const ofFigures: Readonly<Record<string, IssueOrder>> = {
  overdue: issueOrders.late,
  'in-grace': issueOrders.late,
  'due-soon': issueOrders.soon,
  'due-later': issueOrders.soon,
  submitted: issueOrders.waiting,
  'to-verify': issueOrders.waiting,
  held: issueOrders.waiting,
  'held-unpublicised': issueOrders.waiting,
  'held-publicity': issueOrders.waiting,
  'held-above': issueOrders.waiting,
  'review-due': issueOrders.review,
};

/** The order of a figure's rows; undefined where it is the ledger's. */
export function figureOrder(figure: string): IssueOrder | undefined {
  return Object.hasOwn(ofFigures, figure) ? ofFigures[figure] : undefined;
}

/** By the day from which something else than the unit is waited for. */
function byWaiting(a: IssueStanding, b: IssueStanding): number {
  return earlier(waitingSince(a.history) ?? '', waitingSince(b.history) ?? '');
}

/** The review that has been due for longest first. */
function byRecheckOn(a: IssueStanding, b: IssueStanding): number {
  return earlier(a.history.round.reviewOn ?? '', b.history.round.reviewOn ?? '');
}

/** For sorting by days that are written YYYY-MM-DD. */
export function earlier(x: string, y: string): number {
  return x === y ? 0 : x < y ? -1 : 1;
}
