/** 工作簿: the visible sheets of .xlsx, .xls, .et and .ods, by SheetJS, as the cells show themselves. */
import { read, SSF, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Cell, columnLetters, type Grid, type Paper, type Place } from './sheet.ts';
import { own } from '../text/own.ts';

/** A list of more rows or columns is no list. */
export const MAX_ROWS = 20_000;
const MAX_COLUMNS = 100;

/** The part of SheetJS's untyped formatter that is used here. */
const formats = SSF as {
  is_date: (format: string) => boolean;
  parse_date_code: (
    serial: number,
    options: { date1904: boolean },
  ) => { y: number; m: number; d: number } | null;
};

/** Opens a workbook; macros are noted, never run. Throws what SheetJS throws (also on a password). */
export function openWorkbook(bytes: Uint8Array): WorkBook {
  return read(bytes, {
    type: 'array',
    cellNF: true,
    cellText: true,
    cellHTML: false,
    cellStyles: false,
    bookVBA: true,
    sheetRows: MAX_ROWS + 1,
    // Text files that call themselves .xls: nothing in them is turned into numbers or dates.
    raw: true,
  });
}

/** Reads the sheets that a person sees. */
export function readWorkbook(file: string, book: WorkBook): Paper {
  const notes: string[] = [];
  const blocks: Grid[] = [];
  for (const [index, sheet] of book.SheetNames.entries()) {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const worksheet = own(book.Sheets, sheet);
    if (worksheet?.['!ref'] === undefined) continue;
    if (hidden > 0) notes.push(`工作表“${sheet}”是隐藏的，没有读`);
    else blocks.push({ kind: 'grid', sheet, rows: rowsOf({ file, sheet, book }, notes) });
  }
  return { file, blocks, notes };
}

/** A sheet of a book that came as a file. */
export interface SheetOfFile {
  file: string;
  sheet: string;
  book: WorkBook;
}

/** The cells of a sheet as they show themselves, merged cells filled; what a reader should know goes to `notes`. */
export function rowsOf({ file, sheet, book }: SheetOfFile, notes: string[]): Cell[][] {
  const worksheet: WorkSheet = own(book.Sheets, sheet) ?? {};
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const range = utils.decode_range(worksheet['!ref'] ?? 'A1');
  const last = Math.min(range.e.r, MAX_ROWS - 1);
  const width = Math.min(range.e.c, MAX_COLUMNS - 1) + 1;
  if (range.e.r > last) notes.push(`工作表“${sheet}”超过 ${MAX_ROWS} 行，后面的没有读`);
  const placeAt = (row: number, column: number): Place => ({
    file,
    sheet,
    row: row + 1,
    cell: `${columnLetters(column)}${row + 1}`,
  });
  const rows: Cell[][] = [];
  for (let r = 0; r <= last; r += 1) {
    rows.push(
      Array.from({ length: width }, (_, c) => {
        const place = placeAt(r, c);
        const cell = worksheet[utils.encode_cell({ r, c })] as CellObject | undefined;
        return cell === undefined ? { text: '', place } : { place, ...shown(cell, date1904) };
      }),
    );
    if (worksheet['!rows']?.[r]?.hidden === true && rows[r]?.some(({ text }) => text !== ''))
      notes.push(`工作表“${sheet}”第${r + 1}行是隐藏的，照读`);
  }
  for (const { s, e } of worksheet['!merges'] ?? []) {
    const origin = rows[s.r]?.[s.c];
    if (origin === undefined) continue;
    for (let r = s.r; r <= Math.min(e.r, last); r += 1) {
      for (let c = s.c; c <= Math.min(e.c, width - 1); c += 1) {
        const cell = rows[r]?.[c];
        if (cell === undefined || cell === origin) continue;
        cell.text = origin.text;
        cell.merged = c > s.c ? 'across' : 'down';
        if (origin.day !== undefined) cell.day = origin.day;
      }
    }
  }
  return rows;
}

/**
 * What a cell shows. A date is shown in Chinese, with its year only where its format has one: Excel adds the year of
 * typing to “5月31日”, which nobody wrote.
 */
function shown(cell: CellObject, date1904: boolean): { text: string; day?: string } {
  const value = cell.v;
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (value instanceof Date) return { text: cell.w ?? '' };
  if (cell.t === 'n' && typeof value === 'number' && formats.is_date(format)) {
    const date = formats.parse_date_code(value, { date1904 });
    if (date !== null && date.y > 1900) {
      const day = `${date.y}-${String(date.m).padStart(2, '0')}-${String(date.d).padStart(2, '0')}`;
      const monthAndDay = `${date.m}月${date.d}日`;
      return { text: /y/iu.test(format) ? `${date.y}年${monthAndDay}` : monthAndDay, day };
    }
  }
  return { text: String(cell.w ?? value ?? '').trim() };
}
