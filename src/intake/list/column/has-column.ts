/** 表里已有的: which columns a table has, and what stands in them. */
import type { ColumnId } from '../../../schema/vocabulary.ts';
import { tidy } from '../../words/wording.ts';
import { asideOf } from '../aside.ts';
import { isState } from '../guess.ts';
import type { ListColumn } from '../header-row.ts';
import type { ListTable } from '../table.ts';

/** The words of a column, blank cells and rows that are no entries left out. */
export function cellsOf(table: ListTable, { index }: ListColumn): string[] {
  return table.rows
    .filter((row) => asideOf(row, table.columns) === undefined)
    .map((row) => row[index])
    .filter((cell) => cell?.merged === undefined)
    .map((cell) => tidy(cell?.text ?? '').replaceAll('\n', ''))
    .filter((text) => text !== '');
}

/** A short word without a mark that is no state either. */
export function mayBeName(text: string): boolean {
  return /^[\p{Script=Han}A-Za-z“][^，。；]{1,19}$/u.test(text) && !isState(text);
}

/** Whether a table has a column already; 名称 and 网站/新媒体 are two names of one, and so are findings and results. */
export function has(table: ListTable, wanted: ColumnId): boolean {
  const kin: readonly ColumnId[] =
    wanted === 'listed' || wanted === 'name'
      ? ['listed', 'name']
      : wanted === 'finding' || wanted === 'result'
        ? ['finding', 'result']
        : [wanted];
  return table.columns.some(({ id }) => id !== undefined && kin.includes(id));
}
