/**
 * 页签: the lists into which the issues of a place are parted — 未完成, 逾期, 待审核, 待销号, 已办结, 全部 — the same ones for the
 * whole ledger, a kind of problem and a platform.
 */
import { figures } from '../../domain/figures/figures.ts';
import { isOverdue } from '../../domain/figures/lateness.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { phases } from '../../domain/issue/transition.ts';
import { states } from '../../text/terms.ts';
import type { Face } from '../face.ts';
import { namedFigureRows } from '../figure/figure-view.ts';
import { type IssueOrder, issueOrders, soonestOrder, waitingOrder } from '../issue/issue-order.ts';
import type { Roll } from '../roll.ts';

/** What the search calls a list: a facet and its value each; several values of a facet are any of them. */
export type SearchFacets = readonly (readonly [name: string, value: string])[];

const kinds = {
  unfinished: {
    name: '未完成',
    has: isUnfinished,
    order: unfinishedOrder,
    figure: 'unfinished',
  },
  overdue: {
    name: '逾期',
    has: isOverdue,
    order: () => issueOrders.late,
    figure: 'overdue',
  },
  waiting: {
    name: '待审核',
    has: isToVerify,
    order: waitingOrder,
    figure: 'to-verify',
  },
  held: { name: phases.awaiting, has: isHeld, order: waitingOrder, figure: 'held' },
  done: {
    name: '已办结',
    has: isDone,
    order: doneOrder,
    figure: undefined,
  },
  all: { name: '全部', has: () => true, order: soonestOrder, figure: undefined },
} as const satisfies Readonly<
  Record<
    string,
    {
      name: string;
      has: (one: IssueStanding) => boolean;
      order: (face: Pick<Face, 'audience'>) => IssueOrder;
      /** The figure whose rows it has. */
      figure: string | undefined;
    }
  >
>;
export type ListId = keyof typeof kinds;

/** One of the lists of a place, with what its tab says. */
export interface ListPart<Id extends string = ListId> extends Roll {
  readonly id: Id;
  readonly name: string;
  /** What its tab says: a name with a count each; of 已办结 both parts, which are never said as one. */
  readonly parts: readonly { readonly name: string; readonly count: number }[];
  /** In which order the rows stand, as a clause without a full stop. */
  readonly order: string;
  /** Of 已办结 how many are closed and how many sustained: they are never said as one. Empty elsewhere. */
  readonly words: string;
  /** Counted but not named (`namedFigureRows`). */
  readonly withheld: number;
  /** Undefined where the search does not know the list. */
  readonly facets: SearchFacets | undefined;
}

/** The lists of these issues, also those without rows; `address` is where each begins. */
export function listParts(
  face: Face,
  issues: readonly IssueStanding[],
  address: (id: ListId) => string,
): ListPart[] {
  const ordered = issues.toSorted(soonestOrder(face).by);
  return (Object.keys(kinds) as ListId[]).map((id) => {
    const { name, has, order, figure } = kinds[id];
    const { words, by } = order(face);
    const listed = ordered.filter(has).toSorted(by);
    const { rows, withheld } = namedFigureRows(
      face,
      figure ?? id,
      listed.map((one) => one.id),
    );
    return {
      id,
      name,
      parts: id === 'done' ? doneParts(listed) : [{ name, count: listed.length }],
      order: words,
      href: address(id),
      ids: rows,
      words: id === 'done' ? doneInWords(listed) : '',
      withheld,
      facets: facetsOf(id, figure),
    };
  });
}

export function isToVerify({ history }: IssueStanding): boolean {
  return history.phase === 'submitted';
}

function facetsOf(id: ListId, figure: string | undefined): SearchFacets {
  if (id === 'done')
    return [
      ['状态', states.closed],
      ['状态', states.sustained],
    ];
  return figures.flatMap((one) => (one.id === figure ? [['指标', one.name] as const] : []));
}

function isHeld({ history }: IssueStanding): boolean {
  return history.phase === 'awaiting';
}

function isDone({ history }: IssueStanding): boolean {
  return history.state === 'closed' || history.state === 'sustained';
}

function unfinishedOrder(face: Pick<Face, 'audience'>): IssueOrder {
  const waiting = face.audience === 'internal' ? '；待审核、待销号的在后，等得久的在前' : '';
  return {
    words: `待单位办理的在前，按截止日（复查日）先后排列${waiting}`,
    by: soonestOrder(face).by,
  };
}

function doneOrder(): IssueOrder {
  return {
    words: '已销号的在前，按销号日由近到远排列；长期坚持的在后',
    by: issueOrders.closing.by,
  };
}

function doneParts(issues: readonly IssueStanding[]): ListPart['parts'] {
  const closed = issues.filter(({ history }) => history.state === 'closed').length;
  return [
    { name: states.closed, count: closed },
    { name: states.sustained, count: issues.length - closed },
  ];
}

function doneInWords(issues: readonly IssueStanding[]): string {
  const [closed, sustained] = doneParts(issues);
  return `已销号${String(closed?.count)}个，转入长期坚持${String(sustained?.count)}个`;
}
