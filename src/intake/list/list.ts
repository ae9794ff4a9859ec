/** 清单: all entries of a paper with the head above them; columns that are missing are asked about. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import { columnTitles, type ColumnNames } from './columns.ts';
import { type Head, readHeadLine } from './head.ts';
import type { Inquiry } from '../inquiry/question.ts';
import { type ListRow, rowsOfTable } from './row.ts';
import type { Line, Paper } from '../../paper/sheet.ts';
import { type Table, tablesIn } from './table.ts';
import { tidy } from '../words/wording.ts';

export interface List {
  head: Head;
  rows: ListRow[];
  /** How many tables were found; without any the paper may be a circular in prose. */
  tables: number;
  /** The text outside tables. */
  lines: Line[];
  notes: string[];
}

const REQUIRED: readonly (readonly ColumnId[])[] = [
  ['listed', 'name'],
  ['host'],
  ['finding', 'result'],
  ['measures'],
  ['deadline'],
];

/** Reads a paper as a list. */
export function listIn(paper: Paper, names: ColumnNames, inquiry: Inquiry): List {
  const list: List = { head: {}, rows: [], tables: 0, lines: [], notes: [...paper.notes] };
  for (const block of paper.blocks) {
    if (block.kind === 'line') {
      list.lines.push(block);
      readHeadLine(list.head, block.text, block.place);
      continue;
    }
    for (const part of tablesIn(block, names)) {
      if ('kind' in part) readHeadRows(part.rows, list);
      else readTable(part, list, names, inquiry);
    }
  }
  return list;
}

function readHeadRows(rows: Table['rows'], list: List): void {
  for (const row of rows) {
    const [first] = row;
    if (first === undefined) continue;
    const words = row.filter(({ merged }) => merged === undefined).map(({ text }) => tidy(text));
    const text = words
      .filter((word) => word !== '')
      .join(' ')
      .replace(/([：:]) /gu, '$1');
    list.lines.push({ kind: 'line', text, place: { ...first.place, cell: '' } });
    readHeadLine(list.head, text, first.place);
  }
  const widest = Math.max(
    0,
    ...rows.map(
      (row) => row.filter(({ text, merged }) => merged === undefined && tidy(text) !== '').length,
    ),
  );
  const place = rows[0]?.[0]?.place;
  if (widest >= 4 && rows.length >= 3 && place !== undefined)
    list.notes.push(
      `${place.file}${place.sheet === '' ? '' : ` · ${place.sheet}`}里有表格，但认不出表头，没有读`,
    );
}

function readTable(table: Table, list: List, names: ColumnNames, inquiry: Inquiry): void {
  list.tables += 1;
  const place = table.rows[0]?.[0]?.place;
  if (place === undefined) return;
  for (const title of table.unread) list.notes.push(`“${title}”栏没有录入：同义的栏已有一个`);
  const unknown = table.columns.filter(({ id }) => id === undefined);
  for (const group of REQUIRED) {
    if (table.columns.some(({ id }) => id !== undefined && group.includes(id))) continue;
    const [wanted] = group;
    if (wanted === undefined) continue;
    for (const { title } of unknown) askColumn(title, wanted, names, inquiry, place);
  }
  for (const { title, id } of unknown)
    if (id === undefined) list.notes.push(`“${title}”栏不在栏名表里，只显示，不录入`);
  const rows = rowsOfTable(table, list.tables, inquiry, list.notes);
  const { host } = list.head;
  for (const row of rows) {
    if (row.cells.host === undefined && host !== undefined)
      row.cells.host = { text: host.value, place: host.place };
  }
  list.rows.push(...rows);
}

/** An unknown column is asked about only where a needed one is missing; the answer is used at the next reading. */
function askColumn(
  title: string,
  wanted: ColumnId,
  names: ColumnNames,
  inquiry: Inquiry,
  place: Table['rows'][0][0]['place'],
): void {
  const like = names.like(title);
  const ids = [...new Set([...(like.includes(wanted) ? [wanted] : []), ...like, wanted])];
  inquiry.ask(
    {
      ask: 'column',
      text: title,
      message: `没有认出“${columnTitles[wanted]}”栏；“${title}”是哪一栏？`,
      candidates: [...ids, 'ignored' as const].map((id) => ({
        answer: columnTitles[id],
        label: id,
      })),
    },
    { ...place, cell: '' },
    () => undefined,
  );
}
