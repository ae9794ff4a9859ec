/** 报送单的表格: the tables of a workbook's page that have the columns of the sheet that was sent out. */
import { type Cell, type Grid, placeInWords } from '../../../paper/sheet.ts';
import { bareText, tidy } from '../../words/wording.ts';
import { type FilledKey, unitSheetColumns } from '../out/unit-sheet-columns.ts';
import { type FixedKey, fixedKeys } from '../out/unit-sheet-rows.ts';
import type { TableBack, SheetBackRow } from './sheet-back.ts';
import { hasSignatureCells, signatureIn } from './signature-cells.ts';

type Row = readonly Cell[];
type Columns = ReadonlyMap<FixedKey | FilledKey | 'state' | 'owed', number>;

const filledKeys = unitSheetColumns.flatMap(({ key, isOpen }) =>
  isOpen ? [key as FilledKey] : [],
);

/** Every table of the page: sheets may be pasted below one another. */
export function sheetsIn({ rows }: Grid): TableBack[] {
  const heads = rows.flatMap((row, index) => (isHead(row) ? [index] : []));
  let from = 0;
  return heads.map((head, index) => {
    const next = heads[index + 1] ?? rows.length;
    const end = next === rows.length ? next : beginningOf(rows, head + 1, next);
    const found = sheetAt(rows.slice(from, head), rows[head] ?? [], rows.slice(head + 1, end));
    from = end;
    return found;
  });
}

function isHead(row: Row): boolean {
  const titles = row.map(({ text }) => bareText(text));
  return titles.includes('问题编号') && titles.includes('本次报送');
}

/** Where what stands above the next table begins: its title, its unit or its line for signatures. */
function beginningOf(rows: readonly Row[], from: number, head: number): number {
  const at = rows
    .slice(from, head)
    .findIndex((row) =>
      row.some(
        (cell) => /^整改报送单$|^单位[：:]/u.test(tidy(cell.text)) || hasSignatureCells([cell]),
      ),
    );
  return at < 0 ? head : from + at;
}

function sheetAt(above: readonly Row[], head: Row, body: readonly Row[]): TableBack {
  const columns = columnsOf(head);
  const notes: string[] = [];
  const rows: SheetBackRow[] = [];
  const below: Row[] = [];
  for (const [index, row] of body.entries()) {
    if (row.every(isBlank)) continue;
    const read = rowOf(row, columns, body.slice(0, index));
    const isAside = isLine(row) || isSigned(row);
    const isIssue = tidy(read.fixed.issue?.text ?? '') !== '' && !isAside;
    const isFilled = Object.values(read.filled).some((cell) => !isBlank(cell));
    if (!isIssue && (isAside || !isFilled)) {
      below.push(row);
      continue;
    }
    rows.push(read);
    notes.push(...strangers(row, head, columns));
  }
  const signature = { ...signatureIn(below), ...withText(signatureIn(above)) };
  for (const row of below) {
    const [first] = row.filter((cell) => tidy(cell.text) !== '' && cell.merged === undefined);
    if (first && !hasSignatureCells(row) && !/^\d+$/u.test(tidy(first.text)))
      notes.push(`${placeInWords(first.place)}：表下写的“${short(first.text)}”没有登记`);
  }
  for (const row of [...above, ...below])
    for (const { pictures = [] } of row)
      for (const { place } of pictures)
        notes.push(`${placeInWords(place)}：这里的图片不在哪一条问题的行里，没有作为佐证`);
  return {
    above: above.flatMap((row) => [...new Set(row.map(({ text }) => tidy(text)))]),
    unitName: '',
    signature: { ...signatureIn(above), ...signature },
    rows,
    notes,
  };
}

/** What the column was called on sheets of older programs, which still come back. */
const FORMER_OWED = '销号要交的佐证';
const OWED = unitSheetColumns.find(({ key }) => key === 'owed')?.title ?? '';

/** The column of each title; of two with one title the first. */
function columnsOf(head: Row): Columns {
  const columns = new Map<FixedKey | FilledKey | 'state' | 'owed', number>();
  for (const [index, { text, merged }] of head.entries()) {
    const title = bareText(text) === FORMER_OWED ? bareText(OWED) : bareText(text);
    const column = unitSheetColumns.find((one) => bareText(one.title) === title);
    if (column && merged === undefined && !columns.has(column.key)) columns.set(column.key, index);
  }
  return columns;
}

function rowOf(row: Row, columns: Columns, earlier: readonly Row[]): SheetBackRow {
  const cellOf = (key: FixedKey | FilledKey): Cell | undefined => {
    const index = columns.get(key);
    if (index === undefined) return undefined;
    const cell = row[index];
    // A cell merged downwards says the same of each of its rows, pictures and links too.
    return cell?.merged === 'down'
      ? { ...earlier.findLast((one) => one[index]?.merged !== 'down')?.[index], ...cell }
      : cell;
  };
  const evidence = columns.get('evidence');
  return {
    place: { ...(row[0]?.place ?? { file: '', sheet: '', row: 0, cell: '' }), cell: '' },
    fixed: pickedCells(fixedKeys, cellOf),
    filled: pickedCells(filledKeys, cellOf),
    beside: row.flatMap(({ pictures = [] }, index) => (index === evidence ? [] : pictures)),
  };
}

/** What stands in columns that the sheet does not have. */
function strangers(row: Row, head: Row, columns: Columns): string[] {
  const known = new Set(columns.values());
  return row.flatMap((cell, index) => {
    if (known.has(index) || cell.merged !== undefined || tidy(cell.text) === '') return [];
    const title = tidy(head[index]?.text ?? '');
    const words = title === '' ? '表格以外的一列' : `另加的“${short(title)}”一列`;
    return [`${placeInWords(cell.place)}：${words}写着“${short(cell.text)}”，没有登记`];
  });
}

/** True for a row that is one merged cell: a remark, a total, a signature. */
function isLine(row: Row): boolean {
  return (
    new Set(row.map(({ text }) => tidy(text)).filter(Boolean)).size === 1 &&
    row.filter(({ merged }) => merged === 'across').length > 2
  );
}

/** 填报人 | 主任 below the table: what stands under the columns is no issue's. */
function isSigned(row: Row): boolean {
  const first = row.find((cell) => !isBlank(cell));
  return first !== undefined && hasSignatureCells([first]);
}

function isBlank({ text, pictures, struck }: Cell): boolean {
  return tidy(text) === '' && pictures === undefined && struck === undefined;
}

function withText(signature: TableBack['signature']): TableBack['signature'] {
  return Object.fromEntries(Object.entries(signature).filter(([, { text }]) => tidy(text) !== ''));
}

function short(text: string): string {
  return tidy(text).replaceAll('\n', ' ').slice(0, 40);
}

/** The cells of some keys, without those that a table does not have. */
export function pickedCells<K extends string>(
  keys: readonly K[],
  cellOf: (key: K) => Cell | undefined,
): Partial<Record<K, Cell>> {
  const picked: Partial<Record<K, Cell>> = {};
  for (const key of keys) {
    const cell = cellOf(key);
    if (cell !== undefined) picked[key] = cell;
  }
  return picked;
}
