/** 清单的行: the rows of a table as entries of a list — each finding its own, rows that a page break cut in two put together. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { Cell } from '../../paper/sheet.ts';
import { UNSETTLED } from '../../paper/stack.ts';
import { own } from '../../text/own.ts';
import { rowNumber } from '../words/row-number.ts';
import { tidy } from '../words/wording.ts';
import { type Aside, asideOf } from './aside.ts';
import { bothFindings } from '../words/both-findings.ts';
import type { ListRow, RowCells } from './entry.ts';
import { askBlank, askKinship, lacksWords, hasWords, isOtherUnit } from './kinship.ts';
import type { ListTable } from './table.ts';
import { isTick } from './guess.ts';
import { tickedFinding, tickedIn } from './ticks.ts';

const WORDS: readonly ColumnId[] = [
  'listed',
  'platform',
  'name',
  'host',
  'finding',
  'measures',
  'deadline',
];
/** What a row without a number of its own takes from the one above, where its cells are blank. */
const SHARED: readonly ColumnId[] = [
  'row',
  ...WORDS.filter((id) => id !== 'finding'),
  'origin',
  'foundOn',
  'place',
  'assisting',
  'category',
  'campaign',
];

/** 其他问题, 次要问题: another problem, and no other words for the first. */
const FURTHER = /^(?:其[他它余]|次要|另外?)/u;

const OF_ACCOUNT: readonly ColumnId[] = ['listed', 'name', 'platform'];

/** The entries of a table, in its order; what is no entry goes to `asides`. */
export function rowsOfTable(
  table: ListTable,
  which: number,
  inquiry: Inquiry,
  asides: Aside[],
): ListRow[] {
  const ids = table.columns.map(({ id }) => id);
  const rows: ListRow[] = [];
  for (const cells of table.rows) {
    const last = rows.at(-1);
    const aside = asideOf(cells, table.columns);
    if (aside !== undefined) {
      asides.push({ ...aside, before: rows.length });
      continue;
    }
    const section = asides.filter(({ kind }) => kind === 'section').length;
    for (const row of entriesOf(cells, table, which, inquiry)) {
      row.section = section;
      const kin = last === undefined ? 'new' : kinshipOfRow(row, last, ids, inquiry);
      if (last !== undefined && kin === 'rest') join(last, row);
      else rows.push(last !== undefined && kin === 'shares' ? shared(row, last) : row);
    }
  }
  return rows;
}

/** One entry a row; in a table of ticks one for each tick. */
function entriesOf(
  cells: readonly Cell[],
  table: ListTable,
  which: number,
  inquiry: Inquiry,
): ListRow[] {
  const ticked = table.columns.filter((column) => column.isTicked === true);
  const row = rowOf(cells, table, which);
  if (ticked.length === 0) return [row];
  const found = tickedIn(ticked, cells, inquiry);
  // 其他问题 beside the ticks, written out.
  const isMore = tidy(row.cells.finding?.text ?? '') !== '';
  if (found.length === 0) {
    if (isMore) return [row];
    delete row.cells.finding;
    row.cells.result = { text: '未发现', place: row.place };
    return [row];
  }
  const notes = found.length > 1 ? [`这一行勾了 ${found.length} 个问题，一个问题一条`] : [];
  const tickedRows = found.map((column) => ({
    ...row,
    notes,
    cells: {
      ...row.cells,
      finding: {
        text: tickedFinding(column, cells[column.index]?.text ?? ''),
        place: cells[column.index]?.place ?? row.place,
      },
    },
  }));
  return isMore ? [...tickedRows, { ...row, notes: ['勾了的问题另成条'] }] : tickedRows;
}

function rowOf(cells: readonly Cell[], table: ListTable, which: number): ListRow {
  const known: RowCells = {};
  const raw = Object.create(null) as Record<string, string>;
  const ofPlatforms: { platform: string; cell: Cell }[] = [];
  for (const { index, title, id, isState, platform } of table.columns) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const written = cell.merged === 'across' ? '' : cell.text;
    raw[Object.hasOwn(raw, title) ? `${title}（${index + 1}）` : title] = written;
    const text = isState === true ? (isTick(written) === false ? '' : title) : written;
    if (id === undefined || id === 'ignored') continue;
    if (platform !== undefined && tidy(text) !== '')
      ofPlatforms.push({ platform, cell: { ...cell, text } });
    const held = known[id];
    if (held === undefined) known[id] = { ...cell, text };
    // 整改情况 and 是否销号 side by side both say whether it is done.
    else if (id === 'status') known[id] = { ...held, text: `${held.text}\n${text}`.trim() };
    else if (id === 'finding' && FURTHER.test(title))
      known[id] = { ...held, text: [held.text, text].filter((one) => tidy(one) !== '').join('；') };
    else if (id === 'finding') known[id] = bothFindings(held, { ...cell, text });
  }
  takePlatforms(known, ofPlatforms);
  const numberText = tidy(known.row?.text ?? '');
  const place = cells[0]?.place ?? { file: '', sheet: '', row: 0, cell: '' };
  const number = rowNumber(numberText);
  const row: ListRow = { place, table: which, number, numberText, cells: known, raw, notes: [] };
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

