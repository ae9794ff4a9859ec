/** 取数: which issues of a face a download holds. */
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { standingWithin } from '../../domain/issue/standing.ts';
import type { Face } from '../../views/face.ts';
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
  /** Overdue, but not to be named in this face. */
  readonly withheld: number;
}

/** The rows in the order of the ledger. */
export function selectedRows(face: Face, { campaign, unit, overdue }: Selection): Selected {
  const part = standingWithin(face.standing, { campaign, unit });
  const late = overdue === true ? rowsOf(figureOf(part, 'overdue')) : undefined;
  const named = late && namedFigureRows(face, 'overdue', late);
  const rows = part.issues
    .filter(({ id }) => named === undefined || named.rows.includes(id))
    .map((one) => ledgerRow(face, one));
  return { rows, withheld: named?.withheld ?? 0 };
}
