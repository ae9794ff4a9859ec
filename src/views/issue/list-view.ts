/**
 * 问题清单: all issues as five lists — 未完成, 逾期, 等验收, 已办结, 全部 — what is open first, then the soonest day first;
 * what waits by how long, what is closed by when. Inside a sixth one, of what a reminder is due of.
 */
import { type Due, levelOrder, reminderReasons } from '../../domain/reminding.ts';
import { reminderLevels } from '../../text/terms.ts';
import { isOverdue } from '../../domain/figures/lateness.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { remindingAddress } from '../address.ts';
import { remindersDue } from '../due/reminder-view.ts';
import type { Edition } from '../edition.ts';
import { namedFigureRows } from '../figure/figure-view.ts';
import type { Roll } from '../roll.ts';

const lists = {
  unfinished: { name: '未完成', has: isUnfinished },
  overdue: { name: '逾期', has: isOverdue },
  waiting: { name: '等验收', has: isSubmitted },
  done: { name: '已办结', has: isDone },
  all: { name: '全部', has: () => true },
} as const;
type ListId = keyof typeof lists;

export interface ListView extends Roll {
  readonly id: ListId | 'reminding';
  readonly name: string;
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
export function listViews(edition: Edition): ListView[] {
  const ordered = edition.standing.issues.toSorted(bySoonest);
  const own = (Object.keys(lists) as ListId[]).map((id) => {
    const { name, has } = lists[id];
    const href = `/lists/${id}.html`;
    const tab = id === 'unfinished' ? '/issues.html' : href;
    const listed = ordered.filter(has).toSorted(inTurn[id] ?? (() => 0));
    const all = listed.map((one) => one.id);
    const { rows, withheld } = namedFigureRows(edition, id, all);
    return {
      id,
      name,
      tab,
      href,
      tabbed: true,
      ids: rows,
      words: id === 'done' ? doneInWords(listed) : '',
      withheld,
    };
  });
  return [...own, ...remindingList(edition, ordered)];
}

/** 已到催办时间的: what the sentence that reminders have stopped counts; none where none is due. */
function remindingList(edition: Edition, ordered: readonly IssueStanding[]): ListView[] {
  const due = new Map(remindersDue(edition).map((one) => [one.issue.id, one]));
  if (due.size === 0) return [];
  return [
    {
      id: 'reminding',
      name: '已到催办时间',
      tab: remindingAddress,
      href: remindingAddress,
      tabbed: false,
      ids: ordered.flatMap(({ id }) => (due.has(id) ? [id] : [])),
      words: remindingInWords([...due.values()]),
      withheld: 0,
    },
  ];
}

/** 逾期18个，临期10个；该提醒20个，该发督办函8个. */
function remindingInWords(due: readonly Due[]): string {
  const counted = <T extends string>(
    keys: readonly T[],
    of: (one: Due) => T,
    name: (key: T) => string,
  ) =>
    keys
      .flatMap((key) => {
        const count = due.filter((one) => of(one) === key).length;
        return count === 0 ? [] : [`${name(key)}${String(count)}个`];
      })
      .join('，');
  const reasons = Object.keys(reminderReasons) as Due['reason'][];
  const why = counted(
    reasons,
    ({ reason }) => reason,
    (key) => reminderReasons[key],
  );
  const how = counted(
    levelOrder,
    ({ level }) => level,
    (key) => `该${reminderLevels[key]}`,
  );
  return `${why}；${how}；等审核员、等上级的不在内`;
}

/** The lists that are read for something else than the next last day. */
const inTurn: Partial<Record<ListId, (a: IssueStanding, b: IssueStanding) => number>> = {
  waiting: byWaiting,
  done: byClosing,
};

/** Who has waited longest, first. */
function byWaiting(a: IssueStanding, b: IssueStanding): number {
  return earlier(a.history.round.submittedOn ?? '', b.history.round.submittedOn ?? '');
}

/** What was closed last, first; what is kept up stands behind, as it came. */
function byClosing(a: IssueStanding, b: IssueStanding): number {
  return earlier(b.history.round.closedOn ?? '', a.history.round.closedOn ?? '');
}

/** 等验收的一件: its place in the list of what waits for an acceptance, and the one behind it. */
export interface QueuePlace {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Undefined at the last one. */
  readonly next: string | undefined;
}

const queues = new WeakMap<Edition, ReadonlyMap<string, QueuePlace>>();

/** Where an issue stands among those that wait for an acceptance; undefined where it does not. */
export function queuePlace(edition: Edition, issue: string): QueuePlace | undefined {
  let queue = queues.get(edition);
  if (queue === undefined) {
    const ids = edition.standing.issues
      .filter(isSubmitted)
      .toSorted(bySoonest)
      .toSorted(byWaiting)
      .map(({ id }) => id);
    queue = new Map(
      ids.map((id, at) => [id, { number: at + 1, of: ids.length, next: ids[at + 1] }]),
    );
    queues.set(edition, queue);
  }
  return queue.get(issue);
}

function isSubmitted({ history }: IssueStanding): boolean {
  return history.state === 'submitted';
}

function isDone({ history }: IssueStanding): boolean {
  return history.state === 'closed' || history.state === 'sustained';
}

function doneInWords(issues: readonly IssueStanding[]): string {
  const closed = issues.filter(({ history }) => history.state === 'closed').length;
  return `已销号${String(closed)}个，转入长期坚持${String(issues.length - closed)}个`;
}

/** First what its unit has to do, then what waits, then what goes on, then what is over. */
function turn({ history }: IssueStanding): number {
  if (isWithUnit(history)) return 0;
  return ['submitted', 'sustained', 'closed', 'void'].indexOf(history.state) + 1;
}

/** The day that the row shows: of the review, or the last one; what has none stands behind. */
function dayShown({ lateness, history }: IssueStanding): string {
  return (lateness.kind === 'review' ? lateness.reviewOn : history.round.dueOn) ?? '9999';
}

function bySoonest(a: IssueStanding, b: IssueStanding): number {
  if (turn(a) !== turn(b)) return turn(a) - turn(b);
  return earlier(dayShown(a), dayShown(b));
}

function earlier(x: string, y: string): number {
  return x === y ? 0 : x < y ? -1 : 1;
}
