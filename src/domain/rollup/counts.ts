/**
 * 合计: the figures of a ledger as plain counts that can be added up. A rate is two counts, its numerator under its own id
 * and its denominator under the id with `-of`; what only a source reports and medians are in no sum.
 */
import { own } from '../../text/own.ts';
import type { FigureCounts, RowsFile, RollupSums } from '../../schema/rollup.ts';
import { figures } from '../figures/figures.ts';
import type { Standing } from '../issue/standing.ts';

/** The key of a rate's denominator. */
export const ofKey = (id: string): string => `${id}-of`;

/** The ids that make up each count, in the order of the figures. */
export function countedRows(standing: Standing): Map<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const { id, value } of figures) {
    const found = value(standing);
    if (found.kind === 'count') rows.set(id, found.rows);
    if (found.kind !== 'rate') continue;
    rows.set(id, found.rows);
    rows.set(ofKey(id), found.of);
  }
  return rows;
}

/** What is counted of each group: a platform, an indicator. */
export const groupFigures = ['total', 'unfinished', 'closed'] as const;

/** The names of the counts. */
export function countNames(): Map<string, string> {
  return new Map(
    figures.flatMap(({ id, name, unit, basis }): [string, string][] => {
      if (basis === 'source' || unit === '天') return [];
      if (unit !== '') return [[id, name]];
      return [
        [id, `${name}（分子）`],
        [ofKey(id), `${name}（分母）`],
      ];
    }),
  );
}

/** A count of a ledger that may not know the figure. */
export function countOf(counts: FigureCounts, id: string): number {
  return own(counts, id) ?? 0;
}

/** The parts added up, figure by figure. */
export function countsAdded(parts: readonly FigureCounts[]): FigureCounts {
  const sums = new Map<string, number>();
  for (const part of parts)
    for (const [id, value] of Object.entries(part)) sums.set(id, (sums.get(id) ?? 0) + value);
  return Object.fromEntries(sums);
}

/** The rows of a ledger counted again. */
export function recountedFigures({ units, accounts, issues }: RowsFile): FigureCounts {
  const sums = new Map<string, number>();
  for (const { figures: counted } of [...units, ...accounts, ...issues])
    for (const id of counted) sums.set(id, (sums.get(id) ?? 0) + 1);
  return Object.fromEntries(sums);
}

/** The group of issues that state no rule that they were judged by, and that of a paper, which states none of any. */
export const NO_INDICATOR = '没有写明指标';
export const ON_PAPER = '未归类（按报表计）';

export type PlatformCounts = RollupSums['platforms'][number];

/** Groups of several ledgers by their names, which all of them share; in the order in which they come first. */
export function addedGroups(lists: readonly (readonly PlatformCounts[])[]): PlatformCounts[] {
  const sums = new Map<string, PlatformCounts>();
  for (const { name, total, unfinished, closed } of lists.flat()) {
    const sum = sums.get(name) ?? { name, total: 0, unfinished: 0, closed: 0 };
    sums.set(name, {
      name,
      total: sum.total + total,
      unfinished: sum.unfinished + unfinished,
      closed: sum.closed + closed,
    });
  }
  return [...sums.values()];
}
