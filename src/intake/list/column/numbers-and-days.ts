/** 序号和日子: columns of numbers and of days that no dictionary tells by their titles alone. */
import type { Cell } from '../../../paper/sheet.ts';
import { rowNumber } from '../../words/row-number.ts';
import { bareText, tidy } from '../../words/wording.ts';
import { asideOf } from '../aside.ts';
import type { ListColumn } from '../header-row.ts';
import { guessByTitle } from './sounding.ts';

/** 办结时间 without another column of days: by when, or when it was? It is asked about. */
export function settleDays({ columns }: { readonly columns: readonly ListColumn[] }): void {
  const isDue = columns.some(
    ({ id, title }) =>
      id === 'deadline' || (id === undefined && guessByTitle(title) === 'deadline'),
  );
  for (const column of isDue ? [] : columns)
    if (column.id === 'closedOn' && /^办结(?:时间|日期)$/u.test(bareText(column.title)))
      column.id = undefined;
}

/** 交办号, 顺序号 over 001, 002: the numbers of the rows, however the column is called. */
export function settleNumbers({
  columns,
  rows,
}: {
  readonly columns: readonly ListColumn[];
  readonly rows: readonly Cell[][];
}): void {
  const [first] = columns;
  if (first === undefined || first.id !== undefined || columns.some(({ id }) => id === 'row'))
    return;
  const numbers = rows
    .filter((row) => asideOf(row) === undefined && row[first.index]?.merged === undefined)
    .flatMap((row) => rowNumber(tidy(row[first.index]?.text ?? '')) ?? []);
  const isCounted = numbers.every((number, at) => number === at + 1);
  const isMost = numbers.length * 2 >= rows.length;
  if (numbers.length > 0 && isMost && (isCounted || guessByTitle(first.title) === 'row'))
    first.id = 'row';
}
