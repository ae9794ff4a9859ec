/** 横排的问题: 问题1 | 时限1 | 问题2 | 时限2 beside one account: a row for each problem, with what stands under the same number. */
import type { Cell } from '../../paper/sheet.ts';
import { numeralValue } from '../../text/numeral.ts';
import { tidy } from '../words/wording.ts';
import type { ColumnNames } from './column-names.ts';
import { guessByTitle } from './column/sounding.ts';
import type { TitledColumn } from './header-row.ts';

const NUMBERED = /^(?<base>.*?\p{Script=Han})[（(]?(?<number>[1-9]|[一二三四五六七八九])[）)]?$/u;

/** A column that stands once for every problem of a row. */
interface Series {
  readonly base: string;
  /** By the number behind the title; one without a number beside others is the first. */
  readonly columns: ReadonlyMap<number, TitledColumn>;
}

/**
 * Makes a row of every problem, in place, where a table has several columns of problems that differ by a number alone. What
 * has not just the numbers of the problems beside them says not whose it is: then the table stays as it is.
 */
export function unfold(
  table: { columns: TitledColumn[]; rows: Cell[][] },
  names: ColumnNames,
): void {
  const series = seriesOf(table.columns);
  const findings = series.find(
    ({ base }) => names.find(base)?.id === 'finding' || guessByTitle(base) === 'finding',
  );
  if (findings === undefined) return;
  const { columns: wanted } = findings;
  const fits = ({ columns }: Series): boolean =>
    columns.size === wanted.size && [...columns.keys()].every((number) => wanted.has(number));
  if (!series.every(fits)) return;
  const own = new Map(
    series.flatMap((one) => [...one.columns.values()].map((column) => [column, one] as const)),
  );
  table.rows = table.rows.flatMap((row) => rowsOf(row, findings, series));
  table.columns = table.columns
    .filter((column) => !own.has(column) || firstOf(own.get(column)) === column)
    .map((column) => {
      const base = own.get(column)?.base;
      const id = base === undefined ? undefined : names.find(base)?.id;
      return base === undefined
        ? column
        : { ...column, title: base, ...(id !== undefined && { id }) };
    });
}

/** The column in which all of a series come to stand. */
function firstOf(series: Series | undefined): TitledColumn | undefined {
  const [first] = series?.columns.values() ?? [];
  return first;
}

function seriesOf(columns: readonly TitledColumn[]): Series[] {
  const numbered = columns.flatMap((column) => {
    const { base, number } = NUMBERED.exec(tidy(column.title))?.groups ?? {};
    return base === undefined || number === undefined
      ? []
      : [{ base, number: /\d/u.test(number) ? Number(number) : numeralValue(number), column }];
  });
  return [...Map.groupBy(numbered, ({ base }) => base)].flatMap(([base, own]): Series[] => {
    const bare = columns.find(({ title }) => tidy(title) === base);
    const all = [
      ...(bare === undefined ? [] : [{ number: 1, column: bare }]),
      ...own.map(({ number, column }) => ({ number: number ?? 0, column })),
    ];
    const byNumber = new Map(all.map(({ number, column }) => [number, column]));
    // 问题 | 问题1 is no series.
    return all.length > 1 && byNumber.size === all.length ? [{ base, columns: byNumber }] : [];
  });
}

/** A row for each number under which a problem stands; the row as it is where none does. */
function rowsOf(row: Cell[], findings: Series, all: readonly Series[]): Cell[][] {
  const filled = [...findings.columns].flatMap(([number, { index }]) =>
    tidy(row[index]?.text ?? '') === '' ? [] : [number],
  );
  const own = new Set(
    all.flatMap(({ columns }) => [...columns.values()].map(({ index }) => index)),
  );
  return filled.length === 0
    ? [row]
    : filled.map((number, nth) => {
        // What stands once for the row hangs down over the rows that it becomes.
        const cells = row.map((cell, index): Cell =>
          nth > 0 && !own.has(index) ? { ...cell, merged: 'down' } : cell,
        );
        for (const series of all) {
          const [first, cell] = [firstOf(series), row[series.columns.get(number)?.index ?? -1]];
          if (first !== undefined && cell !== undefined) cells[first.index] = cell;
        }
        return cells;
      });
}
