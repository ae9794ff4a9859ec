/** 清单的表: the tables of a grid — where each begins, which column is what, which rows are rows. */
import type { Cell, Grid, PaperPlace } from '../../paper/sheet.ts';
import { bareText, tidy } from '../words/wording.ts';
import { asideOf } from './aside.ts';
import { guessByTitle } from './column/sounding.ts';
import type { ColumnNames } from './column-names.ts';
import { keyedFormsIn } from './column/key-cells.ts';
import { settleDays, settleNumbers } from './column/numbers-and-days.ts';
import { headerByContent } from './column/header-by-content.ts';
import { isTicked, type Recognises } from './guess.ts';
import { headerAt, type ListColumn, type TitledColumn } from './header-row.ts';
import { asksWhether, countedColumns } from './ticks.ts';
import { unfold } from './unfold.ts';

export interface ListTable {
  kind: 'table';
  place: PaperPlace;
  /** False where it only looks like a list. */
  isKnown: boolean;
  columns: ListColumn[];
  /** The titles that mean the same as another column and are not read. */
  unread: string[];
  /** The rows below the header, empty ones and repeated headers left out. */
  rows: Cell[][];
}

/** Rows above a header, in which it tells who reports what and when; without a table below, all of a grid. */
export interface HeadRows {
  kind: 'head';
  rows: Cell[][];
}

/** The first rows in which a header is looked for; lists with a longer head are not known. */
const SEARCHED = 60;

/** Cuts a grid into heads and tables. A grid without a header is one head. */
export function tablesIn(
  grid: Grid,
  names: ColumnNames,
  recognises?: Recognises,
): (HeadRows | ListTable)[] {
  const forms = formsOf(grid, names);
  const parts = forms ?? partsOf(grid, names, headerAt);
  const isRead = parts.some(({ kind }) => kind === 'table');
  const all = isRead || !recognises ? parts : partsOf(grid, names, headerByContent(recognises));
  for (const part of all) {
    if (part.kind !== 'table') continue;
    unfold(part, names);
    settleColumns(part, names);
  }
  return all;
}

/** The forms of keys and values of a grid as a table, with what stands above them. */
function formsOf(grid: Grid, names: ColumnNames): (HeadRows | ListTable)[] | undefined {
  const forms = keyedFormsIn(grid, names);
  if (forms === undefined) return undefined;
  const { head, columns, rows } = forms;
  const place = rows[0]?.[0]?.place ?? { file: '', sheet: grid.sheet, row: 0, cell: '' };
  return [
    ...(head.length > 0 ? [{ kind: 'head' as const, rows: head }] : []),
    { kind: 'table', place: { ...place, cell: '' }, isKnown: true, columns, unread: [], rows },
  ];
}

function partsOf(
  grid: Grid,
  names: ColumnNames,
  headerIn: typeof headerAt,
): (HeadRows | ListTable)[] {
  const parts: (HeadRows | ListTable)[] = [];
  let head: Cell[][] = [];
  let table: ListTable | undefined;
  for (let at = 0; at < grid.rows.length; at += 1) {
    const row = grid.rows[at] ?? [];
    const header =
      at < SEARCHED || table !== undefined ? headerIn(grid.rows, at, names) : undefined;
    const isHeader =
      header !== undefined &&
      (table === undefined || begins(header.columns, table, header.isKnown));
    if (header !== undefined && isHeader) {
      at += header.height - 1;
      if (table && isSame(table, header.columns)) continue;
      if (table !== undefined) head.unshift(...titleAbove(table));
      if (head.length > 0) parts.push({ kind: 'head', rows: head });
      head = [];
      const place = row[0]?.place ?? { file: '', sheet: grid.sheet, row: 0, cell: '' };
      const { isKnown } = header;
      table = { kind: 'table', place, isKnown, columns: header.columns, unread: [], rows: [] };
      parts.push(table);
    } else if (row.some(({ text }) => tidy(text) !== '')) (table?.rows ?? head).push(row);
  }
  if (head.length > 0) parts.push({ kind: 'head', rows: head });
  return parts;
}

/** 网站问题 right above the next header: its title, and no entry of the table before. Takes it out there. */
function titleAbove({ rows }: ListTable): Cell[][] {
  const last = rows.at(-1);
  // A row that goes on with merged cells is an entry; totals and remarks are known as such.
  if (last?.some(({ merged }) => merged === 'down') === true || (last && asideOf(last))) return [];
  const words = last?.filter(({ text, merged }) => merged === undefined && tidy(text) !== '') ?? [];
  const isTitle = words.length === 1 && /\p{Script=Han}{2}/u.test(words[0]?.text ?? '');
  return isTitle ? rows.splice(-1) : [];
}

