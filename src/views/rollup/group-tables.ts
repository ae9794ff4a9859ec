/** 按平台、按问题类别: the groups of this ledger and of the children that count, added up by their names. */
import { breakdown, type Dimension } from '../../domain/figures/breakdown.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import type { ChildStanding } from '../../domain/rollup/child.ts';
import { addedGroups, type PlatformCounts } from '../../domain/rollup/counts.ts';
import { type CellTable, numeral, words } from '../cell-table.ts';
import type { Edition } from '../edition.ts';

const dimensions = {
  platforms: { title: '按平台', dimension: 'platform', unit: '类' },
  problems: { title: '按问题类别', dimension: 'problem', unit: '类' },
} as const;

/** The groups of this ledger alone. */
export function groupsOf({ standing }: Edition, dimension: Dimension): PlatformCounts[] {
  return breakdown(standing, dimension).parts.map(({ name, standing: part }) => {
    const size = (id: string): number => rowsOf(figureOf(part, id)).length;
    return { name, total: size('total'), unfinished: size('unfinished'), closed: size('closed') };
  });
}

/** The groups of the ledger with those of its children that count. */
export function wholeGroups(
  edition: Edition,
  children: readonly ChildStanding[],
  by: keyof typeof dimensions,
): PlatformCounts[] {
  return addedGroups([
    groupsOf(edition, dimensions[by].dimension),
    ...children.flatMap(({ counted, last }) => (counted && last ? [last.summary[by]] : [])),
  ]);
}

export function groupTables(edition: Edition, children: readonly ChildStanding[]): CellTable[] {
  return (Object.keys(dimensions) as (keyof typeof dimensions)[]).map((by) => ({
    id: by,
    title: dimensions[by].title,
    unit: dimensions[by].unit,
    columns: [
      { title: dimensions[by].title.slice(1) },
      ...['问题', '未完成', '已销号'].map((title) => ({ title, number: true })),
    ],
    rows: wholeGroups(edition, children, by).map(({ name, total, unfinished, closed }) => [
      words(name),
      numeral(total),
      numeral(unfinished),
      numeral(closed),
    ]),
  }));
}
