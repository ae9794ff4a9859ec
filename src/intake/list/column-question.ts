/** 问栏名: the unknown columns of a table that may hold something a ledger records, asked once each with a guess. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import { tidy } from '../words/wording.ts';
import { asideOf } from './aside.ts';
import { type ColumnNames, columnNamed, columnTitles } from './column-names.ts';
import { guessColumn, isState, type Recognises } from './guess.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { List, ListReader } from './reading.ts';
import type { ListColumn } from './header-row.ts';
import type { ListTable } from './table.ts';

/** What most lists have: where one is missing, a column that sounds like nothing may be it. */
const NEEDED: readonly ColumnId[] = ['host', 'measures', 'deadline'];
/** A table with two of them is a list, whatever its other columns are called. */
const KEY: readonly ColumnId[] = ['host', 'listed', 'measures', 'deadline'];
/** Cells shown with a question. */
const SAMPLES = 3;

/** Asks about the columns of a table; `isList` is false where no column can hold findings. */
export function columnsSettled(
  table: ListTable,
  list: List,
  { names, recognises, inquiry }: ListReader,
): { titles: string[]; isList: boolean } {
  for (const { title } of table.columns) {
    const id = names.learned(title);
    if (id !== undefined) list.learned.set(title, id);
  }
  settleLead(table, inquiry);
  settlePlatforms(table, list, names, recognises);
  const unknown = table.columns.filter(({ id, isTicked }) => id === undefined && isTicked !== true);
  const guesses = unknown.map((column) => {
    const cells = cellsOf(table, column);
    return { column, cells, guess: guessColumn(column.title, cells, recognises) };
  });
  // 学校 over schools, where no other column says whose a problem is.
  const isOwned = has(table, 'host') || guesses.some(({ guess }) => guess === 'host');
  const owner = guesses.find(
    ({ guess, cells }) =>
      guess === 'place' && cells.length > 0 && cells.every((text) => recognises.isUnit(text)),
  );
  if (!isOwned && owner !== undefined) owner.guess = 'host';
  if (!guesses.some(({ guess }) => guess === 'finding')) takeCategory(table, list);
  const hasFinding =
    has(table, 'finding') || table.columns.some(({ isTicked }) => isTicked === true);
  const isGuessed = guesses.some(({ guess }) => guess === 'finding');
  const titles = table.columns.map(({ title }) => title);
  const known = KEY.filter((id) => has(table, id)).length;
  const isOpen = (table.isKnown || known >= 2) && guesses.some(({ cells }) => cells.length > 0);
  if (!hasFinding && !isGuessed && !isOpen) return { titles, isList: false };
  const isThere = (id: ColumnId): boolean =>
    has(table, id) || guesses.some(({ guess }) => guess === id);
  const missing = hasFinding || isGuessed ? NEEDED.find((id) => !isThere(id)) : 'finding';
  for (const { column, cells, guess } of guesses) {
    if (cells.length === 0) continue;
    const isTwin = guesses.some((one) => one.guess === guess && one.column.index < column.index);
    const isNew = guess !== undefined && guess !== 'ignored' && !has(table, guess) && !isTwin;
    const mayBe =
      (missing === 'finding' && guess !== 'ignored' && !isTwin) ||
      (missing !== undefined && guess === undefined) ||
      recognises.isPlatform(column.title);
    if (!isNew && !mayBe) {
      list.notes.push(`“${column.title}”栏不在栏名表里，只显示，不录入`);
      continue;
    }
    const isRepeated = recognises.isPlatform(column.title) && repeats(table, column);
    // 微信公众号 over 已开通: how it is, not what it is called.
    const first = isNew ? guess : recognises.isPlatform(column.title) ? 'ignored' : missing;
    const ids = [...new Set([first, guess, ...(Object.keys(columnTitles) as ColumnId[])])];
    const samples = [...new Set(cells)].slice(0, SAMPLES).map((text) => text.slice(0, 20));
    inquiry.ask(
      {
        ask: 'column',
        text: column.title,
        message: `“${column.title}”（如“${samples.join('”“')}”）是哪一栏？${guess === undefined ? '' : `像是${columnTitles[guess]}`}`,
        candidates: ids
          .filter((id) => id !== undefined)
          .map((id) => ({ answer: columnTitles[id], label: id })),
        ...(isNew && !isRepeated && { isLikely: true }),
      },
      { ...table.place, cell: '' },
      ([answer = '']) => columnNamed(answer),
    );
  }
  return { titles, isList: true };
}

