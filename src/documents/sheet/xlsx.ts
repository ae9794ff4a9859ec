/** 工作簿: a sheet as .xlsx — frozen head, filter, real dates, and a page set up to be printed as it is. */
import { bookBytes, type BookCell, Workbook, type Worksheet } from '../../paper/book.ts';
import type { Day } from '../../day/calendar.ts';
import { officePackage } from '../office-package.ts';
import { cellText, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts';

const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;
const HEAD_FILL = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE8EDF4' },
} as const;
/** Words that must be seen at once stand out; the words themselves say why. */
const URGENT = /^(?:逾期\d+天$|已过截止日|今日到期)/u;

export interface WorkbookProperties {
  readonly office: string;
  readonly on: Day;
}

/** The bytes of a workbook, the same for the same sheets. */
export async function workbook(
  sheets: readonly Sheet[],
  { office, on }: WorkbookProperties,
): Promise<Uint8Array> {
  const book = new Workbook();
  for (const sheet of sheets) addSheet(book, sheet);
  return officePackage(await bookBytes(book), { title: sheets[0]?.title ?? '', office, on });
}

function addSheet(book: Workbook, sheet: Sheet): void {
  const { columns, lines } = sheet;
  const head = lines.length + 2;
  const page = book.addWorksheet(sheet.tab, {
    views: [{ state: 'frozen', ySplit: head, topLeftCell: `A${String(head + 1)}` }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${String(head)}:${String(head)}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  // The library's list of paper sizes lacks A4, which is 9 in the format itself.
  Object.assign(page.pageSetup, { paperSize: 9 });
  page.columns = columns.map(({ width }) => ({ width }));
  heading(page, sheet);
  const titles = page.getRow(head);
  columns.forEach(({ title }, index) => {
    const cell = titles.getCell(index + 1);
    cell.value = title;
    cell.font = { name: '黑体', size: 11 };
    cell.fill = HEAD_FILL;
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  titles.height = 30;
  for (const [index, row] of sheet.rows.entries()) {
    const line = page.getRow(head + 1 + index);
    row.forEach((value, at) => fill(line.getCell(at + 1), value, columns[at]));
    line.height = heightOf(row, columns);
  }
  // The library puts a dollar sign before each half only.
  const corner = page.getColumn(printedColumns(sheet)).letter;
  page.pageSetup.printArea = `A$1:${corner}$${String(head + sheet.rows.length)}`;
  page.autoFilter = {
    from: { row: head, col: 1 },
    to: { row: head + sheet.rows.length, col: columns.length },
  };
}

/** In points: as many lines as the fullest cell needs, because not every program fits the rows of a file by itself. */
function heightOf(row: readonly SheetCell[], columns: readonly SheetColumn[]): number {
  const lines = row.map((value, at) => {
    const width = (columns[at]?.width ?? 10) - 1;
    const pieces = cellText(value).split('\n');
    return pieces.reduce((sum, piece) => sum + Math.max(1, Math.ceil(widthOf(piece) / width)), 0);
  });
  return Math.max(1, ...lines) * 14.5 + 5;
}

/** In half-width characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u007e]/u.test(char) ? 1 : 2), 0);
}

/** How many columns from the left are printed. */
function printedColumns({ columns }: Sheet): number {
  return columns.findLastIndex(({ paper }) => paper !== undefined) + 1 || columns.length;
}

/** The title over the width of the page, and the lines below it. */
function heading(page: Worksheet, sheet: Sheet): void {
  const { title, lines } = sheet;
  const width = printedColumns(sheet);
  page.mergeCells(1, 1, 1, width);
  const first = page.getCell(1, 1);
  first.value = title;
  first.font = { name: '方正小标宋简体', size: 16 };
  first.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  page.getRow(1).height = 36;
  lines.forEach((line, index) => {
    page.mergeCells(index + 2, 1, index + 2, width);
    const cell = page.getCell(index + 2, 1);
    cell.value = line;
    cell.font = { name: '仿宋_GB2312', size: 12 };
    cell.alignment = { horizontal: 'left', vertical: 'middle' };
    page.getRow(index + 2).height = 20;
  });
}

function fill(cell: BookCell, value: SheetCell, column: SheetColumn | undefined): void {
  const kind = column?.kind ?? 'text';
  if (typeof value === 'object') {
    cell.value = new Date(`${value.day}T00:00:00Z`);
    cell.numFmt = 'yyyy-mm-dd';
  } else if (value !== undefined) cell.value = value;
  const urgent = typeof value === 'string' && URGENT.test(value);
  cell.font = {
    name: '宋体',
    size: 10.5,
    ...(urgent ? { color: { argb: 'FFB00020' }, bold: true } : {}),
  };
  cell.border = BORDER;
  cell.alignment = {
    horizontal: kind === 'text' ? 'left' : 'center',
    vertical: 'middle',
    wrapText: true,
  };
}
