/** 汇总一遍: every child in the official order, one request at a time → a snapshot each, and a sentence each. */
import { isDeepStrictEqual } from 'node:util';
import { type ChildStanding, childStanding, isChildOn } from '../domain/rollup/child.ts';
import { countedOnce } from '../domain/rollup/double.ts';
import { dayOfSnapshot, isNewFault, type Trouble } from '../domain/rollup/trouble.ts';
import { type Day, daysBetween } from '../day/calendar.ts';
import type { Child, ChildPlace } from '../schema/child.ts';
import type { Audience } from '../schema/field.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import type { Roster } from '../schema/roster.ts';
import { fetchChild } from './fetch.ts';
import { type FetchLimits, fetchLimits } from './fetched.ts';
import { brokenSnapshot, judge } from './judge.ts';
import { isEmptyRoster } from './roster.ts';

/** What became of one child at one level. */
export interface GatheredChild {
  readonly child: Entry<Child>;
  readonly level: Audience;
  /** Without its full stop. */
  readonly sentence: string;
  /** False where somebody has to do something. */
  readonly right: boolean;
  /** To be added; undefined where nothing is new. */
  readonly added: { readonly path: string; readonly record: Snapshot } | undefined;
  /** What replaces the names that it is searched by; undefined where nothing is new. */
  readonly roster?: { readonly path: string; readonly record: Roster } | undefined;
}

export const snapshotFolders = { public: 'snapshots', internal: 'internal-snapshots' } as const;
export const rosterFolders = { public: 'rosters', internal: 'internal-rosters' } as const;

/** `content` is the ledger's folder; `today` the day under which snapshots are kept. */
export async function gather(
  ledger: Ledger,
  content: string,
  today: Day,
  limits: FetchLimits = fetchLimits,
): Promise<GatheredChild[]> {
  const done: GatheredChild[] = [];
  for (const child of ledger.children.values()) {
    if (!isChildOn(child, today)) continue;
    for (const level of ['public', 'internal'] as const) {
      const place = child[level];
      if (place === undefined) continue;
      done.push(await gatherOne({ ledger, content, today, limits, child, level, place }));
    }
  }
  const doubles = {
    public: doublesIn(ledger, done, today, 'public'),
    internal: doublesIn(ledger, done, today, 'internal'),
  };
  return done.map((one) => {
    const { id, internal } = one.child;
    const double = doubles[one.level].get(id);
    // Public sums stand on the internal site as well where there are no others.
    const inside = internal === undefined ? doubles.internal.get(id) : undefined;
    const why =
      double === undefined ? inside && `${inside}，内部站不计入合计` : `${double}，不计入合计`;
    return why === undefined ? one : { ...one, right: false, sentence: `${one.sentence}；${why}` };
  });
}

/** The children that would be counted twice at a level once all of this is kept: by their ids, why. */
function doublesIn(
  ledger: Ledger,
  done: readonly GatheredChild[],
  today: Day,
  level: Audience,
): Map<string, string> {
  const standings = [...ledger.children.values()]
    .filter((child) => isChildOn(child, today))
    .map((child): ChildStanding => {
      const from = level === 'internal' && child.internal !== undefined ? 'internal' : 'public';
      const kept = ledger.snapshots[from].get(child.id) ?? [];
      const fresh = done.find((one) => one.child.id === child.id && one.level === from)?.added;
      const now = fresh && { ...fresh.record, path: fresh.path, id: `${child.id}/${today}` };
      return childStanding(child, now === undefined ? kept : [...kept, now], today);
    });
  return new Map(
    countedOnce(standings, ledger.site).flatMap(({ child, double }) =>
      double === undefined ? [] : [[child.id, double]],
    ),
  );
}

interface One {
  readonly ledger: Ledger;
  readonly content: string;
  readonly today: Day;
  readonly limits: FetchLimits;
  readonly child: Entry<Child>;
  readonly level: Audience;
  readonly place: ChildPlace;
}

