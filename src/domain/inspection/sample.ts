/** 检查名单: whom a check looks at — what the check before failed, then what is drawn of the register. */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Day } from '../../day/calendar.ts';
import { register } from '../register.ts';
import { draw, luckiest, sampleSize } from './draw.ts';
import { failedIn } from './inspection.ts';

/** How much of the register is drawn: all of it, or `share` percent by `seed`. */
export type DrawScope = Exclude<Inspection['scope'], { kind: 'above' }>;

export interface Sample {
  /** How many accounts and websites are in use. */
  readonly population: number;
  /** Those that the check before failed and that are still in use: looked at again (回头看). */
  readonly again: readonly string[];
  /** Those that were drawn, some of `again` among them. */
  readonly drawn: readonly string[];
  /** `again` first, then the rest of `drawn`. */
  readonly accounts: readonly string[];
}

/** The accounts of a check on a day. */
export function sampleOf(
  ledger: Ledger,
  scope: DrawScope,
  on: Day,
  previous: Inspection | undefined,
): Sample {
  const living = inUse(ledger, on);
  const failed = previous === undefined ? [] : failedIn(ledger, previous);
  const again = failed.filter((id) => living.includes(id));
  const drawn = scope.kind === 'all' ? living : draw(living, scope.seed, scope.share);
  const accounts = [...again, ...drawn.filter((id) => !again.includes(id))];
  return { population: living.length, again, drawn, accounts };
}

/**
 * The accounts of a check that stand for all of the register: those that were drawn, or every one where all were checked.
 * What is only looked at again stands for nobody but itself. Of those that were both, the record tells the number; who
 * they are, the seed tells, because a draw takes whom the seed favours most.
 */
export function drawnIn({ scope, population, accounts }: Inspection): string[] {
  const ids = accounts.map(({ account }) => account);
  if (scope.kind === 'all') return ids;
  // The office above chose them; nobody knows how, so they stand for nobody else.
  if (scope.kind === 'above') return [];
  const rest = accounts.filter(({ lookBack }) => !lookBack).map(({ account }) => account);
  const again = accounts.filter(({ lookBack }) => lookBack).map(({ account }) => account);
  const both = Math.max(0, sampleSize(population, scope.share) - rest.length);
  const drawn = new Set([...rest, ...luckiest(again, scope.seed, both)]);
  return ids.filter((id) => drawn.has(id));
}

/** The checks that this office made itself, in the order of their day; those of the office above are its own. */
export function ownInspections({ inspections }: Pick<Ledger, 'inspections'>): Entry<Inspection>[] {
  return [...inspections.values()].filter(({ scope }) => scope.kind !== 'above');
}

/** The latest check before a day, whatever the order of the ids. */
export function inspectionBefore(ledger: Ledger, on: Day): Entry<Inspection> | undefined {
  return ownInspections(ledger)
    .filter(({ checkedOn }) => checkedOn < on)
    .toSorted((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1))
    .at(-1);
}

/** How many accounts and websites have been deregistered by a day: no check owes them. */
export function goneOn(ledger: Ledger, on: Day): number {
  return ledger.accounts.size - inUse(ledger, on).length;
}

/** Accounts and websites that are not deregistered on a day, in the order of their ids. */
function inUse({ accounts, registry }: Ledger, on: Day): string[] {
  return [...accounts.keys()]
    .filter((id) => register(registry.get(id) ?? [], on).state !== 'deregistered')
    .toSorted();
}
