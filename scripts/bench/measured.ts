/** 量到的: what the bench measures, before it is judged (verdicts.ts) and written down (performance-page.ts). */
import type { Spent } from './profile.ts';

/** One run of a command with everything that it starts: seconds by the clock, seconds of processors, largest process. */
export interface Run {
  readonly wall: number;
  readonly busy: number;
  readonly megabytes: number;
  /** Files of the last site that were taken as they were. */
  readonly kept: number;
}

export interface Row {
  readonly name: string;
  /** None where another's program did not come to its end. */
  readonly runs: readonly Run[];
  readonly site:
    { readonly pages: number; readonly files: number; readonly megabytes: number } | undefined;
}

/** What a question costs whoever asks it first: `seconds` to the first results, over the wire from the first word on. */
export interface FirstSearch {
  readonly question: string;
  readonly requests: number;
  readonly kilobytes: number;
  readonly seconds: number;
  readonly shown: number;
}

export interface Size {
  readonly name: string;
  readonly issues: number;
  /** Records that have a page of their own. */
  readonly records: number;
  /** Reports in its history, each with a merge of its own. */
  readonly reports: number;
  readonly rows: readonly Row[];
  readonly searches: readonly FirstSearch[];
  /** Of each row that missed its target: where the time of one more run went. */
  readonly spent: readonly Spending[];
}

/** One run under Node's profiler, the most first; `elsewhere`: seconds of other processes and threads. */
export interface Spending {
  readonly name: string;
  readonly on: readonly Spent[];
  readonly elsewhere: number;
}

export interface MeasuredSizes {
  readonly sizes: readonly Size[];
  readonly versions: readonly string[];
  readonly machine: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly runs: number;
}
