/** 表头: the row, or the two rows, that name the columns of a table — also where no name is known yet. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Cell } from '../../paper/sheet.ts';
import { tidy } from '../words/wording.ts';
import type { ColumnNames } from './column-names.ts';
import { guessByTitle } from './column/sounding.ts';

/** A column with its title as written; `id` is missing where nobody knows it. */
export interface TitledColumn {
  index: number;
  title: string;
  id?: ColumnId | undefined;
  /** 检查发现问题: the title above it that it shares with others. */
  group?: string;
}

export interface ListColumn extends TitledColumn {
  /** Its cells are ticked or not: its title is the problem. */
  isTicked?: boolean;
  /** Some of its cells say how often instead: 3处. */
  isCounted?: boolean;
  /** 微信公众号, 网站: the title is the platform of the accounts whose names stand below it. */
  platform?: string;
  /** 已完成, 未完成: ticked where the row is in that state; its title is what the row says. */
  isState?: boolean;
  /** 牵头单位 beside 责任单位 in a list of units: whose the problem is, is asked. */
  isLead?: boolean;
}

export interface ListHeader {
  columns: TitledColumn[];
  /** Rows that it takes. */
  height: number;
  /** False where it only looks like the header of a list. */
  isKnown: boolean;
}

/** Columns that tell a list from any other table. */
const KEY: readonly ColumnId[] = [
  'listed',
  'name',
  'host',
  'finding',
  'measures',
  'deadline',
  'result',
];
/** A longer text is no title. */
const LONGEST = 18;
const DATA = /^[\d\s.,/:%-]+$|[。；;！]|\d{4}年|^\d+[.、）)]|月底|日前/u;

/** The header that begins at a row, or undefined where none does. */
export function headerAt(
  rows: readonly (readonly Cell[])[],
  at: number,
  names: ColumnNames,
): ListHeader | undefined {
  const first = rows[at] ?? [];
  const second = rows[at + 1] ?? [];
  const one = columnsOf(first.map(titleOf), names);
  if (one.length < 2) return undefined;
  const lower = lowerTitles(first, second, names);
  const two = lower && columnsOf(lower, names).map((column) => below(column, first));
  const best = two ?? one;
  const height = two !== undefined || isRepeated(first, second) ? 2 : 1;
  if (isKnownHeader(best, first, names)) return { columns: best, height, isKnown: true };
  if (!looksLikeOne(best, rows.slice(at + height, at + height + 3))) return undefined;
  return { columns: best, height, isKnown: false };
}

/** The title of a column; what a merge carries to the right counts in each column it covers. */
export function titleOf(cell: Cell | undefined): string {
  return tidy(cell?.text ?? '').replaceAll('\n', '');
}

/** The columns under titles, those named that the dictionary knows. */
export function columnsOf(titles: readonly string[], names: ColumnNames): TitledColumn[] {
  return titles.flatMap((title, index) =>
    title === '' ? [] : [{ index, title, id: names.find(title)?.id }],
  );
}

/** A column of the lower row with the title of the upper row above it. */
function below(column: TitledColumn, upper: readonly Cell[]): TitledColumn {
  // Without merges the title stands above the first column of its group only.
  const at = upper.findLastIndex((cell, index) => index <= column.index && titleOf(cell) !== '');
  const group = titleOf(upper[at]);
  return group === '' || group === column.title ? column : { ...column, group };
}

/** How many different columns of a list are known; cells of data happen to be the name of one at most. */
function weight(columns: readonly TitledColumn[]): number {
  return new Set(columns.flatMap(({ id }) => (id !== undefined && KEY.includes(id) ? [id] : [])))
    .size;
}

