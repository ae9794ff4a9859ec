/**
 * 报送检查: a base and a proposal, both as Git objects, → everything wrong with it, and what it would do. The rules, the
 * members and the vocabulary are those of the base; nothing of the proposal is checked out, installed or run.
 */
import { proposalOf } from '../history/proposal/proposal.ts';
import { checkLedger } from '../ledger/check.ts';
import { byPlace, type Fault } from '../ledger/fault.ts';
import { readLedger } from '../ledger/read.ts';
import type { Ledger } from '../schema/ledger.ts';
import { updateAt } from '../text/update-path.ts';
import { type Case, faultOf, type ReviewInput, type Person, issueUnit } from './proposal/case.ts';
import { ledgerChange, type LedgerChange } from './proposal/change.ts';
import { type Effect, effectsOn } from './effect.ts';
import { type FileFacts, readFiles } from './file/evidence-file.ts';
import { emptyFaults, gateFaults, historyFault, strangerFaults, wordFaults } from './gate.ts';
import { ownershipFaults } from './people/ownership.ts';
import { pathsToRead } from './proposal/part.ts';
import { passingChanges, passingFaults } from './passing.ts';
import { peopleOf, registeredPeople, unknownPeople } from './people/people.ts';
import { recordFaults } from './proposal/record.ts';
import { removalFaults } from './proposal/removal.ts';
import { isToldBySteps, stepFaults, storiesOf, type StepStory } from './step.ts';
import {
  Blobs,
  contentOf,
  ledgerTree,
  mergedTree,
  sideOf,
  type LedgerSide,
} from './proposal/tree.ts';

export interface Review extends Pick<ReviewInput, 'base' | 'head' | 'today'> {
  /** True when nothing is wrong; warnings do not count. */
  readonly ok: boolean;
  /** Author and pusher; one where they are the same. */
  readonly people: readonly Person[];
  /** True when the head does not contain the base. */
  readonly outdated: boolean;
  /** By file; paths from the top of the repository. */
  readonly faults: readonly Fault[];
  readonly changes: readonly LedgerChange[];
  readonly stories: readonly StepStory[];
  readonly files: readonly FileFacts[];
  readonly effects: readonly Effect[];
  /** The ledger as it would be, as far as it was looked at; for names. */
  readonly ledger: Ledger | undefined;
}

/** Reviews a proposal. Throws GitRefused when a commit cannot be read. */
export function review(input: ReviewInput): Review {
  const { repository, prefix, base, head, today } = input;
  const proposal = proposalOf(repository, base, head);
  const blobs = new Blobs(repository);
  const baseSide = sideOf(ledgerTree(repository, base, prefix));
  if (typeof proposal === 'string')
    return refused(input, historyFault(prefix, proposal), registeredPeople(input, baseSide, blobs));
  const changes = proposal.changes.map((change) => ledgerChange(change, prefix));
  blobs.leaveOut(
    changes.flatMap(({ fileKind, after }) => (fileKind === 'evidence' ? [] : (after ?? []))),
  );
  const mergedSide = sideOf(mergedTree(baseSide.tree, changes));
  const select = pathsToRead([...changes, ...passingChanges(proposal.passing, prefix)], blobs, [
    input.author,
    input.actor,
  ]);
  const baseContent = contentOf(baseSide.tree, blobs, select(baseSide));
  const before = readLedger(baseContent).ledger;
  if (before === undefined) return refused(input, unreadable(prefix));
  const people = peopleOf(input, before);
  const after = checkLedger(contentOf(mergedSide.tree, blobs, select(mergedSide)));
  const seen =
    after.ledger &&
    checkRecords(
      {
        changes,
        people,
        author: (people[0] as Person).posts,
        today,
        merging: input.merging ?? false,
        blobs,
        base: before,
        merged: after.ledger,
      },
      baseSide,
      mergedSide,
    );
  const broken = newFaults(after.faults, changes, () => checkLedger(baseContent).faults);
  const faults = [
    ...strangerFaults(people, `${prefix}site.yaml`),
    ...emptyFaults(changes, prefix),
    ...wordFaults(proposal.words, prefix),
    ...gateFaults(
      changes,
      people,
      [...baseSide.tree.keys()].map((path) => `${prefix}${path}`),
    ),
    ...passingFaults(
      proposal.passing,
      prefix,
      { base: before, merged: after.ledger ?? before, people, today },
      blobs,
    ),
    ...[...broken, ...(seen?.faults ?? [])].map((fault) => ({
      ...fault,
      file: `${prefix}${fault.file}`,
    })),
  ].toSorted(byPlace);
  return {
    base,
    head,
    today,
    ok: !faults.some(({ severity }) => severity === 'fault'),
    people,
    outdated: proposal.outdated,
    faults,
    changes,
    stories: seen?.stories ?? [],
    files: seen?.files ?? [],
    effects: seen?.effects ?? [],
    ledger: after.ledger,
  };
}

