/** 横排的问题: 问题1 | 时限1 | 问题2 | 时限2 beside one account: a row for each problem, with what stands under the same number. */
import type { Cell } from '../../paper/sheet.ts';
import { tidy } from '../words/wording.ts';
import type { ColumnNames } from './column-names.ts';
import { guessByTitle } from './guess.ts';
import type { TitledColumn } from './header-row.ts';

const NUMBERED = /^(?<base>.*?\p{Script=Han})[（(]?(?<number>[1-9]|[一二三四五六七八九])[）)]?$/u;

/** A column that stands once for every problem of a row. */
interface Series {
  base: string;
  /** One for each number, in their order. */
  columns: TitledColumn[];
}

/** Makes a row of every problem, in place, where a table has several columns of problems that differ by a number alone. */
export function unfold(
  table: { columns: TitledColumn[]; rows: Cell[][] },
  names: ColumnNames,
): void {
  const series = seriesOf(table.columns);
  const findings = series.find(
    ({ base }) => names.find(base)?.id === 'finding' || guessByTitle(base) === 'finding',
  );
  if (findings === undefined) return;
  const all = series.filter(({ columns }) => columns.length === findings.columns.length);
  const moved = new Set(all.flatMap(({ columns }) => columns.slice(1)));
  table.rows = table.rows.flatMap((row) => rowsOf(row, findings, all));
  table.columns = table.columns
    .filter((column) => !moved.has(column))
    .map((column) => {
      const own = all.find(({ columns }) => columns[0] === column);
      const id = own && names.find(own.base)?.id;
      return own === undefined
        ? column
        : { ...column, title: own.base, ...(id !== undefined && { id }) };
    });
}

function seriesOf(columns: readonly TitledColumn[]): Series[] {
  const numbered = columns.flatMap((column) => {
    const { base } = NUMBERED.exec(tidy(column.title))?.groups ?? {};
    return base === undefined ? [] : [{ base, column }];
  });
  return [...Map.groupBy(numbered, ({ base }) => base)]
    .map(([base, own]) => ({ base, columns: own.map(({ column }) => column) }))
    .filter(({ columns: own }) => own.length > 1);
}

/** A row for each number under which a problem stands; the row as it is where none does. */
function rowsOf(row: Cell[], findings: Series, all: readonly Series[]): Cell[][] {
  const filled = findings.columns.flatMap((column, number) =>
    tidy(row[column.index]?.text ?? '') === '' ? [] : [number],
  );
  const own = new Set(all.flatMap(({ columns }) => columns.map(({ index }) => index)));
  return filled.length === 0
    ? [row]
    : filled.map((number, nth) => {
        // What stands once for the row hangs down over the rows that it becomes.
        const cells = row.map((cell, index): Cell =>
          nth > 0 && !own.has(index) ? { ...cell, merged: 'down' } : cell,
        );
        for (const { columns } of all) {
          const [first, cell] = [columns[0], row[columns[number]?.index ?? -1]];
          if (first !== undefined && cell !== undefined) cells[first.index] = cell;
        }
        return cells;
      });
}
