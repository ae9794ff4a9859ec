/** 影响: what a proposal does to the figures of the units that it touches. */
import type { Day } from '../day/calendar.ts';
import { figureOf, rowsOf } from '../domain/figures/figures.ts';
import { standing, standingWithin } from '../domain/issue/standing.ts';
import { readLedger } from '../ledger/read.ts';
import { pathsOfUnits } from './proposal/part.ts';
import { type Blobs, contentOf, type LedgerSide } from './proposal/tree.ts';

/** The figures that are compared, in the order in which they are shown. */
export const comparedFigures = [
  'total',
  'open',
  'rectifying',
  'submitted',
  'returned',
  'closed',
  'sustained',
  'void',
  'unfinished',
  'overdue',
  'due-soon',
] as const;
export type Compared = (typeof comparedFigures)[number];

export interface Effect {
  readonly unit: string;
  /** Number of issues before and after, by figure. */
  readonly before: Readonly<Record<Compared, number>>;
  readonly after: Readonly<Record<Compared, number>>;
}

/** The figures of `units` before and after; empty where the ledger could not be read. */
export function effectsOn(
  units: readonly string[],
  base: LedgerSide,
  merged: LedgerSide,
  blobs: Blobs,
  today: Day,
): Effect[] {
  if (units.length === 0) return [];
  const before = countsOf(units, base, blobs, today);
  const after = countsOf(units, merged, blobs, today);
  return units.flatMap((unit): Effect[] => {
    const [was, is] = [before?.get(unit), after?.get(unit)];
    return was && is ? [{ unit, before: was, after: is }] : [];
  });
}

function countsOf(units: readonly string[], side: LedgerSide, blobs: Blobs, today: Day) {
  const content = contentOf(side.tree, blobs, pathsOfUnits(side, blobs, new Set(units)));
  const { ledger } = readLedger(content);
  if (ledger === undefined) return undefined;
  const whole = standing(ledger, today);
  return new Map(
    units.map((unit) => {
      const part = standingWithin(whole, { unit });
      const counts = comparedFigures.map((id) => [id, rowsOf(figureOf(part, id)).length] as const);
      return [unit, Object.fromEntries(counts) as Record<Compared, number>];
    }),
  );
}
