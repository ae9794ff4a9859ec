/** 取数: which issues of an edition a download holds. */
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { standingWithin } from '../../domain/issue/standing.ts';
import type { Edition } from '../../views/edition.ts';
import { namedFigureRows } from '../../views/figure/figure-view.ts';
import { type LedgerRow, ledgerRow } from '../../views/issue/ledger-row.ts';

export interface Selection {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  /** Only what is overdue. */
  readonly overdue?: boolean | undefined;
}

export interface Selected {
  readonly rows: readonly LedgerRow[];
  /** Overdue, but not to be named in this edition. */
  readonly withheld: number;
}

/** The rows in the order of the ledger. */
export function selected(edition: Edition, { campaign, unit, overdue }: Selection): Selected {
  const part = standingWithin(edition.standing, { campaign, unit });
  const late = overdue === true ? rowsOf(figureOf(part, 'overdue')) : undefined;
  const named = late && namedFigureRows(edition, 'overdue', late);
  const rows = part.issues
    .filter(({ id }) => named === undefined || named.rows.includes(id))
    .map((one) => ledgerRow(edition, one));
  return { rows, withheld: named?.withheld ?? 0 };
}
