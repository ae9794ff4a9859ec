/**
 * 轮到谁办: the lists of what waits for somebody that no figure counts, without a tab of their own; inside only. What a
 * recheck day has come of and is still with its unit (长期整改) is the unit's to report, not the reviewer's to recheck.
 */
import { isOverdue } from '../../domain/figures/lateness.ts';
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { awaitedStep } from '../../domain/issue/state-words.ts';
import { type AwaitedStep, awaitedSteps } from '../../text/terms.ts';
import type { Face } from '../face.ts';
import { failedSinceAccepted } from '../inspection/look-words.ts';
import { issueOrders } from '../issue/issue-order.ts';

/** What was accepted and waits at a step, without what failed since: a list of its own only where the figure has that too. */
function held<Step extends AwaitedStep>(step: Step, name: string = awaitedSteps[step]) {
  const list = {
    name: `${name}（验收以后检查不合格的除外）`,
    has: (one: IssueStanding, face: Face) =>
      awaitedStep(one.history) === step && failedSinceAccepted(face, one) === undefined,
    order: issueOrders.waiting,
    words: '验收以后检查不合格的另列，由审核员核实',
  };
  return { [step]: list } as Record<Step, typeof list>;
}

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
  recall: {
    name: '验收以后检查不合格',
    has: (one: IssueStanding, face: Face) => failedSinceAccepted(face, one) !== undefined,
    order: issueOrders.waiting,
    words:
      '已验收、还没有销号的，验收以后的检查又不合格；由审核员核实，仍不合格的退回。状态栏写的是验收后走到的那一步，登记“退回”以后才变，在此以前仍计入已验收待销号',
  },
  ...held('publicise', '待登记公示'),
  ...held('publicity'),
  ...held('confirm'),
} as const;
export type Turn = keyof typeof turns;

/** The issues of each, in its order; none on the public site. */
export function turnIssues(face: Face): { id: Turn; issues: IssueStanding[] }[] {
  if (face.audience === 'public') return [];
  const apart = stepsApart(face);
  return (Object.keys(turns) as Turn[]).flatMap((id) => {
    if (Object.hasOwn(awaitedSteps, id) && !apart.has(id)) return [];
    const { has, order } = turns[id];
    const issues = face.standing.issues.filter((one) => has(one, face)).toSorted(order.by);
    return issues.length === 0 ? [] : [{ id, issues }];
  });
}

/** What was accepted and waits at one step: all of it, and of that what failed since, which waits for the reviewer. */
export interface AwaitingAt {
  readonly step: AwaitedStep;
  readonly count: number;
  readonly failed: number;
}

/** 已验收待销号, step by step: the tile on the home page and the rows beside it count with this alone. */
export function awaitingByStep(face: Face): AwaitingAt[] {
  return (Object.keys(awaitedSteps) as AwaitedStep[]).flatMap((step) => {
    const own = face.standing.issues.filter(({ history }) => awaitedStep(history) === step);
    const failed = own.filter((one) => turns.recall.has(one, face)).length;
    return own.length === 0 ? [] : [{ step, count: own.length, failed }];
  });
}

/** The steps at which something waits that failed since it was accepted, so that it is listed apart from the others. */
export function stepsApart(face: Face): ReadonlySet<string> {
  return new Set(
    face.standing.issues
      .filter((one) => turns.recall.has(one, face))
      .map(({ history }) => history.next.step),
  );
}
