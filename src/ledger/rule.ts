/** The shape of a cross-record rule: one a file in rules/, each with its test beside the others in tests/ledger/rules/. */
import type { Ledger } from '../schema/ledger.ts';
import type { Severity } from './fault.ts';
import type { DataPath } from './position.ts';
import type { Reading } from './read.ts';

/** What a rule found; check.ts turns the data path into line and column. */
export interface Finding {
  /** Path below content/. */
  file: string;
  /** Where in the record; empty for the file as a whole. */
  at: DataPath;
  /** Point at the key instead of the value. */
  key?: boolean;
  message: string;
  remedy: string;
  severity?: Severity;
}

export interface RuleInput {
  ledger: Ledger;
  known: Reading['known'];
}

export interface Rule {
  /** Shown in faults; equal to the file name. */
  id: string;
  /** One Chinese sentence for the documentation. */
  title: string;
  check: (input: RuleInput) => Iterable<Finding>;
}