/** 微信公众号 | 抖音号 with names below: the account of the only one that is filled, else all, which is asked about. */
function takePlatforms(
  known: RowCells,
  accounts: readonly { platform: string; cell: Cell }[],
): void {
  const [first] = accounts;
  if (first === undefined) return;
  if (accounts.length > 1) {
    const text = accounts.map(({ platform, cell }) => `${platform}：${tidy(cell.text)}`).join('；');
    known.listed = { ...first.cell, text };
    return;
  }
  known.listed = first.cell;
  if (tidy(known.platform?.text ?? '') === '')
    known.platform = { ...first.cell, text: first.platform };
}

/**
 * What a row is to the one before it: the rest of it, an entry of its own, or one that shares the cells which a merge
 * once covered and a format without merges left blank. What may be either is asked, once for the whole table.
 */
function kinshipOfRow(
  row: ListRow,
  last: ListRow,
  columns: readonly (ColumnId | undefined)[],
  inquiry: Inquiry,
): 'new' | 'rest' | 'shares' {
  const own = WORDS.filter((id) => hasWords(row, id));
  const isMerged = Object.values(row.cells).some(({ merged }) => merged === 'down');
  const hasNumber = hasWords(row, 'row');
  if (own.length === 0) return hasNumber || row.unsettled !== undefined ? 'new' : 'rest';
  const isAbout = hasWords(row, 'finding') || hasWords(row, 'result');
  if (isMerged) {
    // One finding whose measures or deadline stand on several lines goes on; another account under it is another entry.
    const isOther =
      isAbout || hasWords(row, 'listed') || hasWords(row, 'name') || hasWords(row, 'host');
    // A task of its own has its own measures and its own deadline.
    const isTask = hasWords(row, 'measures') && hasWords(row, 'deadline');
    return isOther || hasNumber || isTask ? 'new' : 'rest';
  }
  if (hasNumber) {
    const isBlank = ['listed', 'name', 'host'].every((id) => lacksWords(row, id as ColumnId));
    const isShared = (['listed', 'name', 'host'] as const).some((id) => !lacksWords(last, id));
    return isAbout && isBlank && isShared ? askBlank(row, inquiry) : 'new';
  }
  const named = columns.filter((id) => id === 'listed' || id === 'name');
  const isNamed = (named.length > 0 ? named : ['host' as const]).some((id) => hasWords(row, id));
  const isWhole = isAbout && isNamed;
  if (!columns.includes('row')) {
    if (isWhole || row.unsettled !== undefined) return 'new';
    if (isAbout && isOtherUnit(row, last)) return 'new';
    if (!isAbout && !hasWords(row, 'deadline')) return 'rest';
  } else if (isWhole && hasWords(row, 'deadline')) return 'new';
  else if (!isAbout) return 'rest';
  return askKinship(row, last, own, inquiry);
}

/** The row with what it shares with the one above. */
function shared(row: ListRow, last: ListRow): ListRow {
  const cells = { ...row.cells };
  const isOther = isOtherUnit(row, last);
  for (const id of SHARED) {
    const above = last.cells[id];
    if (isOther && OF_ACCOUNT.includes(id)) continue;
    if (above !== undefined && lacksWords(row, id)) cells[id] = { ...above, merged: 'down' };
  }
  return { ...row, cells };
}

/** Adds the cells of the rest to the row that it belongs to. */
function join(row: ListRow, rest: ListRow): void {
  for (const [id, cell] of Object.entries(rest.cells) as [ColumnId, Cell][]) {
    const own = row.cells[id];
    if (cell.merged === 'down' || tidy(cell.text) === '') continue;
    row.cells[id] = own === undefined ? cell : { ...own, text: `${own.text}\n${cell.text}`.trim() };
  }
  for (const [title, text] of Object.entries(rest.raw)) {
    if (text !== '' && text !== own(row.raw, title))
      row.raw[title] = `${own(row.raw, title) ?? ''}\n${text}`.trim();
  }
  row.notes.push(`第${rest.place.row}行并入本条（一行断成了两行）`);
}
