/** 条目: an entry of a list before its words are understood. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Cell, PaperPlace } from '../../paper/sheet.ts';

/** The cells of an entry by what their column is. */
export type RowCells = Partial<Record<ColumnId, Cell>>;

/** An entry of a list before its words are understood. */
export interface ListRow {
  place: PaperPlace;
  /** Which table of the paper it stands in, from 1. */
  table: number;
  /** How many headings of sections stand above it in its table. */
  section?: number;
  /** As the list numbers it; missing where it has no number or none that can be read. */
  number?: number | undefined;
  numberText: string;
  cells: RowCells;
  /** Every cell as it stands in the file, by the title of its column. */
  raw: Record<string, string>;
  /** Its table has no column for accounts: the problem is one of a unit. */
  isOfUnit?: boolean;
  /** Lines of a table with one cell a line whose cells are not settled yet, and the columns they belong to. */
  unsettled?: { lines: string[]; columns: (ColumnId | undefined)[] };
  /** The website whose column its cell names. */
  site?: string;
  /** How many accounts its cell names is being asked: whose it is cannot be read yet. */
  isUnsplit?: boolean;
  /** Put together out of prose: nothing of it is certain until somebody confirms it. */
  isProposed?: boolean;
  /** Proposed, and somebody has already said what it is: it is not asked about again. */
  isSettled?: boolean;
  notes: string[];
}

/** What tells an entry from others, mended. */
export interface RowWords {
  listed: string;
  host: string;
  finding: string;
}
