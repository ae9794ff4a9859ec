/** CSV: a sheet as text that Excel and WPS open without a question (UTF-8 with BOM, CRLF). */
import { isGuarded } from '../../text/formula-guard.ts';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** The titles and the rows; what stands above a table is not part of it. */
export function csv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ title }) => quoted(title)), ...rows.map((row) => row.map(written))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/**
 * With its title and the lines above it, each in a row of its own that is as long as the others: for a table that says
 * nothing true without them.
 */
export function csvWithLines(sheet: Sheet): string {
  const rest = ','.repeat(sheet.columns.length - 1);
  const above = [sheet.title, ...sheet.lines].map((line) => `${written(line)}${rest}\r\n`);
  return `\uFEFF${above.join('')}${csv(sheet).slice(1)}`;
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it: the ledger holds what others wrote. So
 * does text that begins like a guarded one, so that who takes one apostrophe away always has what was written.
 */
function written(cell: SheetCell): string {
  const text = cellText(cell);
  return quoted(typeof cell === 'string' && isGuarded(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return /[",\r\n\t;]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
