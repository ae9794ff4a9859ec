/** 名册表: the rows of another system's register, by the column names of vocabulary/register-columns.yaml. */
import type { Day } from '../day/calendar.ts';
import { isRealDay } from '../schema/field.ts';
import type { RegisterColumn, RegisterColumnId } from '../schema/registration.ts';
import {
  type Cell,
  type Paper,
  type PaperPlace,
  placeInWords,
  tableInWords,
} from '../paper/sheet.ts';
import { bareText, mendedText } from './words/wording.ts';

export interface RegisterRow {
  readonly place: PaperPlace;
  /** By column, as written and without the breaks of line setting; empty cells are left out. */
  readonly values: ReadonlyMap<RegisterColumnId, string>;
}

export interface RegisterTable {
  readonly rows: readonly RegisterRow[];
  /** The columns that the tables have. */
  readonly columns: ReadonlySet<RegisterColumnId>;
  /** Titles of columns that nobody knows. */
  readonly strange: readonly string[];
  /** Tables without a head that is known, in words. */
  readonly headless: readonly string[];
}

/** How a title is found in the dictionary; undefined where it does not stand there. */
export function registerColumnOf(
  columns: readonly RegisterColumn[],
): (title: string) => RegisterColumnId | undefined {
  const known = new Map(
    columns.flatMap(({ id, names }) => names.map((name) => [bareText(name), id])),
  );
  return (title) =>
    known.get(bareText(title.replace(/[（(][^（）()]*[)）]/gu, ''))) ?? known.get(bareText(title));
}

/** Reads every table of the papers whose head names the accounts. */
export function registerRows(
  papers: readonly Paper[],
  columns: readonly RegisterColumn[],
): RegisterTable {
  const find = registerColumnOf(columns);
  const rows: RegisterRow[] = [];
  const found = new Set<RegisterColumnId>();
  const strange = new Set<string>();
  const headless: string[] = [];
  for (const paper of papers) {
    for (const block of paper.blocks) {
      if (block.kind !== 'grid') continue;
      const head = block.rows.findIndex((row) => isHead(row, find));
      const titles = (block.rows[head] ?? []).map(({ text }) => text);
      if (head < 0) {
        headless.push(tableInWords(paper.file, block.sheet));
        continue;
      }
      const ids = titles.map((title) => find(title));
      for (const [at, id] of ids.entries()) {
        if (id !== undefined) found.add(id);
        else if (mendedText(titles[at] ?? '') !== '') strange.add(mendedText(titles[at] ?? ''));
      }
      for (const row of block.rows.slice(head + 1)) {
        const values = valuesOf(row, ids);
        const [first] = row;
        if (values.has('name') && first) rows.push({ place: { ...first.place, cell: '' }, values });
      }
    }
  }
  return { rows, columns: found, strange: [...strange], headless };
}

function isHead(row: readonly Cell[], find: (title: string) => RegisterColumnId | undefined) {
  const ids = row.map(({ text }) => find(text));
  return ids.includes('name') && ids.filter((id) => id !== undefined).length >= 2;
}

function valuesOf(row: readonly Cell[], ids: readonly (RegisterColumnId | undefined)[]) {
  const values = new Map<RegisterColumnId, string>();
  for (const [at, cell] of row.entries()) {
    const id = ids[at];
    const text = cell.day ?? mendedText(cell.text);
    if (id === undefined || id === 'ignored' || text === '' || values.has(id)) continue;
    values.set(id, text);
  }
  return values;
}

/** Where a row stands, in words. */
export function rowInWords({ place }: RegisterRow): string {
  return placeInWords(place);
}

/** A day in whichever way it is written, as YYYY-MM-DD. */
export function registerDay(text: string): Day | undefined {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/u.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? day : undefined;
}
