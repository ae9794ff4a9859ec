/** 名录: the names that a child allows to be searched by above, from the rows that were just checked. */
import type { RowsFile, SumsFile } from '../schema/rollup.ts';
import type { Roster } from '../schema/roster.ts';

/** Empty where the child does not allow it: what was kept of it before then goes. */
export function rosterOf(sums: SumsFile, rows: RowsFile): Roster {
  const { asOf } = sums;
  if (sums.searchable !== true) return emptyRoster(asOf);
  return {
    asOf,
    units: rows.units.flatMap(({ name, href }) => (href === undefined ? [] : [{ name, href }])),
    accounts: rows.accounts.flatMap(({ name, unit, platform, href }) =>
      href === undefined ? [] : [{ name, unit, platform, href }],
    ),
    issues: rows.issues.flatMap(({ id, title, unit, platform, problems, state, dueOn, href }) =>
      title === undefined
        ? []
        : [{ id, title, unit, platform, problems, state, ...(dueOn && { dueOn }), href }],
    ),
  };
}

/** No names: what is written over those that were kept before. */
export function emptyRoster(asOf: string): Roster {
  return { asOf, units: [], accounts: [], issues: [] };
}

export function isEmptyRoster({ units, accounts, issues }: Roster): boolean {
  return units.length + accounts.length + issues.length === 0;
}
