/**
 * 本周、本月的变化: how much was listed, reported, accepted, sent back, closed, turned into 长期坚持 and withdrawn in this
 * week and month and the ones before, each count with the list of what it counts. An issue that is reported twice is
 * counted twice.
 */
import { addDays, addMonths, type Day, endOfMonth, startOfWeek } from '../day/calendar.ts';
import type { TimelineEntry } from '../domain/issue/timeline.ts';
import { isUnitAction } from '../domain/issue/transition.ts';
import { actions } from '../text/terms.ts';
import { changeListAddress } from './address.ts';
import { shownDay, shownSpan } from './day-view.ts';
import { type Face, isPast } from './face.ts';
import { type ChangeView, stepView } from './issue/change-view.ts';
import { isMergedAcceptance } from './issue/story-view.ts';
import type { Roll } from './roll.ts';

type Kind = 'listed' | 'reported' | 'accepted' | 'returned' | 'closed' | 'sustained' | 'voided';

/** What is counted: its name, its counting word, and whether a line of a story is such. */
const kinds: Readonly<
  Record<Kind, { name: string; word: string; is: (entry: TimelineEntry) => boolean }>
> = {
  listed: { name: '新列', word: '个', is: ({ action }) => action === 'listed' },
  reported: {
    name: '报送',
    word: '次',
    is: ({ action }) => isUnitAction(action),
  },
  accepted: {
    name: actions.accepted,
    word: '次',
    // Where merging a report is the acceptance (销号规则), the report is both.
    is: (entry) => entry.action === 'accepted' || isMergedAcceptance(entry),
  },
  returned: { name: actions.returned, word: '次', is: ({ action }) => action === 'returned' },
  closed: {
    name: '销号',
    word: '个',
    is: ({ before, after }) => after === 'closed' && before !== 'closed',
  },
  sustained: {
    name: actions.sustained,
    word: '个',
    is: ({ before, after }) => after === 'sustained' && before !== 'sustained',
  },
  voided: {
    name: actions.voided,
    word: '个',
    is: ({ before, after }) => after === 'void' && before !== 'void',
  },
};

export interface ChangeCell {
  readonly name: string;
  readonly count: number;
  /** 个 or 次 */
  readonly word: string;
  /** Where they are listed; undefined where there are none. */
  readonly href: string | undefined;
}

export interface ChangePeriod {
  readonly id: string;
  /** 本周 */
  readonly name: string;
  /** 6月8日至6月14日, or 6月15日起 on its first day; never beyond the as-of day. */
  readonly span: string;
  readonly cells: readonly ChangeCell[];
  /** `cells` for a line of text: 撤销 only where something was withdrawn. */
  readonly said: readonly ChangeCell[];
}

/** The lines that a count counts, the newest first. */
export interface ChangeList extends Roll {
  /** 本周验收3次 */
  readonly title: string;
  readonly span: string;
}

interface Counted {
  readonly period: ChangePeriod;
  readonly lists: readonly { readonly list: ChangeList; readonly changes: readonly ChangeView[] }[];
}

const made = new WeakMap<Face, readonly Counted[]>();

export function changePeriods(face: Face): ChangePeriod[] {
  return countedIn(face).map(({ period }) => period);
}

/** The lists of all counts that are not zero. */
export function changeLists(face: Face): ChangeList[] {
  return countedIn(face).flatMap(({ lists }) => lists.map(({ list }) => list));
}

/** What a list of `changeLists` holds, by its address. */
export function changesListed(face: Face, href: string): readonly ChangeView[] {
  const all = countedIn(face).flatMap(({ lists }) => lists);
  return all.find(({ list }) => list.href === href)?.changes ?? [];
}

function countedIn(face: Face): readonly Counted[] {
  const known = made.get(face) ?? periodsOf(face).map((one) => counted(face, one));
  made.set(face, known);
  return known;
}

interface Period {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** Weeks begin on Monday; none goes on beyond the as-of day. */
function periodsOf(face: Face): Period[] {
  const { today } = face;
  const [here = '', previous = ''] = isPast(face) ? ['当', '前一'] : ['本', '上'];
  const monday = startOfWeek(today);
  const first = `${today.slice(0, 7)}-01`;
  const before = addMonths(first, -1);
  return [
    { id: 'this-week', name: `${here}周`, from: monday, to: today },
    { id: 'last-week', name: `${previous}周`, from: addDays(monday, -7), to: addDays(monday, -1) },
    { id: 'this-month', name: `${here}月`, from: first, to: today },
    { id: 'last-month', name: `${previous}月`, from: before, to: endOfMonth(before) },
  ];
}

function counted(face: Face, { id, name, from, to }: Period): Counted {
  // A week that began today is not one day: 6月15日起.
  const span = from === to ? `${shownDay(face, from).short}起` : shownSpan(face, from, to);
  const lines = face.standing.issues.flatMap((one) =>
    one.history.timeline
      .toReversed()
      .filter(({ on, refusal }) => refusal === undefined && on >= from && on <= to)
      .map((entry) => ({ one, entry })),
  );
  const newest = lines.toSorted((a, b) =>
    a.entry.on === b.entry.on ? 0 : a.entry.on < b.entry.on ? 1 : -1,
  );
  const parts = (Object.keys(kinds) as Kind[]).map((kind) => {
    const { name: what, word, is } = kinds[kind];
    const own = newest.filter(({ entry }) => is(entry));
    const href = changeListAddress(id, kind);
    const cell = { name: what, count: own.length, word, href: own.length === 0 ? undefined : href };
    const title = `${name}${what}${String(own.length)}${word}`;
    const list = { href, title, span, ids: own.map((_, at) => String(at)) };
    return { cell, list, changes: own.map(({ one, entry }) => stepView(face, one, entry)) };
  });
  return {
    period: {
      id,
      name,
      span,
      cells: parts.map(({ cell }) => cell),
      said: parts.flatMap(({ cell }) =>
        cell.name === kinds.voided.name && cell.count === 0 ? [] : [cell],
      ),
    },
    lists: parts.filter(({ changes }) => changes.length > 0),
  };
}
