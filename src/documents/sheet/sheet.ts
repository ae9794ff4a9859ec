/** 表: rows and columns of a download before they become a workbook, a text or a Word table. */
import type { Day } from '../../day/calendar.ts';

export interface SheetColumn {
  /** For programs. */
  readonly key: string;
  /** For people; a line break is kept. */
  readonly title: string;
  /** In half-width characters. */
  readonly width: number;
  /** Share of a printed page, where that differs; a workbook prints the columns up to the last that has one. */
  readonly paper?: number | undefined;
  readonly kind: 'text' | 'centred' | 'number' | 'day';
}

/** A day is a day in every format: a real date in a workbook. */
export type SheetCell = string | number | { readonly day: Day } | undefined;

export interface Sheet {
  readonly title: string;
  /** Lines between the title and the table: 报送单位（盖章）：…. */
  readonly lines: readonly string[];
  /** The name of its tab, at most 31 characters. */
  readonly tab: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A cell as text: a day as YYYY-MM-DD, nothing as empty. */
export function cellText(cell: SheetCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  return String(cell);
}