/** The checks of the records. */
function checkRecords(file: Case, baseSide: LedgerSide, mergedSide: LedgerSide) {
  const stories = storiesOf(file);
  const { facts: files, faults } = readFiles(file, evidenceByObject(baseSide));
  const units = new Set(stories.flatMap(({ issue }) => issueUnit(file, issue) ?? []));
  return {
    stories,
    files,
    effects: effectsOn([...units].toSorted(), baseSide, mergedSide, file.blobs, file.today),
    faults: [
      ...faults,
      ...ownershipFaults(file),
      ...recordFaults(file),
      ...removalFaults(file),
      ...stepFaults(file, stories),
    ],
  };
}

/** What the check finds in the files that changed, and what it did not find before in the others. */
function newFaults(
  found: readonly Fault[],
  changes: readonly LedgerChange[],
  before: () => readonly Fault[],
): Fault[] {
  const changed = new Map(changes.map((change) => [change.path, change]));
  const told = found.filter(({ file, rule }) => !isToldElsewhere(rule, file, changed));
  if (told.every(({ file }) => changed.has(file))) return told;
  const key = ({ file, rule, message }: Fault) => `${file}\0${rule}\0${message}`;
  const old = new Set(before().map(key));
  return told.filter((fault) => changed.has(fault.file) || !old.has(key(fault)));
}

/**
 * What this room tells by itself: where nothing belongs (rights), files that no report names (evidence-file), and for
 * the issues that are reported on the steps and the evidence owed, with the roles of the people (step).
 */
function isToldElsewhere(
  rule: string,
  file: string,
  changed: ReadonlyMap<string, LedgerChange>,
): boolean {
  const fileKind = changed.get(file)?.fileKind;
  if (rule === 'stray-file') return fileKind === 'stray';
  if (rule === 'evidence-files') return fileKind === 'evidence';
  if (!isToldBySteps(rule)) return false;
  const issue = updateAt(file)?.issue;
  return [...changed.values()].some(
    (change) => change.fileKind === 'update' && change.issue === issue,
  );
}

/** Evidence of the base by the hash of its blob. */
function evidenceByObject({ tree, index }: LedgerSide): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of [...index.evidence.values()].flat()) {
    const object = tree.get(path);
    if (object !== undefined) found.set(object, path);
  }
  return found;
}

function refused(input: ReviewInput, fault: Fault, people = unknownPeople(input)): Review {
  const { base, head, today } = input;
  return {
    base,
    head,
    today,
    ok: false,
    people,
    outdated: false,
    faults: [fault],
    changes: [],
    stories: [],
    files: [],
    effects: [],
    ledger: undefined,
  };
}

function unreadable(prefix: string): Fault {
  return faultOf(
    `${prefix}site.yaml`,
    'base-unreadable',
    '主分支的台账读不出来，无法检查',
    '请管理员先在主分支运行 npx ledger check，改正错误',
  );
}
