/** CSV: a sheet as text that Excel and WPS open without a question (UTF-8 with BOM, CRLF). */
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** The titles and the rows; what stands above a table is not part of it. */
export function csv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ title }) => quoted(title)), ...rows.map((row) => row.map(written))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it: the ledger holds what others wrote. */
function written(cell: SheetCell): string {
  const text = cellText(cell);
  return quoted(typeof cell === 'string' && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