/** Titles of ticked columns that say how far it is, not what is wrong. */
const STATE =
  /^(?:是否)?(?:已|未|正在|尚未)?(?:全部|基本)?(?:完成|整改|销号|办结|落实|解决|到位|推进|启动)(?:整改|销号|完成|到位|中)?(?:与?否|了?吗|了?没有?|了)?$|^(?:整改|推进|办理|进行)中$|^(?:是|否|长期坚持)$/u;

/** Inside a table a header that is only likely counts where it begins as the table's own does. */
function begins(columns: readonly TitledColumn[], table: ListTable, isKnown: boolean): boolean {
  return isKnown || bareText(columns[0]?.title ?? '') === bareText(table.columns[0]?.title ?? '');
}

function settleColumns(table: ListTable, names: ColumnNames): void {
  settleNumbers(table);
  settleDays(table);
  const entries = table.rows.filter((row) => asideOf(row, table.columns) === undefined);
  const lead = leadColumn(table.columns);
  if (lead !== undefined) lead.isLead = true;
  for (const column of table.columns) {
    if (column.id !== undefined) continue;
    const cells = entries.map((row) => row[column.index]?.text ?? '');
    column.isTicked = isTicked(cells) && !isFiled(column.title, cells);
  }
  const hasTicks = table.columns.some(({ isTicked: is }) => is === true);
  for (const column of hasTicks ? table.columns : [])
    if (column.id === undefined && column.isTicked !== true)
      column.isTicked = isTicked(['√', ...entries.map((row) => row[column.index]?.text ?? '')]);
  // 是否备案 is left out by itself, and a problem beside 更新是否及时.
  const doesAsk = table.columns.some(
    ({ isTicked: is, title }) => is === true && asksWhether(title),
  );
  for (const column of doesAsk ? table.columns : []) {
    const cells = entries.map((row) => row[column.index]?.text ?? '');
    if (column.id !== 'ignored' || !asksWhether(column.title) || !isTicked(['√', ...cells]))
      continue;
    column.id = undefined;
    column.isTicked = true;
  }
  const cellsOf = ({ index }: ListColumn): string[] => entries.map((row) => row[index]?.text ?? '');
  for (const column of countedColumns(table.columns, cellsOf)) {
    column.isCounted = true;
    column.isTicked = true;
  }
  for (const column of table.columns) {
    if (column.isTicked !== true || !STATE.test(bareText(column.title))) continue;
    column.isTicked = false;
    column.isState = true;
    column.id = 'status';
  }
  const kept = table.columns.map((column): ListColumn => {
    const { id, title } = column;
    if (
      id === undefined ||
      id === 'ignored' ||
      id === 'status' ||
      id === 'finding' ||
      !isBeaten(column, table.columns, names)
    )
      return column;
    // 完成日期 beside 整改时限 is the day on which it was done.
    if (
      id === 'deadline' &&
      /完成|办结/u.test(title) &&
      !table.columns.some((one) => one.id === 'closedOn')
    )
      return { ...column, id: 'closedOn' };
    if (
      bareText(table.columns.find((other) => other.id === id)?.title ?? '') !== bareText(title) ||
      hasOwnWords(column, table)
    )
      table.unread.push(title);
    return { ...column, id: 'ignored' };
  });
  table.columns = kept;
}

/** 佐证 over 有 and 无: whether there is one, and no problem. */
function isFiled(title: string, cells: readonly string[]): boolean {
  return (
    guessByTitle(title) === 'ignored' && cells.every((text) => /^[有无是否]?$/u.test(tidy(text)))
  );
}

/** 牵头单位 beside another column of units; an account's host stays its 主办单位. */
function leadColumn(columns: readonly ListColumn[]): ListColumn | undefined {
  const hosts = columns.filter(({ id }) => id === 'host');
  const isOfAccounts = columns.some(({ id }) => id === 'listed' || id === 'name');
  if (isOfAccounts || hosts.length < 2) return undefined;
  return hosts.find(({ title }) => /牵头|主责/u.test(title));
}

/** Of several columns with the same id one is read: the one that the dictionary names first, of twins the left one. */
function isBeaten(column: ListColumn, columns: readonly ListColumn[], names: ColumnNames): boolean {
  const rank = names.find(column.title)?.rank ?? 0;
  return columns.some((other) => {
    if (other.id !== column.id || other === column || other.isLead === true) return false;
    if (bareText(other.title) === bareText(column.title)) return other.index < column.index;
    const theirs = names.find(other.title)?.rank ?? 0;
    return theirs < rank || (theirs === rank && other.index < column.index);
  });
}

/** True where a column under the title of another one holds something else. */
function hasOwnWords(column: ListColumn, table: ListTable): boolean {
  return table.rows.some((row) => {
    const cell = row[column.index];
    return cell !== undefined && cell.merged !== 'across' && tidy(cell.text) !== '';
  });
}

function isSame(table: ListTable, columns: readonly TitledColumn[]): boolean {
  return (
    table.columns.length === columns.length &&
    columns.every(
      ({ title }, index) => bareText(title) === bareText(table.columns[index]?.title ?? ''),
    )
  );
}