/** Without a column of findings it is a header all the same when three others are known: then it is asked about. */
function isKnownHeader(
  columns: readonly TitledColumn[],
  first: readonly Cell[],
  names: ColumnNames,
): boolean {
  const hasFindings = columns.some(({ id }) => id === 'finding' || id === 'result');
  if (weight(columns) >= (hasFindings ? 2 : 3)) return true;
  const titles = first.map(titleOf).filter((title) => title !== '');
  // 账号 | 平台 | 主办单位: nothing but names of columns.
  if (new Set(titles).size >= 3 && titles.every((title) => isName(title, names))) return true;
  const isChecklist = columns.some(({ id }) => id === 'result');
  return isChecklist && first.every((cell) => titleOf(cell) === '' || isName(titleOf(cell), names));
}

function isName(title: string, names: ColumnNames): boolean {
  return names.find(title) !== undefined;
}

/** The titles of a header of two rows: those of the lower row where it has its own. */
function lowerTitles(
  first: readonly Cell[],
  second: readonly Cell[],
  names: ColumnNames,
): string[] | undefined {
  const isOwn = (index: number): boolean => {
    const cell = second[index];
    return titleOf(cell) !== '' && cell?.merged === undefined;
  };
  const own = second.flatMap((_, index) => (isOwn(index) ? [index] : []));
  // The head of the list, a title with a date beside it, is no row of titles.
  const upper = new Set(first.map(titleOf).filter((title) => title !== ''));
  const isUpper = [...upper].some(
    (title) => isName(title, names) || guessByTitle(title) !== undefined,
  );
  if (upper.size < 2 || ![...upper].every(mayBeTitle) || !isUpper) return undefined;
  if (own.length === 0 || !own.every((index) => mayBeTitle(titleOf(second[index]))))
    return undefined;
  const isUnder = (index: number): boolean =>
    first[index]?.merged === 'across' ||
    first[index + 1]?.merged === 'across' ||
    titleOf(first[index]) === '';
  // Titles that reach down into the row say that it is one of titles.
  const reachesDown = second.some(({ merged }) => merged === 'down') && own.some(isUnder);
  const isGroup =
    own.length >= 2 && (own.every(isUnder) || reachesDown) && own.length < second.length;
  const areNames =
    own.every((index) => isName(titleOf(second[index]), names)) &&
    weight(
      columnsOf(
        own.map((index) => titleOf(second[index])),
        names,
      ),
    ) > 0;
  if (!isGroup && !areNames) return undefined;
  if (!isGroup && isName(titleOf(first[0]), names) && own.includes(0)) return undefined;
  return first.map((cell, index) => {
    if (!isOwn(index)) return titleOf(cell);
    const below = titleOf(second[index]);
    const both = titleOf(cell) + below;
    return !isName(below, names) && isName(both, names) ? both : below;
  });
}

/** True for words that may stand above a column. */
export function mayBeTitle(title: string): boolean {
  return title.length <= LONGEST && !DATA.test(title);
}

/** True where the second row is the first one again, as merged cells leave it. */
function isRepeated(first: readonly Cell[], second: readonly Cell[]): boolean {
  return (
    second.length > 0 &&
    second.some(({ merged }) => merged === 'down') &&
    second.every((cell, index) => titleOf(cell) === titleOf(first[index]))
  );
}

/** Three or more short titles, two of which sound like columns of a list, above rows that are filled. */
function looksLikeOne(
  columns: readonly TitledColumn[],
  below: readonly (readonly Cell[])[],
): boolean {
  const titles = [...new Set(columns.map(({ title }) => title))];
  if (titles.length < 3 || !titles.every(mayBeTitle)) return false;
  const sounding = titles.filter((title) => guessByTitle(title) !== undefined);
  const isNumbered = guessByTitle(titles[0] ?? '') === 'row';
  if (sounding.length < (isNumbered ? 2 : 3) || sounding.length * 2 < titles.length) return false;
  return below.some(
    (row) =>
      columns.filter(({ index }) => titleOf(row[index]) !== '').length * 2 >= columns.length &&
      row.some((cell) => !mayBeTitle(titleOf(cell)) || guessByTitle(titleOf(cell)) === undefined),
  );
}
