/**
 * 送出前的检查: what is filled in is judged by the rules of the check and the review themselves — schema, cross-record
 * rules, steps, evidence owed, membership, files — on the part of the ledger that the page holds. Nothing of a rule
 * stands here; only which rules are asked, and at which field their answer stands.
 */
import type { Day } from '../day/calendar.ts';
import { type Posts, postsOf } from '../domain/membership.ts';
import type { Fault, Severity } from '../ledger/fault.ts';
import { identityFaults } from '../ledger/identity-faults.ts';
import { sentencesFor } from '../ledger/message.ts';
import { textsOf } from '../ledger/records.ts';
import { ruleInput } from '../ledger/rule-input.ts';
import { writtenRules } from '../ledger/rules/written.ts';
import { hidden, unseenSentence } from '../ledger/yaml/characters.ts';
import type { DataPath } from '../ledger/yaml/node.ts';
import { pictureType } from '../paper/magic.ts';
import { gateFaults } from '../review/gate.ts';
import { kindByFirstBytes, strangerRefusal } from '../review/file/first-bytes.ts';
import { LARGEST_FILE, LARGEST_TOTAL, sizeFault, totalFault } from '../review/file/limits.ts';
import { publicFiles, unnamedFaults } from '../review/file/named.ts';
import { type FileType, fileTypes, NO_DOCUMENT, type TypeReading } from '../review/file/reading.ts';
import { typeFaults } from '../review/file/type-faults.ts';
import { ownershipFaults } from '../review/people/ownership.ts';
import { rolesOf } from '../review/people/rights.ts';
import type { StepCase } from '../review/proposal/case.ts';
import { changeOf } from '../review/proposal/change.ts';
import { mobileFault, mobileNumbers } from '../review/proposal/mobile.ts';
import { stepFaults, storiesOf, type StepStory } from '../review/step.ts';
import { kindOfPath, layout, type LayoutKind } from '../schema/layout.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { stampKey } from '../text/stamp.ts';

