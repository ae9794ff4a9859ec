/** 案卷: everything that the checks of one proposal look at. */
import { ownerOn } from '../../domain/issue/owner.ts';
import type { Posts } from '../../domain/membership.ts';
import type { Day } from '../../day/calendar.ts';
import type { Fault } from '../../ledger/fault.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Update } from '../../schema/update.ts';
import { stampKey } from '../../text/stamp.ts';
import type { LedgerChange } from './change.ts';
import type { Blobs } from './tree.ts';

/** What a review is asked. */
export interface ReviewInput {
  /** The folder in which Git is run. */
  readonly repository: string;
  /** The ledger's folder in the repository with a slash, or empty. */
  readonly prefix: string;
  /** Full hashes of commits that the repository holds. */
  readonly base: string;
  readonly head: string;
  /** Who made the proposal and who pushed it last, as the forge vouches; never what Git records. */
  readonly author: string;
  readonly actor: string;
  readonly today: Day;
  /** True where a reviewer merges what was checked when it was pushed. */
  readonly merging?: boolean;
}

/** Somebody whose identity the forge vouches for; `who` is 提交人 or 推送人. */
export interface Person {
  readonly who: string;
  readonly posts: Posts;
}

/** What the checks of steps and of ownership look at: records alone. */
export interface StepCase {
  readonly changes: readonly LedgerChange[];
  /** Author and pusher; one where they are the same. */
  readonly people: readonly Person[];
  readonly author: Posts;
  readonly today: Day;
  /** True where a reviewer brings in what was handed in and checked before. */
  readonly merging: boolean;
  /** The parts of the ledger that matter, on the base and as the proposal would leave them. */
  readonly base: Ledger;
  readonly merged: Ledger;
}

export interface Case extends StepCase {
  readonly blobs: Blobs;
}

/** The updates that the proposal adds, in the order of their id. */
export function newUpdates({ changes, merged }: StepCase): Entry<Update>[] {
  const added = new Set(
    changes
      .filter(({ fileKind, kind }) => fileKind === 'update' && kind === 'added')
      .map(({ path }) => path),
  );
  return [...merged.updates.values()]
    .flat()
    .filter(({ path }) => added.has(path))
    .toSorted((a, b) => (stampKey(a.id) < stampKey(b.id) ? -1 : 1));
}

/** The unit that an issue belongs to today: as the base has it, else as the proposal does. */
export function issueUnit(
  { base, merged, today }: Pick<StepCase, 'base' | 'merged' | 'today'>,
  issue: string,
): string | undefined {
  for (const ledger of [base, merged]) {
    const record = ledger.issues.get(issue);
    const unit = record && ownerOn(ledger, record, today);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** A fault of a file as a whole. */
export function faultOf(
  file: string,
  rule: string,
  message: string,
  remedy: string,
  severity: Fault['severity'] = 'fault',
): Fault {
  return { file, line: 0, col: 0, rule, severity, message, remedy };
}
