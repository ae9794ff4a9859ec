/** 清单: all entries of a paper with the head above them. What is not read is named, and asked about before anything is written. */
import type { Inquiry } from '../inquiry/question.ts';
import {
  type Cell,
  type Grid,
  type Line,
  type Paper,
  type PaperPlace,
  placeInWords,
} from '../../paper/sheet.ts';
import { isOrganisation } from '../words/unit-names.ts';
import { tidy } from '../words/wording.ts';
import { type Aside, asideNote, asideOf, sectionName } from './aside.ts';
import { columnsSettled } from './column-question.ts';
import { settleOwnersInside } from './column/owner-inside.ts';
import { settleSectionPlatform } from './column/platform-title.ts';
import { type ListHead, readHead, type HeadValue } from './preamble.ts';
import type { List, ListReader } from './reading.ts';
import type { ListRow } from './entry.ts';
import { rowsOfTable } from './row.ts';
import { type ListTable, tablesIn } from './table.ts';
import { remarksIn, unseenNotes } from './unseen.ts';

/** Reads a paper as a list. */
export function listIn(paper: Paper, reader: ListReader): List {
  const list: List = {
    head: {},
    rows: [],
    tables: 0,
    lines: [],
    notes: [...paper.notes, ...unseenNotes(paper)],
    learned: new Map(),
  };
  const grids = paper.blocks.filter((block) => block.kind === 'grid');
  let above: HeadValue[] = [];
  for (const block of paper.blocks) {
    if (block.kind === 'line') {
      list.lines.push(block);
      above.push({ value: block.text, place: block.place });
      continue;
    }
    for (const part of tablesIn(block, reader.names, reader.recognises)) {
      if (part.kind === 'table') {
        readHead(list.head, above);
        const titles = [...above.map(({ value }) => value), block.sheet];
        above = [];
        readTable(part, list, reader, titles);
      } else {
        const lines = linesOf(part.rows);
        above.push(...lines.flatMap(({ words }) => words));
        list.lines.push(...lines.map(({ line }) => line));
      }
    }
    askUnread(block, list, reader, grids.length > 1);
  }
  if (list.tables === 0) readHead(list.head, above);
  return list;
}

/** Rows without a table as lines, and as the words of their cells. */
function linesOf(rows: readonly (readonly Cell[])[]): { line: Line; words: HeadValue[] }[] {
  return rows.flatMap((row) => {
    const cells = row.filter(({ text, merged }) => merged === undefined && tidy(text) !== '');
    const [first] = cells;
    if (first === undefined) return [];
    const place = { ...first.place, cell: '' };
    const text = cells
      .map((cell) => tidy(cell.text))
      .join(' ')
      .replace(/([：:]) /gu, '$1');
    const words = [
      ...new Set(cells.length > 1 ? [...cells.map((cell) => cell.text), text] : [text]),
    ];
    return [
      { line: { kind: 'line', text, place }, words: words.map((value) => ({ value, place })) },
    ];
  });
}

/** A grid in which no table was found, or whose table is not read, stops the writing until somebody leaves it out. */
function askUnread(
  grid: Grid,
  list: List,
  { names, recognises, inquiry }: ListReader,
  areMore: boolean,
): void {
  if (tablesIn(grid, names, recognises).some(({ kind }) => kind === 'table')) return;
  const rows = grid.rows
    .map((row) => row.filter(({ text, merged }) => merged === undefined && tidy(text) !== ''))
    .filter((row) => row.length > 0);
  const [first] = rows;
  const isTable = rows.length >= 2 && rows.some((row) => row.length >= 3);
  if (first === undefined || (!isTable && !areMore)) return;
  const told: ListHead = {};
  readHead(
    told,
    linesOf(grid.rows).flatMap(({ words }) => words),
  );
  if (Object.keys(told).length > 0 && !isTable) return;
  if (rows.every((row) => asideOf(row)?.kind === 'other')) return;
  askTable(first[0]?.place, first, `${rows.length} 行没有认出表头，没有读`, list, inquiry);
}

