/**
 * 送出前的检查: what is filled in is judged by the rules of the check and the review themselves — schema, cross-record
 * rules, steps, evidence owed, membership, files — on the part of the ledger that the page holds. Nothing of a rule
 * stands here; only which rules are asked, and at which field their answer stands.
 */
import type { Day } from '../day/calendar.ts';
import { type Posts, postsOf } from '../domain/membership.ts';
import { gateFaults } from '../review/gate.ts';
import { unnamedFaults } from '../review/file/named.ts';
import { ownershipFaults } from '../review/people/ownership.ts';
import { rolesOf } from '../review/people/rights.ts';
import type { StepCase } from '../review/proposal/case.ts';
import { ledgerChange } from '../review/proposal/change.ts';
import { stepFaults, storiesOf, type StepStory } from '../review/step.ts';
import type { Rule } from '../ledger/rule.ts';
import type { Ledger } from '../schema/ledger.ts';
import { atField, fileFaults, ruleFaults } from './findings.ts';
import { type FormFault, type NewRecord, readNewRecord, withRecords } from './new-record.ts';

export interface FormInput {
  /** Those that can find something in what the page writes. */
  readonly rules: readonly Rule[];
  readonly base: Ledger;
  readonly records: readonly NewRecord[];
  /** Files of evidence by their paths below content/. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Who hands it in; undefined while nobody is signed in: then `unit` is believed. */
  readonly account: string | undefined;
  /** For which unit the page is; undefined on the pages of the office. */
  readonly unit: string | undefined;
  readonly today: Day;
}

export interface FormCheck {
  readonly faults: readonly FormFault[];
  /** What the reports would lead to, as far as they could be read. */
  readonly stories: readonly StepStory[];
  /** The ledger of the page with what is filled in. */
  readonly merged: Ledger;
  /** In whose posts it is handed in. */
  readonly posts: Posts;
}

/** Everything wrong with what is filled in. */
export function checkForm(input: FormInput): FormCheck {
  const { base, records, files, rules, today } = input;
  const readings = records.map(readNewRecord);
  const read = readings.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const merged = withRecords(base, read, files);
  const posts = postsIn(input);
  const person = { who: '提交人', posts };
  const edited = new Set(
    records.flatMap(({ path, replaces }) => (replaces === undefined ? [] : path)),
  );
  const paths = [...records.map(({ path }) => path), ...files.keys()];
  const side = { mode: '100644', object: '' };
  const changes = paths.map((path) =>
    ledgerChange(
      { path, before: edited.has(path) ? side : undefined, after: side, conflict: false },
      '',
    ),
  );
  const draft: StepCase = {
    changes,
    people: [person],
    author: posts,
    today,
    merging: false,
    base,
    merged,
  };
  const stories = storiesOf(draft);
  const isKnown = input.account !== undefined;
  return {
    stories,
    merged,
    posts,
    faults: [
      ...readings.flatMap(({ faults }) => faults),
      ...ruleFaults({ base, merged, rules }, new Set(paths)),
      ...[
        ...gateFaults(
          changes,
          isKnown ? [person] : [],
          [...base.evidence.keys()].map((file) => `evidence/${file}`),
        ),
        ...stepFaults(draft, stories),
        ...(isKnown ? ownershipFaults(draft) : []),
        ...fileFaults(merged, files),
        ...unnamedFaults(
          merged,
          changes.filter(({ fileKind }) => fileKind === 'evidence'),
        ),
      ].map(atField),
    ],
  };
}

/** Stands for the units that the page does not hold: whoever has no post here may well report for one of them. */
const ELSEWHERE = '*';

/** The posts of whoever is signed in; of nobody those that the page is for. */
function postsIn({ base, account, unit, today }: FormInput): Posts {
  if (account !== undefined) {
    const posts = postsOf(account, { site: base.site, units: base.units.values() }, today);
    return rolesOf(posts).length > 0 ? posts : { ...posts, units: new Set([ELSEWHERE]) };
  }
  return {
    account: '',
    reviewer: unit === undefined,
    maintainer: false,
    robot: false,
    units: new Set(unit === undefined ? [] : [unit]),
    others: [],
  };
}
