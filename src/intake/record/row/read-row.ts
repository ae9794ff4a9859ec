/** 读出的一行: a row of a list in its own words, before they are read into values. */
import type { Issue } from '../../../schema/issue.ts';
import type { Entry } from '../../../schema/ledger.ts';
import type { PaperPlace } from '../../../paper/sheet.ts';
import type { Question } from '../../inquiry/question.ts';
import type { RowWords } from '../../list/entry.ts';
import type { NotedReading } from '../known.ts';

/** What a row says in its own words, and what came up while it was read. */
export interface ReadRow extends RowWords {
  place: PaperPlace;
  raw: Record<string, string>;
  /** As the list numbers it, or as somebody or the order of rows says. */
  row: number | undefined;
  /** The number as written. */
  numberText: string;
  /** Out of prose: its number is the program's own and says nothing. */
  isProposed: boolean;
  /** 地点或项目名称 of a problem that is a unit's own. */
  at: string;
  measures: string;
  deadlineText: string;
  /** How words were read into values. */
  readings: NotedReading[];
  notes: string[];
  questions: Question[];
  /** The issue that the row was recorded as. */
  prior: Entry<Issue> | undefined;
}