/** 问题类别 where no other column says what is wrong: the category is all that is said. */
function takeCategory(table: ListTable, list: List): void {
  const category = table.columns.find(({ id }) => id === 'category');
  const isSaid = has(table, 'finding') || table.columns.some(({ isTicked }) => isTicked === true);
  const isNamed = has(table, 'listed') || has(table, 'host');
  if (category === undefined || isSaid || !isNamed || cellsOf(table, category).length === 0) return;
  category.id = 'finding';
  list.notes.push(`表里没有“存在问题”栏，“${category.title}”栏当作存在问题`);
}

/** Whose a problem is where 牵头单位 and 责任单位 stand side by side; the other one assists. */
function settleLead(table: ListTable, inquiry: Inquiry): void {
  const lead = table.columns.find(({ isLead }) => isLead === true);
  const other = table.columns.find((column) => column.id === 'host' && column !== lead);
  if (lead === undefined || other === undefined) return;
  const answer = inquiry.ask(
    {
      ask: 'column',
      text: lead.title,
      message: `表里有“${lead.title}”，也有“${other.title}”：问题记在谁名下？另一个记为配合单位`,
      candidates: [
        {
          answer: columnTitles.assisting,
          label: `记在“${other.title}”名下，“${lead.title}”记为配合`,
        },
        { answer: columnTitles.host, label: `记在“${lead.title}”名下，“${other.title}”记为配合` },
        { answer: columnTitles.ignored, label: `记在“${other.title}”名下，“${lead.title}”不录入` },
      ],
      isLikely: true,
    },
    { ...table.place, cell: '' },
    ([word = '']) => columnNamed(word),
  );
  if (answer === 'host') other.id = 'assisting';
  else lead.id = answer === 'assisting' ? 'assisting' : 'ignored';
}

/** 网站 and 站点 over names of websites. */
const OF_SITES = /^(?:政府|问题)?(?:网站|站点)(?:名称)?$/u;

/** Columns whose title is a platform and whose cells are names: 微信公众号 over 东城三中. */
function settlePlatforms(
  table: ListTable,
  list: List,
  names: ColumnNames,
  { isPlatform, isFinding }: Recognises,
): void {
  for (const column of table.columns)
    if ((column.id === 'listed' || column.id === 'name') && OF_SITES.test(column.title))
      column.platform = '网站';
    else if (names.learned(column.title) === 'listed' && isPlatform(column.title))
      column.platform = column.title;
  if (has(table, 'listed') || has(table, 'platform')) return;
  for (const column of table.columns) {
    const cells = cellsOf(table, column);
    const areNames = cells.every(
      (text) =>
        /^[\p{Script=Han}A-Za-z“][^，。；]{1,19}$/u.test(text) &&
        !isState(text) &&
        !isPlatform(text) &&
        !isFinding(text),
    );
    if (column.id !== undefined || column.isTicked === true || cells.length === 0) continue;
    if (!areNames || !isPlatform(column.title) || repeats(table, column)) continue;
    column.id = 'listed';
    column.platform = column.title;
    list.notes.push(`“${column.title}”栏是账号的名称，平台照栏名`);
  }
}

/** Whether the same stands below a title for several units: each account has one that answers for it. */
function repeats(table: ListTable, { index }: ListColumn): boolean {
  const host = table.columns.find(({ id }) => id === 'host');
  const owners = new Map<string, string>();
  return table.rows.some((row) => {
    const words = tidy(row[index]?.text ?? '');
    if (asideOf(row) !== undefined || row[index]?.merged !== undefined || words === '')
      return false;
    const owner = host === undefined ? '' : tidy(row[host.index]?.text ?? '');
    const isOthers =
      host === undefined ? owners.has(words) : (owners.get(words) ?? owner) !== owner;
    owners.set(words, owner);
    return isOthers;
  });
}

function cellsOf(table: ListTable, { index }: ListColumn): string[] {
  return table.rows
    .filter((row) => asideOf(row) === undefined)
    .map((row) => row[index])
    .filter((cell) => cell?.merged === undefined)
    .map((cell) => tidy(cell?.text ?? '').replaceAll('\n', ''))
    .filter((text) => text !== '');
}

/** Whether a table has a column already; 名称 and 网站/新媒体 are two names of one, and so are findings and results. */
function has(table: ListTable, wanted: ColumnId): boolean {
  const kin: readonly ColumnId[] =
    wanted === 'listed' || wanted === 'name'
      ? ['listed', 'name']
      : wanted === 'finding' || wanted === 'result'
        ? ['finding', 'result']
        : [wanted];
  return table.columns.some(({ id }) => id !== undefined && kin.includes(id));
}
