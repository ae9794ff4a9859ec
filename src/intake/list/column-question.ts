/** 问栏名: the unknown columns of a table that may hold something a ledger records, asked once each with a guess. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Inquiry } from '../inquiry/question.ts';
import { columnNamed, columnTitles } from './column-names.ts';
import { cellsOf, has } from './column/has-column.ts';
import { takeFinding, takeHost, takeNames, takeNarrowest } from './column/left.ts';
import { settleTitledPlatform } from './column/platform-title.ts';
import { repeats, settleKinds, settlePlatforms } from './column/platforms.ts';
import { CONTESTED, type GuessedColumn, settleRivals } from './column/rivals.ts';
import { guessColumn } from './guess.ts';
import type { List, ListReader } from './reading.ts';
import type { ListTable } from './table.ts';

/** What most lists have: where one is missing, a column that sounds like nothing may be it. */
const NEEDED: readonly ColumnId[] = ['host', 'measures', 'deadline'];
/** A table with two of them is a list, whatever its other columns are called. */
const KEY: readonly ColumnId[] = ['host', 'listed', 'measures', 'deadline'];
/** 其他问题, 次要问题 */
const FURTHER = /(?:问题|隐患)[一二三1-3]?$/u;
/** Cells shown with a question. */
const SAMPLES = 3;

/** Asks about the columns of a table; `above` are its titles. `isList` is false where no column can hold findings. */
export function columnsSettled(
  table: ListTable,
  list: List,
  { names, recognises, inquiry }: ListReader,
  above: readonly string[] = [],
): { titles: string[]; isList: boolean } {
  for (const { title } of table.columns) {
    const id = names.learned(title);
    if (id !== undefined) list.learned.set(title, id);
  }
  settleLead(table, inquiry);
  settleKinds(table, list, recognises);
  settlePlatforms(table, list, names, recognises);
  const unknown = table.columns.filter(({ id, isTicked }) => id === undefined && isTicked !== true);
  const guesses: GuessedColumn[] = unknown.map((column) => {
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
  takeNarrowest(guesses);
  takeHost(table, guesses, recognises);
  takeNames(table, guesses, recognises);
  takeFinding(table, guesses, recognises);
  settleRivals(guesses, table.rows, recognises);
  if (!guesses.some(({ guess }) => guess === 'finding')) takeCategory(table, list);
  const hasFinding =
    has(table, 'finding') || table.columns.some(({ isTicked }) => isTicked === true);
  const isGuessed = guesses.some(({ guess }) => guess === 'finding');
  const titles = table.columns.map(({ title }) => title);
  const known = KEY.filter(
    (id) => has(table, id) || guesses.some(({ guess }) => guess === id),
  ).length;
  const isOpen = (table.isKnown || known >= 2) && guesses.some(({ cells }) => cells.length > 0);
  if (!hasFinding && !isGuessed && !isOpen) return { titles, isList: false };
  const isThere = (id: ColumnId): boolean =>
    has(table, id) || guesses.some(({ guess }) => guess === id);
  const missing = hasFinding || isGuessed ? NEEDED.find((id) => !isThere(id)) : 'finding';
  settleTitledPlatform(table, above, recognises, list.notes);
  for (const { column, cells, guess, isRival = false } of guesses) {
    if (cells.length === 0) continue;
    const isTwin = guesses.some((one) => one.guess === guess && one.column.index < column.index);
    const isMeant = guess !== undefined && guess !== 'ignored' && !has(table, guess);
    // 次要问题 beside 主要问题: problems as well, whichever is known.
    const isAlso = guess === 'finding' && !isMeant && FURTHER.test(column.title);
    const isNew = (isMeant || isAlso) && !isRival && (!isTwin || CONTESTED.includes(guess));
    const mayBe =
      (missing === 'finding' && guess !== 'ignored' && !isTwin) ||
      (missing !== undefined && guess === undefined) ||
      recognises.isPlatform(column.title);
    if (!isNew && !mayBe && !(isMeant && isRival)) {
      list.notes.push(`“${column.title}”栏不在栏名表里，只显示，不录入`);
      continue;
    }
    const isRepeated = recognises.isPlatform(column.title) && repeats(table, column);
    // 微信公众号 over 已开通: how it is, not what it is called.
    const isOut = isRival || recognises.isPlatform(column.title);
    const first = isNew ? guess : isOut ? 'ignored' : missing;
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
        ...(((isNew && !isRepeated) || isRival) && { isLikely: true }),
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
