/**
 * 断了的来源: why nothing of a child could be taken, since when. A reason is kept on the day on which it begins and not again
 * while it lasts, so that a source that is dead for years is a file or two; ledgers that hold one a day are read the same.
 */
import { type Day, daysBetween } from '../../day/calendar.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Snapshot } from '../../schema/snapshot.ts';

export interface Trouble {
  /** The first day of it: nothing good came since. */
  readonly since: Day;
  /** The first day of the reason that it has now. */
  readonly on: Day;
  readonly why: string;
}

/** The day of a snapshot, which its file is named after. */
export function dayOfSnapshot({ id }: Pick<Entry<Snapshot>, 'id'>): Day {
  return id.slice(id.indexOf('/') + 1).slice(0, 10);
}

/** The trouble once `why` is said of a day as well. */
export function troubleWith(before: Trouble | undefined, on: Day, why: string): Trouble {
  if (before === undefined) return { since: on, on, why };
  return { since: before.since, on: isSameReason(before.why, why) ? before.on : on, why };
}

/** Counts and days in a reason change by themselves; of what a server answers (返回 404) the kind is the reason: not there, or out of order. */
function isSameReason(one: string, other: string): boolean {
  return withoutNumbers(one) === withoutNumbers(other);
}

function withoutNumbers(why: string): string {
  return why.replaceAll(/(返回 \d)?\d+/gu, '$1');
}

/** Reasons that are kept of one trouble as they change; what changes on is kept once in so many days. */
const MANY = 12;
const PAUSE = 30;

/** True where `why` is to be kept under `today`: `kept` are the snapshots of the child in the order of their days. */
export function isNewFault(kept: readonly Entry<Snapshot>[], why: string, today: Day): boolean {
  if (kept.some((one) => dayOfSnapshot(one) === today)) return false;
  const good = kept.findLast(({ outcome }) => outcome === 'good');
  const since = good === undefined ? '' : dayOfSnapshot(good);
  const faults = kept.flatMap((one) =>
    one.outcome === 'fault' && dayOfSnapshot(one) > since
      ? [{ on: dayOfSnapshot(one), why: one.why }]
      : [],
  );
  const last = faults.at(-1);
  if (last === undefined) return true;
  if (isSameReason(last.why, why)) return false;
  return faults.length < MANY || daysBetween(last.on, today) >= PAUSE;
}
