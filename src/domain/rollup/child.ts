/**
 * 下级的状况: where a child stands on a day, read from its snapshots. What is late, silent or was never good is in no sum;
 * the last good snapshot stays, with its day.
 */
import type { Child } from '../../schema/child.ts';
import type { Audience } from '../../schema/field.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { RollupSums } from '../../schema/rollup.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { type Day, daysBetween } from '../../day/calendar.ts';
import { dayOfSnapshot, type Trouble, troubleWith } from './trouble.ts';
import { holdsOn } from '../../day/period.ts';

/** How a child reports, in words. */
export const childStates = {
  good: '正常',
  broken: '最近一次不能用',
  late: '逾期未报',
  silent: '没有报过',
  double: '与别的台账重复',
} as const;
export type ChildState = keyof typeof childStates;

export interface LastGood {
  readonly gatheredOn: Day;
  /** The number of the letter, where it was counted from a paper that came back. */
  readonly paper: string | undefined;
  /** Whether its signature was checked. */
  readonly signed: boolean;
  readonly summary: RollupSums;
  /** What became of the findings that were assigned to it: id → state, in words. */
  readonly assigned: ReadonlyMap<string, string>;
}

export interface ChildStanding {
  readonly child: Entry<Child>;
  readonly state: ChildState;
  /** Of the last good snapshot. */
  readonly last: LastGood | undefined;
  /** Days from its as-of day to today. */
  readonly age: number | undefined;
  /** Why the latest fetching gave nothing, where it did. */
  readonly trouble: Trouble | undefined;
  /** Why its sums are in another one's already (double.ts). */
  readonly double: string | undefined;
  /** The accounts that the last good snapshots name. */
  readonly accounts: readonly string[];
  /** Whether its figures are in the sums. */
  readonly counted: boolean;
}

/** True on the days on which a child is one. */
export function isChildOn({ since, until }: Child, day: Day): boolean {
  return holdsOn({ from: since, until }, day);
}

/** 逾期未报: whether figures of so many days ago are older than this child's may be. */
export function isTooOld({ lateAfter }: Pick<Child, 'lateAfter'>, days: number): boolean {
  return days > lateAfter;
}

/** The child as it stood on `today`, by the snapshots up to that day (in the order of their days). */
export function childStanding(
  child: Entry<Child>,
  snapshots: readonly Entry<Snapshot>[],
  today: Day,
): ChildStanding {
  let last: LastGood | undefined;
  let trouble: Trouble | undefined;
  let accounts: readonly string[] = [];
  let wasSigned = false;
  for (const one of snapshots) {
    const on = dayOfSnapshot(one);
    if (on > today) break;
    if (one.outcome === 'good' && isDowngraded(one, child, wasSigned)) {
      trouble = troubleWith(trouble, on, '登记了公钥，以前的有签名，这一份没有');
    } else if (one.outcome === 'good') {
      last = {
        gatheredOn: on,
        paper: one.paper,
        signed: one.signed,
        summary: one.summary,
        assigned: assignedOf(one),
      };
      wasSigned ||= one.signed;
      accounts = one.accounts ?? accounts;
      trouble = undefined;
    } else if (last?.gatheredOn !== on) trouble = troubleWith(trouble, on, one.why);
  }
  const age = last && daysBetween(last.summary.asOf, today);
  const fresh = age !== undefined && age >= 0 && !isTooOld(child, age);
  const state: ChildState =
    trouble !== undefined ? 'broken' : last === undefined ? 'silent' : fresh ? 'good' : 'late';
  return { child, state, last, age, trouble, double: undefined, accounts, counted: fresh };
}

/**
 * With a key on record nothing unsigned follows what was ever signed: `gather` would not have taken it, so somebody wrote
 * it. A paper carries no signature, and is believed of a child alone that is counted from papers. What was kept before the
 * key was on record counts until something signed comes, or until it is late.
 */
function isDowngraded(
  { signed, paper, summary: { level } }: Extract<Snapshot, { outcome: 'good' }>,
  child: Child,
  wasSigned: boolean,
): boolean {
  const isPaper = paper !== undefined && paperLevels(child).includes(level);
  return child.key !== undefined && !signed && !isPaper && wasSigned;
}

/** The levels at which a child is counted from papers. */
export function paperLevels(child: Child): Audience[] {
  return (['public', 'internal'] as const).filter((level) => {
    const place = child[level];
    return place !== undefined && 'paper' in place;
  });
}

/** Since which as-of day the child's last good snapshots are all of `commit`; undefined where the last one is of another. */
export function unchangedSince(
  snapshots: readonly Entry<Snapshot>[],
  commit: string,
): Day | undefined {
  let since: Day | undefined;
  for (const one of snapshots)
    if (one.outcome === 'good')
      since =
        commit !== '' && one.summary.commit === commit ? (since ?? one.summary.asOf) : undefined;
  return since;
}

function assignedOf({
  assigned = [],
}: Extract<Snapshot, { outcome: 'good' }>): Map<string, string> {
  return new Map(assigned.map(({ id, state }) => [id, state]));
}
