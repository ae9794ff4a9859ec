/**
 * 整改报送单: the workbook that a unit fills in — its issues pre-filled and locked, drop-downs, print set-up, a hidden
 * stamp.
 */
import { bookBytes, type BookCell, Workbook, type Worksheet } from '../../../paper/book.ts';
import { inWords } from '../../../day/calendar.ts';
import {
  instructions,
  reportActs,
  unitSheetColumns,
  signatures,
  type UnitSheetColumn,
  type SignatureKey,
} from './unit-sheet-columns.ts';
import type { UnitSheetRow } from './unit-sheet-rows.ts';
import { columnLetters } from '../../../paper/sheet.ts';
import { sheetCode, type Stamp, stampCells, STAMP_SHEET } from './stamp.ts';

export interface UnitSheetBook {
  unitName: string;
  campaignName: string;
  /** Who collects it. */
  office: string;
  rows: readonly UnitSheetRow[];
  stamp: Stamp;
}

const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const OPEN = fill('FFFFF8DC');
const HEAD = fill('FFE8EDF4');
const LAST = columnLetters(unitSheetColumns.length - 1);
/** Characters of 10 pt that fit on a millimetre-free guess of a line: a column's width holds half as many Chinese ones. */
const CHARACTER = 2;
const LINE_POINTS = 14;

/** The bytes of the workbook. */
export async function unitSheetBook(book: UnitSheetBook): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = book.office;
  workbook.lastModifiedBy = book.office;
  workbook.title = `整改报送单 ${book.unitName}`;
  const page = workbook.addWorksheet('整改报送单', {
    views: [{ state: 'frozen', ySplit: 5, xSplit: 2 }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: '5:5',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: `&L单号 ${sheetCode(book.stamp)}&R第 &P 页，共 &N 页` },
  });
  // A4, as a number: the library's own name for it exists only in its types.
  Object.assign(page.pageSetup, { paperSize: 9 });
  page.columns = unitSheetColumns.map(({ width }) => ({ width }));
  headRows(page, book);
  tableRows(page, book.rows);
  await page.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
  const stamp = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  for (const cells of stampCells(book.stamp)) stamp.addRow(cells);
  return bookBytes(workbook);
}

function headRows(page: Worksheet, book: UnitSheetBook): void {
  const line = (row: number, text: string, height: number): BookCell => {
    page.mergeCells(`A${row}:${LAST}${row}`);
    page.getRow(row).height = height;
    const cell = page.getCell(`A${row}`);
    cell.value = text;
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.font = { name: '宋体', size: 10 };
    return cell;
  };
  const title = line(1, '整改报送单', 30);
  title.font = { name: '黑体', size: 18 };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  line(
    2,
    `单位：${book.unitName}　　专项：${book.campaignName}　　制表：${book.office}，${inWords(book.stamp.madeOn)}　　单号：${sheetCode(book.stamp)}`,
    20,
  );
  line(3, instructions.join('\n'), LINE_POINTS * (instructions.length + 0.5));
  const places: [SignatureKey, string, string, string][] = [
    ['reporter', 'A4:C4', 'D4', '写职务，如 办公室主任'],
    ['approver', 'E4', 'F4:H4', '写职务，如 分管负责人'],
    ['reportedOn', 'I4', 'J4', '如 2020-05-20'],
  ];
  page.getRow(4).height = 26;
  for (const [key, label, input, hint] of places) {
    if (label.includes(':')) page.mergeCells(label);
    if (input.includes(':')) page.mergeCells(input);
    const name = page.getCell(label.split(':')[0] ?? label);
    name.value = signatures[key];
    name.alignment = { horizontal: 'right', vertical: 'middle' };
    name.font = { name: '黑体', size: 10 };
    openCell(page.getCell(input.split(':')[0] ?? input), hint);
  }
}

function tableRows(page: Worksheet, rows: readonly UnitSheetRow[]): void {
  const head = page.getRow(5);
  head.height = 32;
  unitSheetColumns.forEach(({ title, isOpen }, index) => {
    const cell = head.getCell(index + 1);
    cell.value = title;
    cell.font = { name: '黑体', size: 10 };
    cell.fill = isOpen ? OPEN : HEAD;
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  rows.forEach((row, index) => {
    const line = page.getRow(6 + index);
    line.height =
      LINE_POINTS * Math.max(4, ...unitSheetColumns.map((column) => linesOf(row, column)));
    unitSheetColumns.forEach((column, place) => {
      const cell = line.getCell(place + 1);
      if (column.isOpen) openColumn(cell, column);
      else lockedCell(cell, row[column.key as keyof UnitSheetRow], column.key === 'row');
    });
  });
}

/** How many lines a text takes in its column. */
function linesOf(row: UnitSheetRow, { key, width, isOpen }: UnitSheetColumn): number {
  const text = isOpen ? '' : row[key as keyof UnitSheetRow];
  return Math.ceil((text.length * CHARACTER) / (width - 1)) + 0.5;
}

function lockedCell(cell: BookCell, text: string, isNumber: boolean): void {
  cell.value = isNumber ? Number(text) : text;
  cell.font = { name: '宋体', size: 10 };
  cell.border = BORDER;
  cell.alignment = { horizontal: isNumber ? 'center' : 'left', vertical: 'middle', wrapText: true };
}

function openColumn(cell: BookCell, { key, hint = '' }: UnitSheetColumn): void {
  openCell(cell, hint);
  if (key === 'report') {
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${Object.keys(reportActs).join(',')}"`],
      showInputMessage: true,
      promptTitle: '本次报送',
      prompt: hint,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '请从列表里选',
      error: `只能是：${Object.keys(reportActs).join('、')}`,
    };
  }
}

/** A cell that the unit fills in: text, so that what is typed stays as it is typed, long numbers and days too. */
function openCell(cell: BookCell, hint: string): void {
  cell.protection = { locked: false };
  cell.fill = OPEN;
  cell.border = BORDER;
  cell.font = { name: '宋体', size: 10 };
  cell.alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
  cell.numFmt = '@';
  cell.dataValidation = {
    type: 'textLength',
    operator: 'lessThan',
    allowBlank: true,
    formulae: [2000],
    showInputMessage: true,
    prompt: hint,
  };
}
