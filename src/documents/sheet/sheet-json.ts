/** JSON: a sheet as data, each row an object with the columns' keys. */
import type { Sheet, SheetCell } from './sheet.ts';

export interface SheetData {
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Days as YYYY-MM-DD, empty cells as null. */
export function sheetData({ title, lines, columns, rows }: Sheet): SheetData {
  return {
    title,
    lines,
    columns: columns.map(({ key, title: name }) => ({ key, title: name })),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map(({ key }, index) => [key, valueOf(row[index])])),
    ),
  };
}

function valueOf(cell: SheetCell): string | number | null {
  if (cell === undefined) return null;
  return typeof cell === 'object' ? cell.day : cell;
}
