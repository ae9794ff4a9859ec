/** 读清单: what a paper is read with, and what comes of it. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Line } from '../../paper/sheet.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { ColumnNames } from './column-names.ts';
import type { Recognises } from './guess.ts';
import type { ListHead } from './preamble.ts';
import type { ListRow } from './entry.ts';

export interface List {
  head: ListHead;
  rows: ListRow[];
  /** How many tables were found; without any the paper may be a circular in prose. */
  tables: number;
  /** The text outside tables. */
  lines: Line[];
  notes: string[];
  /** Titles of columns that somebody explained and the dictionary does not have. */
  learned: Map<string, ColumnId>;
}

/** What a paper is read with. */
export interface ListReader {
  names: ColumnNames;
  recognises: Recognises;
  inquiry: Inquiry;
}
