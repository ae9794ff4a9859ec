/** 指标值: a count, a rate with its parts, or a number of days — always with the rows that make it up. */

/** What the rows are: ids of issues, units or accounts; `reported` figures have no rows. */
export type RowKind = 'issue' | 'unit' | 'account' | 'none';

export type FigureValue =
  | { readonly kind: 'count'; readonly value: number; readonly rows: readonly string[] }
  /** Only reported by a source, never counted from rows; undefined where the source gives no number. */
  | { readonly kind: 'reported'; readonly value: number | undefined }
  /** `rows` make up the numerator, `of` the denominator; every row is one of `of`. */
  | {
      readonly kind: 'rate';
      readonly numerator: number;
      readonly denominator: number;
      readonly rows: readonly string[];
      readonly of: readonly string[];
    }
  /** Whole days of each row, in the order of `rows`; the median of them, undefined when there are none. */
  | {
      readonly kind: 'days';
      readonly median: number | undefined;
      readonly days: readonly number[];
      readonly rows: readonly string[];
    };

/** The count of `rows`: the value cannot differ from them. */
export function countedFigure(rows: readonly string[]): FigureValue {
  return { kind: 'count', value: rows.length, rows };
}

/** The share of `of` that is also in `rows`. */
export function rate(rows: readonly string[], of: readonly string[]): FigureValue {
  return { kind: 'rate', numerator: rows.length, denominator: of.length, rows, of };
}

/** The median: the middle one, or the mean of the two in the middle; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** A share in percent with one decimal, rounded half up in whole numbers: 1 of 8 is 12.5%; 无 when `denominator` is 0. */
export function percent(numerator: number, denominator: number): string {
  if (denominator === 0) return '无';
  const tenths = Math.floor((numerator * 2000 + denominator) / (denominator * 2));
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}%`;
}

/** The value as tables print it; a rate as 7/23（30.4%）, nothing to count as 无. */
export function valueInWords(value: FigureValue): string {
  switch (value.kind) {
    case 'count':
      return String(value.value);
    case 'reported':
      return value.value === undefined ? '未报' : String(value.value);
    case 'rate': {
      const { numerator, denominator } = value;
      if (denominator === 0) return '无';
      return `${String(numerator)}/${String(denominator)}（${percent(numerator, denominator)}）`;
    }
    case 'days':
      return value.median === undefined ? '无' : String(value.median);
    default:
      return value satisfies never;
  }
}
