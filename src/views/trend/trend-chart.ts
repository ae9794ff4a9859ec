/** 趋势图: what a picture of a trend page shows, with its section and page. */
import type { CellTable } from '../cell-table.ts';

/** What a picture shows; its numbers are those of the table under it. */
export type TrendChart =
  /** One line a figure over the columns. */
  | {
      readonly kind: 'lines';
      readonly columns: readonly string[];
      readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
    }
  /** One column each, with its number in words on top. */
  | {
      readonly kind: 'columns';
      readonly columns: readonly {
        readonly name: string;
        readonly value: number;
        readonly words: string;
        /** Within which the value lies, where it was drawn from a part: a hatched column with a line. */
        readonly range?: readonly [number, number];
      }[];
    }
  /** One bar each, made up of parts. */
  | {
      readonly kind: 'stacks';
      readonly parts: readonly string[];
      readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
    };

export interface TrendSection {
  /** What is counted, as a sentence. */
  readonly note: string;
  /** Undefined where there are too many rows for a picture. */
  readonly chart: TrendChart | undefined;
  readonly table: CellTable;
}

export interface TrendPage {
  readonly id: 'course' | 'units' | 'burden';
  readonly href: string;
  readonly title: string;
  readonly sections: readonly TrendSection[];
}
