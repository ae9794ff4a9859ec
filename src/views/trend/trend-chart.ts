/** 趋势图: what a picture of a trend page shows, with its section and page. */
import type { Day } from '../../day/calendar.ts';
import type { CellTable } from '../cell-table.ts';

/** What a picture shows; its numbers are those of the table under it. */
export type TrendChart =
  /** One line a figure, on a true axis of days. */
  | {
      readonly kind: 'lines';
      readonly days: readonly Day[];
      readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
    }
  /** What came in above, what went out below, month by month without a gap; `month` is YYYY-MM. */
  | {
      readonly kind: 'flows';
      readonly ins: string;
      readonly outs: string;
      readonly months: readonly {
        readonly month: string;
        readonly in: number;
        readonly out: number;
      }[];
    }
  /** A dot each on a true axis of days, as large as what it was read from. */
  | {
      readonly kind: 'points';
      readonly points: readonly TrendDot[];
      /** The highest that a value can be, where there is such a thing. */
      readonly most?: number;
    }
  /** One bar each, made up of parts. */
  | {
      readonly kind: 'stacks';
      readonly parts: readonly string[];
      readonly rows: readonly {
        readonly name: string;
        readonly href: string;
        readonly values: readonly number[];
      }[];
    };

export interface TrendDot {
  readonly on: Day;
  readonly value: number;
  /** The value as it is printed. */
  readonly words: string;
  /** What it was read from: closings, accounts. */
  readonly size: number;
  /** Within which the value lies, where it was drawn from a part: a hollow dot with a line. */
  readonly range?: readonly [number, number];
  /** It may not be compared with the one before: no line leads to it. */
  readonly apart?: boolean;
}

export interface TrendSection {
  /** What the numbers say, as a circular could print it. */
  readonly finding: string;
  /** What is counted, as a sentence. */
  readonly note: string;
  /** Undefined where there are too many rows for a picture, or nothing to be seen in one. */
  readonly chart: TrendChart | undefined;
  readonly table: CellTable;
}

export interface TrendPage {
  readonly id: 'course' | 'units' | 'burden';
  readonly href: string;
  readonly title: string;
  readonly sections: readonly TrendSection[];
}
