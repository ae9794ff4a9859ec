/**
 * 问题清单: all issues as lists under tabs — 未完成, 逾期, 待审核, 待销号, 已办结, 全部 — what is open first, then the soonest
 * day first; what waits by how long, what is closed by when. Besides, without a tab of their own: what falls due in the
 * next thirty days, and inside what a reminder is due of and whose turn it is.
 */
import { phases, SETTLED } from '../../domain/issue/transition.ts';
import { states } from '../../text/terms.ts';
import { isOverdue } from '../../domain/figures/lateness.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { comingAddress, remindingAddress, turnAddress } from '../address.ts';
import { comingDue } from '../due/coming-view.ts';
import { type Turn, turnIssues, turns } from '../due/turn-view.ts';
import { remindersDue, remindingInWords } from '../due/reminder-view.ts';
import type { Face } from '../face.ts';
import { namedFigureRows } from '../figure/figure-view.ts';
import type { Roll } from '../roll.ts';
import { earlier, type IssueOrder, issueOrders } from './issue-order.ts';

const lists = {
  unfinished: {
    name: '未完成',
    has: isUnfinished,
    order: { words: '待单位办理的在前，按截止日（复查日）先后排列', by: as },
  },
  overdue: { name: '逾期', has: isOverdue, order: issueOrders.late },
  waiting: { name: '待审核', has: isToVerify, order: issueOrders.waiting },
  held: { name: phases.awaiting, has: isHeld, order: issueOrders.waiting },
  done: {
    name: '已办结',
    has: isDone,
    order: { words: '已销号的在前，按销号日由近到远排列；长期坚持的在后', by: byClosing },
  },
  all: {
    name: '全部',
    has: () => true,
    order: { words: '未完成的在前，按截止日（复查日）先后排列', by: as },
  },
} as const satisfies Readonly<
  Record<string, { name: string; has: (one: IssueStanding) => boolean; order: IssueOrder }>
>;
type ListId = keyof typeof lists;

export interface ListView extends Roll {
  readonly id: ListId | 'coming' | 'reminding' | Turn;
  readonly name: string;
  /** What its tab says: a name with a count each; of 已办结 both parts, which are never said as one. */
  readonly parts: readonly { readonly name: string; readonly count: number }[];
  /** In which order the rows stand, as a clause without a full stop. */
  readonly order: string;
  /** Where its tab leads: the first list is the page of issues itself. */
  readonly tab: string;
  /** It stands among the tabs of every list, not only of its own. */
  readonly tabbed: boolean;
  /** Of 已办结 how many are closed and how many sustained: they are never said as one. Of reminders why and how far. */
  readonly words: string;
  /** Counted but not named (`namedFigureRows`). */
  readonly withheld: number;
}

/** The lists, also those without rows. */
export function listViews(face: Face): ListView[] {
  const ordered = face.standing.issues.toSorted(bySoonest);
  const own = (Object.keys(lists) as ListId[]).map((id) => {
    const { name, has, order } = lists[id];
    const href = `/lists/${id}.html`;
    const tab = id === 'unfinished' ? '/issues.html' : href;
    const listed = ordered.filter(has).toSorted(order.by);
    const all = listed.map((one) => one.id);
    const { rows, withheld } = namedFigureRows(face, id, all);
    return {
      id,
      name,
      parts: id === 'done' ? doneParts(listed) : [{ name, count: listed.length }],
      order: order.words,
      tab,
      href,
      tabbed: true,
      ids: rows,
      words: id === 'done' ? doneInWords(listed) : '',
      withheld,
    };
  });
  return [...own, ...comingList(face), ...remindingList(face, ordered), ...turnLists(face)];
}

