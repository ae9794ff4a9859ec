/**
 * 交回的报送单: what a unit wrote into a sheet or form that was sent out, found by its words and not by its place, since
 * rows may have been moved, the file renamed and saved again by another program. Every filled sheet of a file counts.
 */
import type { Cell, Picture, PaperPlace } from '../../../paper/sheet.ts';
import { tidy } from '../../words/wording.ts';
import type { FilledKey, SignatureKey } from '../out/unit-sheet-columns.ts';
import type { FixedKey } from '../out/unit-sheet-rows.ts';
import type { Stamp } from '../out/stamp.ts';

export interface SheetBackRow {
  place: PaperPlace;
  /** Pre-filled cells as they came back. */
  fixed: Partial<Record<FixedKey, Cell>>;
  filled: Partial<Record<FilledKey, Cell>>;
  /** Pictures that lie in the row beside the cell for evidence. */
  beside: Picture[];
}

/** What a reader finds in one table: a sheet, or a page of the form. */
export interface TableBack {
  /** What stands above the table, as a person reads it. */
  above: string[];
  /** The unit's name where it is printed. */
  unitName: string;
  signature: Partial<Record<SignatureKey, Cell>>;
  rows: SheetBackRow[];
  /** What stands in the table and is no report, in Chinese with its place. */
  notes: string[];
}

export interface SheetBack extends Omit<TableBack, 'above'> {
  file: string;
  /** 整改报送单, or 整改销号申请表 in Word, which has no hidden page. */
  kind: 'sheet' | 'form';
  /** What the file was known by. */
  knownBy: 'stamp' | 'code' | 'content';
  stamp?: Stamp | undefined;
  unit?: string | undefined;
  campaign?: string | undefined;
}

/** True where a unit put anything into a row. */
export function isFilledIn({ filled, beside }: SheetBackRow): boolean {
  return beside.length > 0 || Object.values(filled).some(isFilledCell);
}

/** True for a cell with words, a picture, a link or a formula in it; what is merged into it from the side is another cell's. */
export function isFilledCell({ text, merged, pictures, link, raw }: Cell): boolean {
  if (merged === 'across') return false;
  return (
    tidy(text) !== '' || pictures !== undefined || link !== undefined || raw?.formula !== undefined
  );
}
