/** 清单的表: the tables of a grid — where the header is, which column is what, which rows are rows. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { ColumnNames } from './columns.ts';
import type { Cell, Grid } from '../../paper/sheet.ts';
import { bare, tidy } from '../words/wording.ts';

/** A column of a table with its title as written; `id` is missing where nobody knows it. */
export interface TableColumn {
  index: number;
  title: string;
  id?: ColumnId | undefined;
}

export interface Table {
  columns: TableColumn[];
  /** The titles that mean the same as another column and are not read. */
  unread: string[];
  /** The rows below the header, empty ones and repeated headers left out. */
  rows: Cell[][];
}

/** Rows above a header, in which it tells who reports what and when. */
export interface HeadRows {
  kind: 'head';
  rows: Cell[][];
}

/** The first rows in which a header is looked for; lists with a longer head are not known. */
const SEARCHED = 60;
const KEY: readonly ColumnId[] = [
  'listed',
  'name',
  'host',
  'finding',
  'measures',
  'deadline',
  'result',
];

/** Cuts a grid into heads and tables. A grid without a header is one head. */
export function tablesIn(grid: Grid, names: ColumnNames): (HeadRows | Table)[] {
  const parts: (HeadRows | Table)[] = [];
  let head: Cell[][] = [];
  let table: Table | undefined;
  for (let at = 0; at < grid.rows.length; at += 1) {
    const row = grid.rows[at] ?? [];
    const header =
      at < SEARCHED || table !== undefined ? headerAt(grid.rows, at, names) : undefined;
    if (header) {
      if (table && isSame(table, header.columns)) {
        at += header.height - 1;
        continue;
      }
      if (head.length > 0) parts.push({ kind: 'head', rows: head });
      head = [];
      table = { columns: header.columns, unread: header.unread, rows: [] };
      parts.push(table);
      at += header.height - 1;
    } else if (row.some(({ text }) => tidy(text) !== '')) (table?.rows ?? head).push(row);
  }
  if (head.length > 0) parts.push({ kind: 'head', rows: head });
  return parts;
}

interface Header {
  columns: TableColumn[];
  unread: string[];
  /** Rows that the header takes. */
  height: number;
}

/** The header that begins at a row: one row, or two of which the upper one groups. */
function headerAt(
  rows: readonly (readonly Cell[])[],
  at: number,
  names: ColumnNames,
): Header | undefined {
  const first = rows[at] ?? [];
  const second = rows[at + 1] ?? [];
  const one = columnsOf(first.map(titleOf), names);
  if (weight(one) === 0 || one.length < 2) return undefined;
  const under = second.map((cell, index) => {
    const below = titleOf(cell);
    return below !== '' && names.find(below) !== undefined ? below : titleOf(first[index]);
  });
  const two = columnsOf(under, names);
  const isGrouped = weight(two) > weight(one) && isTitles(second, names);
  const best = isGrouped ? two : one;
  // Without a column of findings it is a header all the same when three others are known: then it is asked about.
  const hasFindings = best.some(({ id }) => id === 'finding' || id === 'result');
  const isChecklist = best.some(({ id }) => id === 'result') && isTitles(first, names);
  if (weight(best) < (hasFindings ? 2 : 3) && !isChecklist) return undefined;
  return { ...ranked(best, names), height: isGrouped || isRepeated(first, second) ? 2 : 1 };
}

/** The title of a column; what a merge carries to the right counts in each column it covers. */
function titleOf(cell: Cell | undefined): string {
  return tidy(cell?.text ?? '').replaceAll('\n', '');
}

function columnsOf(titles: readonly string[], names: ColumnNames): TableColumn[] {
  return titles.flatMap((title, index) =>
    title === '' ? [] : [{ index, title, id: names.find(title)?.id }],
  );
}

/** How many different columns of a list are known; cells of data happen to be the name of one at most. */
function weight(columns: readonly TableColumn[]): number {
  return new Set(columns.flatMap(({ id }) => (id !== undefined && KEY.includes(id) ? [id] : [])))
    .size;
}

/** True where a row holds nothing but names of columns: the lower row of a header. */
function isTitles(row: readonly Cell[], names: ColumnNames): boolean {
  return row.every((cell) => titleOf(cell) === '' || names.find(titleOf(cell)) !== undefined);
}

/** True where the second row is the first one again, as merged cells leave it. */
function isRepeated(first: readonly Cell[], second: readonly Cell[]): boolean {
  return (
    second.length > 0 &&
    second.some(({ merged }) => merged === 'down') &&
    second.every((cell, index) => titleOf(cell) === titleOf(first[index]))
  );
}

/** Of several columns with the same id one is read: the one that the dictionary names first. */
function ranked(columns: readonly TableColumn[], names: ColumnNames): Omit<Header, 'height'> {
  const unread: string[] = [];
  const kept = columns.map((column): TableColumn => {
    const { id, title } = column;
    if (id === undefined || id === 'ignored') return column;
    const rivals = columns.filter((other) => other.id === id && bare(other.title) !== bare(title));
    const rank = names.find(title)?.rank ?? 0;
    const isBeaten =
      rivals.some((other) => (names.find(other.title)?.rank ?? 0) < rank) ||
      columns.some(
        (other) =>
          other.id === id && other.index < column.index && bare(other.title) === bare(title),
      );
    if (isBeaten) unread.push(title);
    return isBeaten ? { ...column, id: 'ignored' } : column;
  });
  return { columns: kept, unread };
}

function isSame(table: Table, columns: readonly TableColumn[]): boolean {
  return (
    table.columns.length === columns.length &&
    columns.every(({ title }, index) => bare(title) === bare(table.columns[index]?.title ?? ''))
  );
}
