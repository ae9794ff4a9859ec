/** 次序: in which order a list of issues stands, and how a page says so. */
import { waitingSince } from '../../domain/issue/deadline/waiting.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { State } from '../../domain/issue/transition.ts';
import type { Face } from '../face.ts';
import { markedDay } from './issue-row.ts';

export interface IssueOrder {
  /** A clause without a full stop. */
  readonly words: string;
  readonly by: (a: IssueStanding, b: IssueStanding) => number;
}

export const issueOrders = {
  late: { words: '按截止日先后排列，逾期最久的在前', by: byDayShown },
  soon: { words: '按截止日先后排列，先到期的在前', by: byDayShown },
  waiting: { words: '按等待时间排列，等得最久的在前', by: byWaiting },
  review: { words: '按复查日先后排列，先到复查日的在前', by: byDayShown },
  closing: { words: '按销号日由近到远排列', by: byClosing },
} as const satisfies Readonly<Record<string, IssueOrder>>;

/** The figures whose rows are read in an order of their own. */
const ofFigures: Readonly<Record<string, keyof typeof issueOrders>> = {
  overdue: 'late',
  'in-grace': 'late',
  'due-soon': 'soon',
  'due-later': 'soon',
  submitted: 'waiting',
  'to-verify': 'waiting',
  held: 'waiting',
  'held-unpublicised': 'waiting',
  'held-publicity': 'waiting',
  'held-above': 'waiting',
  'review-due': 'review',
  sustained: 'review',
  closed: 'closing',
};

/** The order of a figure's rows: its own, else what is open first and the soonest first. */
export function figureOrder(face: Pick<Face, 'audience'>, figure: string): IssueOrder {
  const own = Object.hasOwn(ofFigures, figure) ? ofFigures[figure] : undefined;
  if (own === undefined) return soonestOrder(face);
  return own === 'waiting' ? waitingOrder(face) : issueOrders[own];
}

/** How long something has waited is said inside; where rows say their last days, they stand by these. */
export function waitingOrder({ audience }: Pick<Face, 'audience'>): IssueOrder {
  return audience === 'internal' ? issueOrders.waiting : issueOrders.soon;
}

/** 未完成的在前: what its unit has to do, what waits, what goes on, what is over; in each by the day that the row shows. */
export function soonestOrder({ audience }: Pick<Face, 'audience'>): IssueOrder {
  const inside = audience === 'internal';
  const waiting = inside ? '；待审核、待销号的等得久的在前' : '';
  return {
    words: `未完成的在前，按截止日（复查日）先后排列${waiting}；已销号的在后，近的在前`,
    by: (a, b) => {
      const place = turns[a.history.state];
      const behind = turns[b.history.state];
      if (place !== behind) return place - behind;
      if (place === turns.submitted && inside) return byWaiting(a, b);
      return place >= turns.closed ? byDayShown(b, a) : byDayShown(a, b);
    },
  };
}

/** These issues, open first and soonest first; ids that the face does not hold are left out. */
export function soonestFirst(face: Face, ids: readonly string[]): string[] {
  return issuesInOrder(face, ids, soonestOrder(face));
}

/** These issues in an order; ids that the face does not hold are left out. */
export function issuesInOrder(
  { issues }: Face,
  ids: readonly string[],
  { by }: IssueOrder,
): string[] {
  return ids
    .flatMap((id) => issues.get(id) ?? [])
    .toSorted(by)
    .map(({ id }) => id);
}

/** First what its unit has to do, then what waits, then what goes on, then what is over. */
const turns: Readonly<Record<State, number>> = {
  ...{ open: 0, rectifying: 0, returned: 0 },
  submitted: 1,
  sustained: 2,
  closed: 3,
  void: 4,
};

/** By the day that the row shows, what has none behind. */
export function byDayShown(a: IssueStanding, b: IssueStanding): number {
  return byEarlierDay(markedDay(a)?.day ?? '9999', markedDay(b)?.day ?? '9999');
}

/** By the day from which something else than the unit is waited for. */
function byWaiting(a: IssueStanding, b: IssueStanding): number {
  return byEarlierDay(waitingSince(a.history) ?? '', waitingSince(b.history) ?? '');
}

/** What was closed last, first; what is kept up stands behind, as it came. */
function byClosing(a: IssueStanding, b: IssueStanding): number {
  return byEarlierDay(b.history.round.closedOn ?? '', a.history.round.closedOn ?? '');
}

/** For sorting by days that are written YYYY-MM-DD. */
function byEarlierDay(x: string, y: string): number {
  return x === y ? 0 : x < y ? -1 : 1;
}
