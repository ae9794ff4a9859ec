/**
 * 问题清单: all issues as lists under tabs — 未完成, 逾期, 待审核, 待销号, 已办结, 全部 — what is open first, then the soonest
 * day first; what waits by how long, what is closed by when. Besides, without a tab of their own: what falls due in the
 * next thirty days, and inside what a reminder is due of, whose turn it is and what was found again.
 */
import { againAddress, comingAddress, remindingAddress, turnAddress } from '../address.ts';
import { listedAgain } from '../../domain/figures/recurrence.ts';
import { comingDue } from '../due/coming-view.ts';
import { type Turn, turnIssues, turns } from '../due/turn-view.ts';
import type { Due } from '../../domain/reminding.ts';
import { remindersDue, remindingInWords } from '../due/reminder-view.ts';
import { type Face, isPast } from '../face.ts';
import { namedFigureRows } from '../figure/figure-view.ts';
import { isToVerify, type ListId, type ListPart, listParts } from '../kind/list-kinds.ts';
import { issueOrders, soonestOrder } from './issue-order.ts';
import { silenceInWords } from './silence-view.ts';

/** `words`: of 已办结 how many are closed and how many sustained, of reminders why and how far. */
export interface ListView extends ListPart<ListId | 'coming' | 'reminding' | 'again' | Turn> {
  /** Where its tab leads: the first list is the page of issues itself. */
  readonly tab: string;
  /** It stands among the tabs of every list, not only of its own. */
  readonly tabbed: boolean;
  /** By id why an issue is among them, where its row does not say so. */
  readonly whys?: Readonly<Record<string, string>>;
}

const listed = new WeakMap<Face, readonly ListView[]>();

/** The lists, also those without rows. Pages, files and the search have them of one making. */
export function listViews(face: Face): readonly ListView[] {
  const known = listed.get(face) ?? listViewsOf(face);
  listed.set(face, known);
  return known;
}

function listViewsOf(face: Face): ListView[] {
  const own = listParts(face, face.standing.issues, (id) => `/lists/${id}.html`).map((list) => ({
    ...list,
    tab: list.id === 'unfinished' ? '/issues.html' : list.href,
    tabbed: true,
  }));
  return [
    ...own,
    ...comingList(face),
    ...remindingList(face),
    ...turnLists(face),
    ...againList(face),
  ];
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
  const name = `${isPast(face) ? '统计日起' : '今后'}${String(days)}天到期`;
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
      facets: undefined,
    },
  ];
}

/** 已到催办时间的: what the sentence that reminders have stopped counts; none where none is due. */
function remindingList(face: Face): ListView[] {
  const ordered = face.standing.issues.toSorted(soonestOrder(face).by);
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
      whys: silences(face, due.values()),
      withheld: 0,
      facets: undefined,
    },
  ];
}

/** 已47天未报进展, by issue: why one stands in the list whose day does not say so. */
function silences(face: Face, due: Iterable<Due>): Record<string, string> {
  return Object.fromEntries(
    [...due].flatMap(({ issue, reason }) =>
      reason === 'silent' ? [[issue.id, silenceInWords(face, issue)] as const] : [],
    ),
  );
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
      facets: undefined,
    };
  });
}

/** 同类问题再次列入: inside only, since it says of a unit what no list says; none where there is no such issue. */
function againList(face: Face): ListView[] {
  if (face.audience === 'public') return [];
  const order = soonestOrder(face);
  const found = listedAgain(face.standing).toSorted(order.by);
  if (found.length === 0) return [];
  return [
    {
      ...{ id: 'again', name: AGAIN, href: againAddress, tab: againAddress, tabbed: false },
      parts: [{ name: AGAIN, count: found.length }],
      order: order.words,
      ids: found.map(({ id }) => id),
      words:
        '同一单位同一类问题，此前有一个已经销号或转长期坚持，以后又列入的；同一问题重启的不在内',
      withheld: 0,
      facets: undefined,
    },
  ];
}

const AGAIN = '同类问题再次列入';

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
      .toSorted(soonestOrder(face).by)
      .toSorted(issueOrders.waiting.by)
      .map(({ id }) => id);
    queue = new Map(
      ids.map((id, at) => [id, { number: at + 1, of: ids.length, next: ids[at + 1] }]),
    );
    queues.set(face, queue);
  }
  return queue.get(issue);
}
