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

/** 优秀, 不合格: how a check ended, and not what is wrong. */
const VERDICT =
  /^(?:优秀?|良好?|中等?|差|较好|一般|较差|(?:基本|不)?合格|[未不]?达标|[未不]?通过|不?符合)$/u;

/**
 * Whether a table has a column already; 名称 and 网站/新媒体 are two names of one, and so are findings and results that say
 * more than a verdict.
 */
export function has(table: ListTable, wanted: ColumnId): boolean {
  const kin: readonly ColumnId[] =
    wanted === 'listed' || wanted === 'name'
      ? ['listed', 'name']
      : wanted === 'finding' || wanted === 'result'
        ? ['finding', 'result']
        : [wanted];
  return table.columns.some(
    (column) =>
      column.id !== undefined &&
      kin.includes(column.id) &&
      !(wanted === 'finding' && column.id === 'result' && isOfVerdicts(table, column)),
  );
}

function isOfVerdicts(table: ListTable, column: ListColumn): boolean {
  const cells = cellsOf(table, column);
  return cells.length > 0 && cells.every((text) => VERDICT.test(text));
}
