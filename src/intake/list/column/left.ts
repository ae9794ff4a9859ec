/** 只能是它: where no column says what the accounts are called, or what is wrong, the one that is left and may. */
import type { ColumnId } from '../../../schema/vocabulary.ts';
import type { Recognises } from '../guess.ts';
import type { ListTable } from '../table.ts';
import { has, mayBeName } from './has-column.ts';
import type { GuessedColumn } from './rivals.ts';

/** A column of names beside one of platforms, where no other says what the accounts are called. */
export function takeNames(
  table: ListTable,
  guesses: GuessedColumn[],
  { isPlatform, isFinding, isUnit, isDeadline }: Recognises,
): void {
  const isThere = (id: ColumnId): boolean =>
    has(table, id) || guesses.some(({ guess }) => guess === id);
  if (!isThere('platform') || isThere('listed') || isThere('name')) return;
  const left = guesses.filter(
    ({ guess, cells }) =>
      guess === undefined &&
      cells.length > 0 &&
      cells.every((text) => mayBeName(text) && !isPlatform(text) && !isFinding(text)) &&
      !cells.every((text) => isUnit(text) || isDeadline(text)),
  );
  // 教育系统 stands before many accounts, a name before one.
  const [names] = left.toSorted((a, b) => new Set(b.cells).size - new Set(a.cells).size);
  if (names !== undefined) names.guess = 'listed';
}

/** 一级栏目 beside 二级栏目: the narrower one is what a problem is about. */
export function takeNarrowest(guesses: GuessedColumn[]): void {
  const levels = guesses.filter(
    ({ guess, column }) => guess === 'listed' && /^[一二三四]级栏目/u.test(column.title),
  );
  for (const level of levels.slice(0, -1)) level.guess = 'ignored';
}

/** 被督办单位 over units, where no column says whose a problem is. */
export function takeHost(table: ListTable, guesses: GuessedColumn[], { isUnit }: Recognises): void {
  if (has(table, 'host') || guesses.some(({ guess }) => guess === 'host')) return;
  const units = guesses.find(
    ({ guess, cells }) =>
      (guess === undefined || guess === 'ignored') &&
      cells.length > 0 &&
      cells.filter(isUnit).length * 5 >= cells.length * 3,
  );
  if (units !== undefined) units.guess = 'host';
}

/** Fewer characters in its cells, taken together, are no column of problems. */
const SHORTEST = 4;

/** The column with the longest words of its own, where none says what is wrong. */
export function takeFinding(
  table: ListTable,
  guesses: GuessedColumn[],
  { isUnit, isDeadline, isPlatform, isAccount }: Recognises,
): void {
  const isSaid =
    has(table, 'finding') ||
    table.columns.some(({ isTicked, id }) => isTicked === true || id === 'category') ||
    guesses.some(({ guess }) => guess === 'finding' || guess === 'category');
  if (isSaid) return;
  const isOther = (text: string): boolean =>
    isUnit(text) || isDeadline(text) || isPlatform(text) || isAccount(text);
  const left = guesses
    .filter(({ guess, cells }) => guess === undefined && !cells.some(isOther))
    .map((one) => ({ one, length: meanLength(one.cells) }))
    .filter(({ length }) => length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
  const [first] = left;
  if (first !== undefined) first.one.guess = 'finding';
}

/** How long the different words of a column are, on the average. */
function meanLength(cells: readonly string[]): number {
  const words = new Set(cells);
  if (words.size * 2 < cells.length) return 0;
  return [...words].reduce((sum, { length }) => sum + length, 0) / Math.max(1, words.size);
}
