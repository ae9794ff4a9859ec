/** 旧工作簿: .xls and .et, and .xlsb, by SheetJS. It reads no pictures and no strike-through: `needsOffice` says so. */
import { own } from '../../text/own.ts';
import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { keepTo, limits, Refused, Tally } from '../limits.ts';
import { type Paper, addLinks, type Unread } from '../sheet.ts';
import { cellPictureOf, hyperlinkOf } from './formula.ts';
import { type CellContent, keepToSheets, SheetInReading, squareOf } from './grid.ts';
import { GatheredBook } from './gathered.ts';
import { type BiffFacts, lookThrough } from './biff.ts';
import { shownNumber } from './shown.ts';

/** Reads the workbook stream of an old file. Throws Refused, and what SheetJS throws. */
export function readXls(file: string, stream: Buffer): { paper: Paper; facts: BiffFacts } {
  const facts = lookThrough(stream);
  return { paper: readByLibrary(file, stream), facts };
}

/** Reads a workbook by SheetJS; `bytes` are small or were looked through. */
export function readByLibrary(file: string, bytes: Uint8Array): Paper {
  const book = read(bytes, {
    type: 'array',
    cellNF: true,
    cellText: true,
    cellHTML: false,
    cellStyles: false,
    cellFormula: true,
    // Text files that call themselves .xls: nothing in them is turned into numbers or dates.
    raw: true,
  });
  if (book.vbaraw !== undefined)
    throw new Refused('文件带有宏', '另存为不带宏的 docx 或 xlsx，再导入');
  keepToSheets(book.SheetNames.length);
  const tally = new Tally();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const gathered = new GatheredBook(file);
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = own(book.Sheets, name);
    if (sheet === undefined) continue;
    const draft = new SheetInReading(file, name, tally);
    const found: Unread[] = [];
    if (sheet['!type'] === 'chart')
      found.push({ place: { file, sheet: name, row: 0, cell: '' }, what: '图表工作表' });
    readSheet(sheet, draft, date1904, found);
    gathered.add(draft, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, found);
  }
  return gathered.paper;
}

function readSheet(
  sheet: WorkSheet,
  draft: SheetInReading,
  date1904: boolean,
  found: Unread[],
): void {
  let cells = 0;
  for (const key of Object.keys(sheet)) {
    if (key.startsWith('!')) continue;
    const square = squareOf(key);
    const cell = own<unknown>(sheet, key) as CellObject;
    if (square === undefined) continue;
    keepTo('cells', (cells += 1), draft.where);
    const content = contentOf(cell, date1904);
    const comment = (cell.c ?? [])
      .map(({ t }) => t.trim())
      .filter((text) => text !== '')
      .join('\n');
    const target = cell.l?.Target ?? '';
    if (content.text === '' && content.raw === undefined && comment === '' && target === '')
      continue;
    const made = Object.assign(draft.cell(square.row, square.column), content);
    if (comment !== '') draft.addComment(comment, square.row, square.column);
    if (!target.startsWith('#')) addLinks(made, [target]);
    const link = cell.f === undefined ? undefined : hyperlinkOf(cell.f);
    if (link !== undefined && link !== 'computed' && 'target' in link)
      addLinks(made, [link.target]);
    if (cellPictureOf(cell.f ?? content.text) !== undefined)
      found.push({
        place: draft.place(square.row, square.column),
        what: '单元格里的图片（旧格式存的，没有读）',
      });
  }
  for (const { s, e } of sheet['!merges'] ?? [])
    draft.addMerge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  for (const [row, info] of (sheet['!rows'] ?? []).entries())
    if ((info as typeof info | undefined)?.hidden === true) draft.hiddenRows.add(row);
  for (const [column, info] of (sheet['!cols'] ?? []).slice(0, limits.columns.most).entries())
    if ((info as typeof info | undefined)?.hidden === true) draft.hiddenColumns.add(column);
}

function contentOf(cell: CellObject, date1904: boolean): CellContent {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const formula = cell.f === undefined ? {} : { formula: cell.f };
  const value = cell.v;
  if (cell.t === 'n' && typeof value === 'number') {
    const { text, day } = shownNumber(value, format, date1904);
    return {
      text,
      ...(day !== undefined && { day }),
      raw: { value, format, ...formula, ...(date1904 && { from1904: true as const }) },
    };
  }
  if (cell.t === 'b')
    return { text: value === true ? 'TRUE' : 'FALSE', raw: { value: value === true, ...formula } };
  const text = (
    cell.t === 'e' ? (cell.w ?? '') : typeof value === 'string' ? value : (cell.w ?? '')
  )
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .trim();
  return cell.f === undefined ? { text } : { text, raw: { value: text, ...formula } };
}
