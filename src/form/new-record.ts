/** 新记录: a record as it was filled in, read as the check reads a file, and laid over the ledger of the page. */
import type { Severity } from '../ledger/fault.ts';
import { sentencesFor } from '../ledger/message.ts';
import { textsOf } from '../ledger/records.ts';
import { hiddenCharacter, unseenSentence } from '../ledger/yaml/characters.ts';
import type { DataPath } from '../ledger/yaml/node.ts';
import { mobileFault, mobileNumbers } from '../review/proposal/mobile.ts';
import { kindOfPath, layout, type LayoutKind } from '../schema/layout.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { stampKey } from '../text/stamp.ts';

/** A record as it was filled in: nothing of it is believed. */
export interface NewRecord {
  readonly kind: LayoutKind;
  /** Below content/. */
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Git's name of the file that it takes the place of; undefined where it is new. */
  readonly replaces?: string;
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

/** What is read of it, and what is wrong with it by itself. */
interface Read {
  readonly entry: { kind: LayoutKind; value: Entry<object> } | undefined;
  readonly faults: readonly FormFault[];
}

/** Reads a record: characters, then schema. */
export function readNewRecord({ kind, path, value }: NewRecord): Read {
  const fault = (at: DataPath, rule: string, message: string, remedy: string): FormFault => ({
    file: path,
    at,
    rule,
    severity: 'fault',
    message,
    remedy,
  });
  const unseen = textsOf(value, (text) => hiddenCharacter(text) !== undefined).map(
    ({ path: at, text }) => fault(at, 'characters', ...unseenSentence(hiddenCharacter(text) ?? '')),
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
export function withRecords(
  base: Ledger,
  read: readonly { kind: LayoutKind; value: Entry<object> }[],
  files: ReadonlyMap<string, Uint8Array>,
): Ledger {
  const merged = {
    ...base,
    issues: new Map(base.issues),
    updates: new Map(base.updates),
    registry: new Map(base.registry),
    inspections: new Map(base.inspections),
    evidence: new Map(base.evidence),
  };
  for (const { kind, value } of read) {
    const one = value as never;
    const { issue = '', account = '' } = value as { issue?: string; account?: string };
    if (kind === 'update')
      merged.updates.set(issue, inOrder([...(merged.updates.get(issue) ?? []), one]));
    if (kind === 'registration')
      merged.registry.set(account, inOrder([...(merged.registry.get(account) ?? []), one]));
    if (kind === 'issue') merged.issues.set(value.id, one);
    if (kind === 'inspection') merged.inspections.set(value.id, one);
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