/** 今后30天到期: what has a last day from today on and is still to be handed in, without what is handed in or over. */
function comingList(face: Face): ListView[] {
  const { days, issues } = comingDue(face);
  if (issues.length === 0) return [];
  const { rows, withheld } = namedFigureRows(
    face,
    'due-later',
    issues.map(({ id }) => id),
  );
  const name = `今后${String(days)}天到期`;
  return [
    {
      id: 'coming',
      name,
      parts: [{ name, count: issues.length }],
      order: issueOrders.soon.words,
      tab: comingAddress,
      href: comingAddress,
      tabbed: false,
      ids: rows,
      words: '已经申请验收、已经办结的不在内',
      withheld,
    },
  ];
}

/** 已到催办时间的: what the sentence that reminders have stopped counts; none where none is due. */
function remindingList(face: Face, ordered: readonly IssueStanding[]): ListView[] {
  const due = new Map(remindersDue(face).map((one) => [one.issue.id, one]));
  if (due.size === 0) return [];
  return [
    {
      id: 'reminding',
      name: '已到催办时间',
      parts: [{ name: '已到催办时间', count: due.size }],
      order: issueOrders.soon.words,
      tab: remindingAddress,
      href: remindingAddress,
      tabbed: false,
      ids: ordered.flatMap(({ id }) => (due.has(id) ? [id] : [])),
      words: remindingInWords([...due.values()]),
      withheld: 0,
    },
  ];
}

/** 轮到谁办: what no figure counts of what waits for somebody; those that have rows. */
function turnLists(face: Face): ListView[] {
  return turnIssues(face).map(({ id, issues }) => {
    const { name, order, words } = turns[id];
    const href = turnAddress(id);
    return {
      ...{ id, name, words, href, tab: href },
      parts: [{ name, count: issues.length }],
      order: order.words,
      tabbed: false,
      ids: issues.map((one) => one.id),
      withheld: 0,
    };
  });
}

/** What was closed last, first; what is kept up stands behind, as it came. */
function byClosing(a: IssueStanding, b: IssueStanding): number {
  return earlier(b.history.round.closedOn ?? '', a.history.round.closedOn ?? '');
}

/** 待审核的一个: its place in the list of what waits for an acceptance, and the one behind it. */
export interface QueuePlace {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Undefined at the last one. */
  readonly next: string | undefined;
}

const queues = new WeakMap<Face, ReadonlyMap<string, QueuePlace>>();

/** Where an issue stands among those that wait for an acceptance; undefined where it does not. */
export function queuePlace(face: Face, issue: string): QueuePlace | undefined {
  let queue = queues.get(face);
  if (queue === undefined) {
    const ids = face.standing.issues
      .filter(isToVerify)
      .toSorted(bySoonest)
      .toSorted(issueOrders.waiting.by)
      .map(({ id }) => id);
    queue = new Map(
      ids.map((id, at) => [id, { number: at + 1, of: ids.length, next: ids[at + 1] }]),
    );
    queues.set(face, queue);
  }
  return queue.get(issue);
}

function isToVerify({ history }: IssueStanding): boolean {
  return history.phase === 'submitted';
}

function isHeld({ history }: IssueStanding): boolean {
  return history.phase === 'awaiting';
}

/** As they come. */
function as(): number {
  return 0;
}

function isDone({ history }: IssueStanding): boolean {
  return SETTLED.has(history.state);
}

function doneParts(issues: readonly IssueStanding[]): ListView['parts'] {
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

/** First what its unit has to do, then what waits, then what goes on, then what is over. */
function turn({ history }: IssueStanding): number {
  if (isWithUnit(history)) return 0;
  return ['submitted', 'sustained', 'closed', 'void'].indexOf(history.state) + 1;
}

/** The day that the row shows: of the recheck, or the last one; what has none stands behind. */
function dayShown({ lateness, history }: IssueStanding): string {
  return (lateness.kind === 'review' ? lateness.reviewOn : history.round.dueOn) ?? '9999';
}

function bySoonest(a: IssueStanding, b: IssueStanding): number {
  if (turn(a) !== turn(b)) return turn(a) - turn(b);
  return earlier(dayShown(a), dayShown(b));
}