async function gatherOne(one: One): Promise<GatheredChild> {
  const { ledger, content, today, limits, child, level, place } = one;
  const kept = ledger.snapshots[level].get(child.id) ?? [];
  const before = childStanding(child, kept, today);
  if ('paper' in place)
    return { child, level, added: undefined, right: before.counted, sentence: paperWords(before) };
  const assignedIds = [
    ...(ledger.assignments.get(child.id) ?? []),
    ...(ledger.assignedChecks.get(child.id) ?? []),
  ].map(({ id }) => id.slice(child.id.length + 1));
  const known = {
    child,
    level,
    before,
    kept,
    today,
    fictional: ledger.site.fiction !== undefined,
    assigned: new Set(assignedIds),
  };
  const attempt = async () => {
    const fetching = await fetchChild(place, content, child.key !== undefined, limits);
    if (fetching.ok) return judge(fetching.files, known);
    return brokenSnapshot(fetching.why);
  };
  let judged = await attempt();
  // A site may have been replaced between two requests; whoever asks again meets one or the other.
  if (judged.snapshot.outcome === 'fault' && /^(?:校验值不符|签名不对)/u.test(judged.snapshot.why))
    judged = await attempt();
  const { snapshot, roster, cautions } = judged;
  const ofToday = kept.filter((other) => dayOfSnapshot(other) === today);
  if (snapshot.outcome === 'fault') {
    const words = [
      snapshot.why,
      lastWords(before.last?.summary.asOf),
      ...sinceWords(before.trouble, today),
    ];
    return {
      child,
      level,
      right: false,
      sentence: words.join('；'),
      added: isNewFault(kept, snapshot.why, today) ? added(one, snapshot) : undefined,
    };
  }
  const last = kept.findLast((other) => other.outcome === 'good');
  const isSame = last?.outcome === 'good' && last.sha256 === snapshot.sha256;
  const isTaken = ofToday.some(({ outcome }) => outcome === 'good');
  // After a failure the same sums are taken again: they say that it is mended.
  const isNew = !isTaken && (!isSame || before.trouble !== undefined);
  const what = isNew
    ? `收到，截至 ${snapshot.summary.asOf}`
    : isSame
      ? `没有变化，截至 ${snapshot.summary.asOf}`
      : '今天已经收过一份，这一份不同，明天再收';
  return {
    child,
    level,
    right: cautions.length === 0,
    sentence: [what, ...cautions].join('；'),
    added: isNew ? added(one, snapshot) : undefined,
    roster: (isNew || isSame) && roster !== undefined ? replaced(one, roster) : undefined,
  };
}

/** A child without a ledger sends papers, which are taken one by one (paper.ts). */
function paperWords({ last, counted }: ChildStanding): string {
  if (last === undefined) return '按报表计，还没有收过：收到后用 --from';
  const late = counted ? '' : '，逾期未报，不计入合计';
  return `按报表计，现有${last.paper === undefined ? '' : ` ${last.paper} `}截至 ${last.summary.asOf} 的${late}`;
}

/** How long it could not be taken, where that is not new. */
function sinceWords(trouble: Trouble | undefined, today: Day): string[] {
  const days = trouble === undefined ? 0 : daysBetween(trouble.since, today);
  return trouble === undefined || days <= 0
    ? []
    : [`${trouble.since} 起不能用，已 ${String(days)} 天`];
}

function lastWords(asOf: string | undefined): string {
  return asOf === undefined ? '从来没有收到过能用的' : `仍用上次截至 ${asOf} 的`;
}

/** What is kept in place of sums that this ledger cannot hold. A paper is in somebody's hand and is not tried again. */
export function refusedSnapshot(
  ledger: Ledger,
  { child, level }: GatheredChild,
  today: Day,
  why: string,
): GatheredChild {
  const kept = ledger.snapshots[level].get(child.id) ?? [];
  const place = child[level];
  const isPaper = place !== undefined && 'paper' in place;
  const isKept = !isPaper && isNewFault(kept, why, today);
  const record: Snapshot = { outcome: 'fault', why };
  return {
    ...{ child, level, right: false, sentence: `${why}，没有收` },
    added: isKept ? added({ child, level, today }, record) : undefined,
  };
}

/** The names that a child is searched by, where they are not those that are kept. */
function replaced({ ledger, child, level }: One, record: Roster): GatheredChild['roster'] {
  const known = ledger.rosters[level].get(child.id);
  if (known === undefined && isEmptyRoster(record)) return undefined;
  if (known !== undefined) {
    const { id: _, path: __, asOf: ___, ...names } = known;
    const { asOf: ____, ...now } = record;
    if (isDeepStrictEqual(names, now)) return undefined;
  }
  return { path: `${rosterFolders[level]}/${child.id}.yaml`, record };
}

function added(
  { child, level, today }: Pick<One, 'child' | 'level' | 'today'>,
  record: Snapshot,
): GatheredChild['added'] {
  const ending = record.outcome === 'fault' ? '-fault' : '';
  return { path: `${snapshotFolders[level]}/${child.id}/${today}${ending}.yaml`, record };
}
