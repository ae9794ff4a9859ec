/** The shape of a cross-record rule: one a file in rules/, each with its test beside the others in tests/ledger/rules/. */
import type { History } from '../domain/issue/replay.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Severity } from './fault.ts';
import type { DataPath } from './yaml/node.ts';
import type { LedgerReading } from './read.ts';

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
  known: LedgerReading['known'];
  /**
   * The history of an issue with all its updates, those of the future too. Undefined where it cannot be told: a
   * record that it needs is missing or unreadable, which is a fault of its own.
   */
  history: (issue: Entry<Issue>) => History | undefined;
}

export interface Rule {
  /** Shown in faults; equal to the file name. */
  id: string;
  /** One Chinese sentence for the documentation. */
  title: string;
  check: (input: RuleInput) => Iterable<Finding>;
}
