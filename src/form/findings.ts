/** 各处的问题: what the rules and the review say of new records and files, each at the field where it belongs. */
import type { Fault } from '../ledger/fault.ts';
import { identityFaults } from '../ledger/personal/identity-faults.ts';
import type { Rule, Finding } from '../ledger/rule.ts';
import { ruleInput } from '../ledger/rule-input.ts';
import type { DataPath } from '../ledger/yaml/node.ts';
import { pictureType, readableImages } from '../paper/magic.ts';
import { kindByFirstBytes, strangerRefusal } from '../review/file/first-bytes.ts';
import { LARGEST_FILE, LARGEST_TOTAL, sizeFault, totalFault } from '../review/file/limits.ts';
import { publicFiles } from '../review/file/named.ts';
import { type FileType, fileTypes, NO_DOCUMENT, type TypeReading } from '../review/file/reading.ts';
import { typeFaults } from '../review/file/type-faults.ts';
import type { Ledger } from '../schema/ledger.ts';
import { own as ownOf } from '../text/own.ts';
import type { FormFault } from './new-record.ts';

/** What the rules find in the new files, by their paths, and in others what they did not find before. */
export function ruleFaults(
  { base, merged, rules }: { base: Ledger; merged: Ledger; rules: readonly Rule[] },
  own: ReadonlySet<string>,
): FormFault[] {
  const found = findings(merged, rules).filter(({ file }) => !file.startsWith('evidence/'));
  const elsewhere = found.some(({ file }) => !own.has(file));
  const key = ({ file, rule, message }: Told): string => `${file}\0${rule}\0${message}`;
  const before = new Set(elsewhere ? findings(base, rules).map(key) : []);
  return [
    ...found
      .filter((one) => own.has(one.file) || !before.has(key(one)))
      .map(({ file, at, rule, message, remedy, severity = 'fault' }) => ({
        file,
        at: rule === 'reasons' || rule === 'registry' ? askedFor(remedy, at) : at,
        rule,
        severity,
        message,
        remedy,
      })),
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

type Told = Finding & { readonly rule: string };

function findings(ledger: Ledger, rules: readonly Rule[]): Told[] {
  const paths = (records: Iterable<{ id: string; path: string }>): Map<string, string> =>
    new Map([...records].map(({ id, path }) => [id, path]));
  const known = {
    unit: paths(ledger.units.values()),
    account: paths(ledger.accounts.values()),
    campaign: paths(ledger.campaigns.values()),
    issue: paths(ledger.issues.values()),
    update: paths([...ledger.updates.values()].flat()),
  };
  const input = ruleInput(ledger, { known });
  return rules.flatMap((rule) => [...rule.check(input)].map((one) => ({ ...one, rule: rule.id })));
}

/** What is missing stands at the field that the remedy asks for. */
function askedFor(remedy: string, at: DataPath): DataPath {
  const field = /\b(?:publicNote|reason|document|approval)\b/u.exec(remedy)?.[0];
  return field === undefined ? at : [field];
}

/** At which field stands what the review says of a file as a whole. */
const fields: Readonly<Record<string, DataPath>> = {
  future: ['reportedOn'],
  'late-receipt': ['reportedOn'],
  backdated: ['reportedOn'],
  'approval-backdated': ['reportedOn'],
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
  const readable = readableImages.find((type) => type === picture);
  if (readable !== undefined) return taken(readable);
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
