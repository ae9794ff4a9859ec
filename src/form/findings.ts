/** 各处的问题: what the rules and the review say of new records and files, each at the field where it belongs. */
import type { Fault } from '../ledger/fault.ts';
import { identityFaults } from '../ledger/identity-faults.ts';
import { ruleInput } from '../ledger/rule-input.ts';
import { reportRules } from '../ledger/report-rules.ts';
import type { DataPath } from '../ledger/yaml/node.ts';
import { pictureType } from '../paper/magic.ts';
import { kindByFirstBytes, strangerRefusal } from '../review/file/first-bytes.ts';
import { LARGEST_FILE, LARGEST_TOTAL, sizeFault, totalFault } from '../review/file/limits.ts';
import { publicFiles } from '../review/file/named.ts';
import { type FileType, fileTypes, NO_DOCUMENT, type TypeReading } from '../review/file/reading.ts';
import { typeFaults } from '../review/file/type-faults.ts';
import type { Ledger } from '../schema/ledger.ts';
import { own as ownOf } from '../text/own.ts';
import type { FormFault } from './new-record.ts';

/** What the cross-record rules find in the new files, by their paths. */
export function ruleFaults(merged: Ledger, own: ReadonlySet<string>): FormFault[] {
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
    ...reportRules.flatMap((rule) =>
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

export function atField({ file, rule, severity, message, remedy }: Fault): FormFault {
  return { file, at: ownOf(fields, rule) ?? [], rule, severity, message, remedy };
}

/** What is wrong with the files of evidence. */
export function fileFaults(merged: Ledger, files: ReadonlyMap<string, Uint8Array>): Fault[] {
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
