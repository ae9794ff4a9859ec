/** 清单的行: the rows of a table as entries of a list — numbers read, rows that a page break cut in two put together. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Inquiry } from '../inquiry/question.ts';
import { type Cell, type Place, placeInWords } from '../../paper/sheet.ts';
import { UNSETTLED } from '../../paper/stack.ts';
import type { Table } from './table.ts';
import { folded, tidy } from '../words/wording.ts';

/** An entry of a list before its words are understood. */
export interface ListRow {
  place: Place;
  /** Which table of the paper it stands in, from 1. */
  table: number;
  /** As the list numbers it; missing where it has no number or none that can be read. */
  number?: number | undefined;
  numberText: string;
  cells: Partial<Record<ColumnId, Cell>>;
  /** Every cell as it stands in the file, by the title of its column. */
  raw: Record<string, string>;
  /** Lines of a table with one cell a line whose cells are not settled yet, and the columns they belong to. */
  unsettled?: { lines: string[]; columns: (ColumnId | undefined)[] };
  /** Put together out of prose: nothing of it is certain until somebody confirms it. */
  isProposed?: boolean;
  /** Proposed, and somebody has already said what it is: it is not asked about again. */
  isSettled?: boolean;
  notes: string[];
}

const WORDS: readonly ColumnId[] = [
  'listed',
  'platform',
  'name',
  'host',
  'finding',
  'measures',
  'deadline',
];

/** The entries of a table, in its order. */
export function rowsOfTable(
  table: Table,
  which: number,
  inquiry: Inquiry,
  notes: string[],
): ListRow[] {
  const hasNumbers = table.columns.some(({ id }) => id === 'row');
  const rows: ListRow[] = [];
  for (const cells of table.rows) {
    const row = rowOf(cells, table, which);
    const last = rows.at(-1);
    const words = [...new Set(cells.map(({ text }) => tidy(text)).filter((text) => text !== ''))];
    if (isAside(words, cells)) {
      notes.push(
        `${placeInWords({ ...row.place, cell: '' })}不是清单的一行，没有读：${words.join(' ')}`,
      );
      continue;
    }
    if (last !== undefined && isRestOf(row, last, hasNumbers, inquiry)) join(last, row);
    else rows.push(row);
  }
  return rows;
}

function rowOf(cells: readonly Cell[], table: Table, which: number): ListRow {
  const known: Partial<Record<ColumnId, Cell>> = {};
  const raw: Record<string, string> = {};
  for (const { index, title, id } of table.columns) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const text = cell.merged === 'across' ? '' : cell.text;
    raw[title in raw ? `${title}（${index + 1}）` : title] = text;
    if (id !== undefined && id !== 'ignored' && !(id in known)) known[id] = { ...cell, text };
  }
  const numberText = tidy(known.row?.text ?? '');
  const place = cells[0]?.place ?? { file: '', sheet: '', row: 0, cell: '' };
  const row: ListRow = {
    place,
    table: which,
    number: numberIn(numberText),
    numberText,
    cells: known,
    raw,
    notes: [],
  };
  const unsettled = cells.find(({ text }) => text.includes(UNSETTLED));
  if (unsettled) {
    row.unsettled = {
      lines: unsettled.text.split(UNSETTLED),
      columns: table.columns.slice(1).map(({ id }) => id),
    };
    row.raw = { [unsettled.place.cell]: row.unsettled.lines.join('\n') };
  }
  return row;
}

/** A heading between rows, a sum, a note below the table, a line for signatures. */
function isAside(words: readonly string[], cells: readonly Cell[]): boolean {
  const [first = ''] = words;
  if (
    /^(?:合计|总计|小计|注[：:]|备注[：:]|说明[：:]|填表人|填报人|审核人|制表人|负责人|联系人)/u.test(
      first,
    )
  )
    return true;
  const isAlone = words.length === 1;
  const isSpread = cells.filter(({ merged }) => merged === 'across').length >= 2;
  return (
    isAlone &&
    (isSpread || /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u.test(first))
  );
}

/** The number of an entry: 1, 01, 1.（1）, full width, or in Chinese up to 九十九. */
export function numberIn(text: string): number | undefined {
  const plain = folded(text).replace(/^[([]?(.*?)[)\].、．]*$/u, '$1');
  if (/^\d{1,5}$/u.test(plain)) return Number(plain) > 0 ? Number(plain) : undefined;
  const chinese = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(plain);
  if (chinese === null || plain === '') return undefined;
  const digit = (char: string | undefined): number => '一二三四五六七八九'.indexOf(char ?? '') + 1;
  const [, tens, ten, ones] = chinese;
  return (
    (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) +
    (ones === undefined ? 0 : digit(ones))
  );
}

function filled(row: ListRow, id: ColumnId): boolean {
  const cell = row.cells[id];
  return cell !== undefined && cell.merged !== 'down' && tidy(cell.text) !== '';
}

/** Whether a row is the rest of the one before it. What may be either is asked. */
function isRestOf(row: ListRow, last: ListRow, hasNumbers: boolean, inquiry: Inquiry): boolean {
  const isUnderSameNumber = row.cells.row?.merged === 'down';
  if (!isUnderSameNumber && row.numberText !== '') return false;
  const own = WORDS.filter((id) => filled(row, id));
  if (own.length === 0) return true;
  const namesAccount = filled(row, 'listed') || filled(row, 'name');
  const isWhole = filled(row, 'finding') && filled(row, 'deadline');
  if (!hasNumbers) return !namesAccount && !filled(row, 'finding') && !filled(row, 'deadline');
  if (isUnderSameNumber && !filled(row, 'deadline')) return true;
  const isHalf = !filled(row, 'finding') || !namesAccount;
  if (!isUnderSameNumber && !isWhole && isHalf) return true;
  if (!isUnderSameNumber && isWhole && namesAccount) return false;
  const answer = inquiry.ask(
    {
      ask: 'rest',
      text: own.map((id) => tidy(row.cells[id]?.text ?? '')).join(' '),
      message: `${placeInWords({ ...row.place, cell: '' })}没有自己的序号：是上一行的续行，还是另一个问题？`,
      candidates: [
        { answer: '续行', label: `接在第${last.numberText}条后面` },
        { answer: '另一个问题', label: '单独一条，序号另写' },
      ],
    },
    row.place,
    ([word]) => (word === '续行' || word === '另一个问题' ? word : undefined),
  );
  return answer === '续行';
}

/** Adds the cells of the rest to the row that it belongs to. */
function join(row: ListRow, rest: ListRow): void {
  for (const [id, cell] of Object.entries(rest.cells) as [ColumnId, Cell][]) {
    const own = row.cells[id];
    if (cell.merged === 'down' || tidy(cell.text) === '') continue;
    row.cells[id] = own === undefined ? cell : { ...own, text: `${own.text}\n${cell.text}`.trim() };
  }
  for (const [title, text] of Object.entries(rest.raw)) {
    if (text !== '' && text !== row.raw[title])
      row.raw[title] = `${row.raw[title] ?? ''}\n${text}`.trim();
  }
  row.notes.push(`第${rest.place.row}行并入本条（一行断成了两行）`);
}