/** Whether a table may be left out; undefined while that is asked. */
function askTable(
  place: PaperPlace | undefined,
  first: readonly { text: string }[],
  why: string,
  list: List,
  inquiry: Inquiry,
): void {
  if (place === undefined) return;
  const words = first
    .map(({ text }) => tidy(text).replaceAll('\n', ''))
    .filter((word) => word !== '');
  const where = [place.file, place.sheet].filter((word) => word !== '').join(' · ');
  const begins = words.slice(0, 6).join('、').slice(0, 40);
  const answer = inquiry.ask(
    {
      ask: 'table',
      text: `${place.sheet === '' ? place.file : place.sheet} ${begins}`,
      message: `${where}（“${begins}”）${why}；不是清单的答“不录入”，是清单的请把表头写成“存在问题”“责任单位”这样，或在栏名表里添叫法`,
      candidates: [{ answer: '不录入', label: '这张表不是问题清单' }],
    },
    { ...place, cell: '' },
    ([word]) => (word === '不录入' ? word : undefined),
  );
  if (answer !== undefined) list.notes.push(`${where}没有读：答复为不录入`);
}

/** `above` are the lines between the table before and this one, and the name of its sheet. */
function readTable(
  table: ListTable,
  list: List,
  reader: ListReader,
  above: readonly string[],
): void {
  const { inquiry } = reader;
  list.tables += 1;
  const { titles, isList } = columnsSettled(table, list, reader, above);
  if (!isList) {
    const why = '没有“存在问题”栏，没有读';
    askTable(
      table.place,
      titles.map((text) => ({ text })),
      why,
      list,
      inquiry,
    );
    return;
  }
  for (const title of table.unread) list.notes.push(`“${title}”栏没有录入：同义的栏已有一个`);
  list.notes.push(...remarksIn(table));
  const asides: Aside[] = [];
  const rows = rowsOfTable(table, list.tables, inquiry, asides);
  list.notes.push(...asides.map(asideNote));
  settleSectionPlatform(table, rows, asides, reader.recognises, list.notes);
  const hasHost = table.columns.some(({ id }) => id === 'host');
  if (!hasHost && !settleOwnersInside(rows, list.notes)) askOwner(rows, asides, list, inquiry);
  const hasAccounts = table.columns.some(({ id }) => id === 'listed' || id === 'name');
  // A checklist without accounts asks of each point that is not 未发现 whose it is.
  const hasFindings = table.columns.some(
    ({ id, isTicked }) => id === 'finding' || isTicked === true,
  );
  const isOfUnits = !hasAccounts && hasFindings && rows.length > 0;
  if (isOfUnits) for (const row of rows) row.isOfUnit = true;
  if (isOfUnits)
    list.notes.push(
      `${placeInWords({ ...table.place, row: 0, cell: '' })}没有账号栏，按单位的问题登记`,
    );
  list.rows.push(...rows);
}

/** A unit above a table or in a heading between its rows, where no column names one: whether it is the host is asked. */
function askOwner(
  rows: readonly ListRow[],
  asides: readonly Aside[],
  list: List,
  inquiry: Inquiry,
): void {
  const sections = asides.filter(
    ({ kind, text }) => kind === 'section' && isOrganisation(sectionName(text)),
  );
  const ownerAt = (index: number): HeadValue | undefined => {
    const section = sections.findLast(({ before }) => before <= index);
    return section ? { value: sectionName(section.text), place: section.place } : list.head.host;
  };
  const owners = new Set(rows.flatMap((_, index) => ownerAt(index)?.value ?? []));
  const [first] = owners;
  if (first === undefined) return;
  const place = list.head.host?.place ?? sections[0]?.place ?? rows[0]?.place;
  if (place === undefined) return;
  const answer = inquiry.ask(
    {
      ask: 'owner',
      text: place.file,
      message: `表里没有主办单位栏，上面写着“${[...owners].slice(0, 5).join('”“')}”：下面各行都是它的吗？`,
      candidates: [
        { answer: '是', label: '下面各行的单位就是它' },
        { answer: '不是', label: '它只是填表的单位，每行的单位另问' },
      ],
    },
    { ...place, cell: '' },
    ([word]) => (word === '是' || word === '不是' ? word : undefined),
  );
  for (const [index, row] of rows.entries()) {
    const owner = ownerAt(index);
    if (owner !== undefined && answer !== '不是')
      row.cells.host ??= { text: owner.value, place: owner.place };
  }
}
