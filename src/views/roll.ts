/** 名册: a list with a page of its own, cut into pages that a phone can carry. Its rows are rendered page by page. */
import type { Ref } from './address.ts';

/** How many rows stand on one page of a roll. */
export const ROWS_A_PAGE = 200;

export interface Roll {
  readonly href: string;
  readonly ids: readonly string[];
}

export interface RollPage<T> {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** How many rows the whole roll has. */
  readonly total: number;
  readonly rows: readonly T[];
  /** Every page of the roll; empty where there is only one. */
  readonly pages: readonly Ref[];
}

/** The address of page `number` of the roll that begins at `href`: problems/x.html, problems/x/2.html. */
export function rollAddress(href: string, number: number): string {
  return number === 1 ? href : href.replace(/\.html$/u, `/${String(number)}.html`);
}

/** The numbers of a roll's pages; a roll without rows has one empty page. */
export function pageNumbers({ ids }: Roll): number[] {
  const of = Math.max(1, Math.ceil(ids.length / ROWS_A_PAGE));
  return Array.from({ length: of }, (_, index) => index + 1);
}

/** Page `number` of a roll; `rowsOf` makes the rows of these ids. */
export function rollPage<T>(
  roll: Roll,
  number: number,
  rowsOf: (ids: readonly string[]) => readonly T[],
): RollPage<T> {
  const numbers = pageNumbers(roll);
  return {
    number,
    of: numbers.length,
    total: roll.ids.length,
    rows: rowsOf(roll.ids.slice((number - 1) * ROWS_A_PAGE, number * ROWS_A_PAGE)),
    pages:
      numbers.length === 1
        ? []
        : numbers.map((one) => ({
            id: String(one),
            name: `第${String(one)}页`,
            href: rollAddress(roll.href, one),
          })),
  };
}
