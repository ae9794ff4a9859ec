/** 表: its header row, what its columns hold, its rows of totals. */
import type { DocumentCell, DocumentTable } from './paper.ts';
import { reading } from './reading.ts';

export interface TableHead {
  /** Index of the row, from 0. */
  readonly row: number;
  readonly titles: readonly string[];
}

/** The first of the first three rows whose cells are mostly words; undefined where there is none. */
export function headerOf({ rows }: DocumentTable): TableHead | undefined {
  for (const [index, row] of rows.slice(0, 3).entries()) {
    const titles = row.map(({ text }) => reading(text).replace(/\s/gu, ''));
    const filled = titles.filter((title) => title !== '');
    if (filled.length < 2 || filled.length < row.length / 2) continue;
    if (filled.every((title) => title.length <= 20 && !/^[\d.%]+$/u.test(title))) {
      return { row: index, titles };
    }
  }
  return undefined;
}

export interface NumberCell {
  readonly cell: DocumentCell;
  readonly value: number;
  /** Digits behind the point. */
  readonly decimals: number;
  readonly percent: boolean;
}

/** The number of a cell that holds nothing else (a measure word allowed): 42, 1,234.5, 95.2%, 23个. */
export function cellNumber(cell: DocumentCell | undefined): NumberCell | undefined {
  if (!cell) return undefined;
  const text = reading(cell.text).replace(/\s/gu, '').replace(/，/gu, ',');
  const match =
    /^(-?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d+))?(%|个|家|名|项|条|件|人|次|份|万元|元)?$/u.exec(
      text,
    );
  if (!match) return undefined;
  return {
    cell,
    value: Number(`${(match[1] ?? '').replaceAll(',', '')}.${match[2] ?? '0'}`),
    decimals: match[2]?.length ?? 0,
    percent: match[3] === '%',
  };
}

/** What a row adds up, by the words in its first two cells. */
export function totalKind(row: readonly DocumentCell[]): 'total' | 'subtotal' | undefined {
  const words = row.slice(0, 2).map(({ text }) => text.replace(/[\s　：:]/gu, ''));
  if (words.some((text) => /^(?:合计|总计|总数|共计|全区合计|全市合计|全县合计)$/u.test(text)))
    return 'total';
  return words.some((text) => /小计$/u.test(text)) ? 'subtotal' : undefined;
}