/** A record as it was filled in: nothing of it is believed. */
export interface NewRecord {
  readonly kind: LayoutKind;
  /** Below content/. */
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What is wrong, and at which field of which record; an empty path is the record or file as a whole. */
export interface FormFault {
  readonly file: string;
  readonly at: DataPath;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
}

export interface FormInput {
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
  /** In whose posts it is handed in. */
  readonly posts: Posts;
}

/** Everything wrong with what is filled in. */
export function checkForm(input: FormInput): FormCheck {
  const { base, records, files, today } = input;
  const readings = records.map(readRecord);
  const read = readings.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const merged = withRecords(base, read, files);
  const posts = postsIn(input);
  const person = { who: '提交人', posts };
  const paths = [...records.map(({ path }) => path), ...files.keys()];
  const changes = paths.map((path) =>
    changeOf(
      { path, before: undefined, after: { mode: '100644', object: '' }, conflict: false },
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
    posts,
    faults: [
      ...readings.flatMap(({ faults }) => faults),
      ...ruleFaults(merged, new Set(paths)),
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
          changes.filter(({ area }) => area === 'evidence'),
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
    units: new Set(unit === undefined ? [] : [unit]),
    others: [],
  };
}

interface Read {
  readonly entry: { kind: LayoutKind; value: Entry<object> } | undefined;
  readonly faults: readonly FormFault[];
}

function readRecord({ kind, path, value }: NewRecord): Read {
  const fault = (at: DataPath, rule: string, message: string, remedy: string): FormFault => ({
    file: path,
    at,
    rule,
    severity: 'fault',
    message,
    remedy,
  });
  const unseen = textsOf(value, (text) => hidden(text) !== undefined).map(({ path: at, text }) =>
    fault(at, 'characters', ...unseenSentence(hidden(text) ?? '')),
  );
  if (unseen.length > 0) return { entry: undefined, faults: unseen };
  const { schema } = layout[kind];
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return {
      entry: undefined,
      faults: sentencesFor(schema, parsed.error.issues, value).map((one) =>
        fault(one.path, one.rule, one.message, one.remedy),
      ),
    };
  const place = kindOfPath(path);
  const inFolder = 'inFolder' in layout[kind];
  const id = inFolder ? `${place?.folder ?? ''}/${place?.id ?? ''}` : (place?.id ?? '');
  return {
    entry: { kind, value: { ...parsed.data, id, path } },
    faults: mobileNumbers(parsed.data).map((at) => ({ ...mobileFault(path), at })),
  };
}

/** The ledger with the new records and files in it. */
function withRecords(
  base: Ledger,
  read: readonly { kind: LayoutKind; value: Entry<object> }[],
  files: ReadonlyMap<string, Uint8Array>,
): Ledger {
  const merged = {
    ...base,
    units: new Map(base.units),
    accounts: new Map(base.accounts),
    issues: new Map(base.issues),
    updates: new Map(base.updates),
    registry: new Map(base.registry),
    evidence: new Map(base.evidence),
  };
  for (const { kind, value } of read) {
    const one = value as never;
    const { issue = '', account = '' } = value as Partial<Record<'issue' | 'account', string>>;
    if (kind === 'unit') merged.units.set(value.id, one);
    else if (kind === 'account') merged.accounts.set(value.id, one);
    else if (kind === 'issue') merged.issues.set(value.id, one);
    else if (kind === 'update')
      merged.updates.set(issue, inOrder([...(merged.updates.get(issue) ?? []), one]));
    else if (kind === 'registration')
      merged.registry.set(account, inOrder([...(merged.registry.get(account) ?? []), one]));
  }
  for (const [path, { length }] of files)
    merged.evidence.set(path.slice('evidence/'.length), length);
  return merged;
}

/** As reading orders steps: by day, then by China's clock in their names (ledger/read.ts). */
function inOrder<T extends { id: string; reportedOn: string }>(steps: readonly T[]): T[] {
  const key = ({ id, reportedOn }: T): string => `${reportedOn} ${stampKey(id)}`;
  return [...steps].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function ruleFaults(merged: Ledger, own: ReadonlySet<string>): FormFault[] {
  const paths = (records: Iterable<{ id: string; path: string }>): Map<string, string> =>
    new Map([...records].map(({ id, path }) => [id, path]));
  const known = {
    unit: paths(merged.units.values()),
    account: paths(merged.accounts.values()),
    campaign: paths(merged.campaigns.values()),
    issue: paths(merged.issues.values()),
    update: paths([...merged.updates.values()].flat()),
  };
  const input = ruleInput(merged, { known });
  return [
    ...writtenRules.flatMap((rule) =>
      [...rule.check(input)]
        .filter(({ file }) => own.has(file) && !file.startsWith('evidence/'))
        .map(({ file, at, message, remedy, severity = 'fault' }) => ({
          file,
          at: rule.id === 'reasons' ? askedFor(remedy, at) : at,
          rule: rule.id,
          severity,
          message,
          remedy,
        })),
    ),
    ...identityFaults({
      texts: new Map(),
      evidence: new Map(
        [...own]
          .filter((path) => path.startsWith('evidence/'))
          .map((path) => [path.slice('evidence/'.length), 1]),
      ),
    }).map((fault) => ({ ...fault, at: [] })),
  ];
}

/** What is missing stands at the field that the remedy asks for. */
function askedFor(remedy: string, at: DataPath): DataPath {
  const field = /\b(?:publicNote|reason|document)\b/u.exec(remedy)?.[0];
  return field === undefined ? at : [field];
}

/** At which field stands what the review says of a file as a whole. */
const fields: Readonly<Record<string, DataPath>> = {
  future: ['reportedOn'],
  'late-receipt': ['reportedOn'],
  backdated: ['reportedOn'],
  step: ['action'],
  owed: ['evidence'],
  'on-behalf': ['onBehalfOf'],
  'received-by': ['receivedBy'],
  'public-evidence': ['evidence'],
};

function atField({ file, rule, severity, message, remedy }: Fault): FormFault {
  const at = Object.hasOwn(fields, rule) ? (fields[rule] ?? []) : [];
  return { file, at, rule, severity, message, remedy };
}

function fileFaults(merged: Ledger, files: ReadonlyMap<string, Uint8Array>): Fault[] {
  const [first] = files.keys();
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (first !== undefined && total > LARGEST_TOTAL) return [totalFault(first, total)];
  const shown = publicFiles(merged);
  return [...files].flatMap(([path, bytes]) =>
    bytes.length > LARGEST_FILE
      ? [sizeFault(path, bytes.length)]
      : typeFaults(path, beginning(path, bytes), shown.has(path.slice('evidence/'.length))),
  );
}

/** What a file is by its beginning and its name; what lies inside it, the review reads (review/file/). */
function beginning(path: string, bytes: Uint8Array): TypeReading {
  const picture = pictureType(bytes);
  if (picture === 'png' || picture === 'jpeg' || picture === 'webp') return taken(picture);
  const kind = kindByFirstBytes(bytes);
  if (kind === 'pdf') return taken('pdf');
  if (kind !== 'archive') return strangerRefusal(bytes);
  const ending = /\.([^.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  const type = (['docx', 'xlsx', 'ofd'] as const).find((one) =>
    fileTypes[one].some((end) => end === ending),
  );
  return type === undefined ? NO_DOCUMENT : taken(type);
}

const taken = (type: FileType): TypeReading => ({
  type,
  said: { position: false, person: false, texts: [] },
  unfolded: 0,
});
