/**
 * 一种填报: what sets the forms of the site apart — reports and decisions, steps of the register, findings: which rules
 * judge them, how a record is made of what was typed, and what is said of it before it is sent.
 */
import type { Rule } from '../ledger/rule.ts';
import type { DataPath } from '../ledger/yaml/node.ts';
import type { Ledger } from '../schema/ledger.ts';
import type { FormCheck } from './check.ts';
import type { Choice, FormField } from './field.ts';
import type { NewRecord } from './new-record.ts';

/** What was filled in for one subject. */
export interface Given {
  /** The issue or account; of a finding a name for the form itself. */
  readonly subject: string;
  readonly action: string;
  /** The fields as a record has them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The moment with what sets it apart, as names of files have it. */
  readonly stamp: string;
}

export interface Work {
  /** What judges it; fetched when first something is filled in. */
  readonly rules: () => Promise<WorkRules>;
  readonly record: (ledger: Ledger, given: Given) => NewRecord;
  /** How many records of the subject the ledger has: more than at the sending means that it has arrived. */
  readonly count: (ledger: Ledger, subject: string) => number;
  /** What stands in a field before anybody types; `fields` is what was typed. */
  readonly preset?: (ledger: Ledger, field: FormField) => string | undefined;
  /** The field of the page for a place in the record, where the page has another one. */
  readonly fieldOf?: (at: DataPath) => string | undefined;
  /** What may be chosen by name, by the path of the field. */
  readonly known?: (ledger: Ledger) => ReadonlyMap<string, readonly Choice[]>;
  /** What the program reads in what was typed, by the path of the field. */
  readonly remarks?: (
    ledger: Ledger,
    fields: Readonly<Record<string, unknown>>,
  ) => ReadonlyMap<string, Remark>;
}

/** What the program reads in a field. */
export interface Remark {
  /** What it is called among what was typed: 时限读作. */
  readonly label: string;
  /** Empty where nothing is to be said. */
  readonly words: string;
}

export interface WorkRules {
  readonly rules: readonly Rule[];
  /** Where the subject stood and would stand, in words; undefined where nothing is to be said. */
  readonly course: (found: FormCheck, base: Ledger, subject: string) => Course | undefined;
}

export interface Course {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Why it comes to that, where the act alone does not say so. */
  readonly why?: string;
}
