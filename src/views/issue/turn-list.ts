/**
 * 轮到谁办: the two lists of what waits for somebody that no figure counts, without a tab of their own; inside only. What a
 * recheck day has come of and is still with its unit (长期整改) is the unit's to report, not the reviewer's to recheck.
 */
import { isOverdue } from '../../domain/figures/lateness.ts';
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { turnAddress } from '../address.ts';
import type { Face } from '../face.ts';
import { issueOrders } from './issue-order.ts';
import type { ListView } from './list-view.ts';

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

/** Those that have rows. */
export function turnLists({ audience, standing }: Face): ListView[] {
  if (audience === 'public') return [];
  return (Object.keys(turns) as Turn[]).flatMap((id): ListView[] => {
    const { name, has, order, words } = turns[id];
    const issues = standing.issues.filter(has).toSorted(order.by);
    if (issues.length === 0) return [];
    const href = turnAddress(id);
    return [
      {
        id,
        name,
        parts: [{ name, count: issues.length }],
        order: order.words,
        tab: href,
        href,
        tabbed: false,
        ids: issues.map((one) => one.id),
        words,
        withheld: 0,
      },
    ];
  });
}
