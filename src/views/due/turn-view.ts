/**
 * 轮到谁办: the two lists of what waits for somebody that no figure counts, without a tab of their own; inside only. What a
 * recheck day has come of and is still with its unit (长期整改) is the unit's to report, not the reviewer's to recheck.
 */
import { isOverdue } from '../../domain/figures/lateness.ts';
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { Face } from '../face.ts';
import { issueOrders } from '../issue/issue-order.ts';

export const turns = {
  report: {
    name: '责任单位待办（未逾期）',
    has: (one: IssueStanding) => isWithUnit(one.history) && !isOverdue(one),
    order: issueOrders.soon,
    words: '长期整改已到复查日的也在内；逾期的不在内',
  },
  recheck: {
    name: '待审核员复查',
    has: ({ history }: IssueStanding) => history.next.step === 'review',
    order: issueOrders.review,
    words: '责任单位还没有申请验收的不在内',
  },
} as const;
export type Turn = keyof typeof turns;

/** The issues of each, in its order; none on the public site. */
export function turnIssues({ audience, standing }: Face): { id: Turn; issues: IssueStanding[] }[] {
  if (audience === 'public') return [];
  return (Object.keys(turns) as Turn[]).flatMap((id) => {
    const { has, order } = turns[id];
    const issues = standing.issues.filter(has).toSorted(order.by);
    return issues.length === 0 ? [] : [{ id, issues }];
  });
}
