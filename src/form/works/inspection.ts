/** 检查结果: what a checker fills in of each account → the check's record, written anew with it. */
import type { Inspection, InspectionResult, InspectionRow } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { own } from '../../text/own.ts';
import type { NewRecord } from '../new-record.ts';

/** A picture of what was seen; its bytes are with the device until it is on record. */
export interface InspectionPicture {
  readonly file: string;
  readonly bytes?: Uint8Array;
}

/** What is counted, by the kind of account. */
export const counts = {
  website: [
    ['stale', '逾期不更新的一级栏目'],
    ['overdue', '应更新未更新的栏目'],
    ['empty', '空白栏目'],
  ],
  'new-media': [
    ['days', '统计天数'],
    ['posts', '发布条数'],
    ['originals', '原创条数'],
  ],
} as const;

/** What stands in the fields of an account. */
export interface FilledRow {
  lastPostOn: string;
  /** By the names of `counts`. */
  numbers: Record<string, string>;
  /** By indicator. */
  results: Record<string, { result: InspectionResult | ''; finding: string }>;
  /** A draft of a device that knew of no pictures yet has none. */
  pictures?: InspectionPicture[];
  note: string;
  /** What stood on record when it was begun, and what was sent since: where it says anything else now, somebody changed it. */
  began?: string[];
}

/** What is on record, as the fields have it. */
export function filledOf({
  lastPostOn = '',
  counted,
  columns,
  results,
  pictures,
  note = '',
}: InspectionRow) {
  const numbers = Object.entries({ ...counted, ...columns }).map(
    ([name, value]): [string, string] => [name, String(value)],
  );
  const row: FilledRow = {
    lastPostOn,
    numbers: Object.fromEntries(numbers),
    results: Object.fromEntries(
      results.map(({ indicator, result, finding = '' }) => [indicator, { result, finding }]),
    ),
    note,
    ...(pictures === undefined ? {} : { pictures }),
  };
  row.began = [said(row)];
  return row;
}

/** The pictures that are not on record yet, by where they lie below content/. */
export function inspectionFiles(
  { id }: Pick<Entry<Inspection>, 'id'>,
  filled: ReadonlyMap<string, FilledRow>,
): Map<string, Uint8Array> {
  return new Map(
    [...filled.values()].flatMap(({ pictures = [] }) =>
      pictures.flatMap(({ file, bytes }) =>
        bytes === undefined ? [] : [[`evidence/${id}/${file}`, bytes] as const],
      ),
    ),
  );
}

/** Names that pictures of the check have, on record or on this device. */
export function pictureNames(
  { id }: Pick<Entry<Inspection>, 'id'>,
  { evidence }: Pick<Ledger, 'evidence'>,
  filled: ReadonlyMap<string, FilledRow>,
): string[] {
  const there = [...evidence.keys()].filter((file) => file.startsWith(`${id}/`));
  return [
    ...there.map((file) => file.slice(id.length + 1)),
    ...[...filled.values()].flatMap(({ pictures = [] }) => pictures.map(({ file }) => file)),
  ];
}

/** The record with what was filled in; of the other accounts as it was. */
export function inspectionRecord(
  { id: _id, path, ...inspection }: Entry<Inspection>,
  filled: ReadonlyMap<string, FilledRow>,
  replaces: string,
): NewRecord {
  const accounts = inspection.accounts.map((row) => {
    const given = filled.get(row.account);
    return given === undefined ? row : rowOf(row, given);
  });
  return { kind: 'inspection', path, replaces, value: { ...inspection, accounts } };
}

function rowOf(
  row: InspectionRow,
  { lastPostOn, numbers, results, pictures = [], note }: FilledRow,
): object {
  const { account, lookBack } = row;
  // What is on record stays there, whatever the device knew of it.
  const kept = row.pictures ?? [];
  const added = pictures.filter(({ file }) => !kept.some((one) => one.file === file));
  const shown = [...kept, ...added.map(({ file }) => ({ file }))];
  const counted = numbersIn(numbers, counts['new-media']);
  const columns = numbersIn(numbers, counts.website);
  const said = Object.entries(results).flatMap(([indicator, { result, finding }]) => {
    if (result === '' && finding.trim() === '') return [];
    // What the page does not ask for stays.
    const inside = row.results.find((one) => one.indicator === indicator)?.note;
    return [
      {
        indicator,
        result: result === '' ? undefined : result,
        ...(finding.trim() === '' ? {} : { finding: finding.trim() }),
        ...(inside === undefined ? {} : { note: inside }),
      },
    ];
  });
  return {
    account,
    lookBack,
    ...(lastPostOn === '' ? {} : { lastPostOn }),
    ...(counted === undefined ? {} : { counted }),
    ...(columns === undefined ? {} : { columns }),
    results: said,
    ...(shown.length === 0 ? {} : { pictures: shown }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

function numbersIn(
  numbers: Readonly<Record<string, string>>,
  names: readonly (readonly [string, string])[],
): Record<string, unknown> | undefined {
  const given = names.flatMap(([name]) => {
    const text = (Object.hasOwn(numbers, name) ? numbers[name] : undefined)?.trim() ?? '';
    return text === '' ? [] : [[name, /^\d+$/u.test(text) ? Number(text) : text] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** What a device keeps of a check, held against what is on record now. */
export interface StandingUnsent {
  /** What is still to be handed in. */
  readonly rows: Map<string, FilledRow>;
  /** Accounts whose row somebody changed since: the record holds, and what was filled in is dropped. */
  readonly overtaken: readonly string[];
}

/** What was sent and has arrived needs not be filled in any more, and what was changed since is not written over. */
export function notOnRecord(
  { accounts }: Inspection,
  kept: Readonly<Record<string, FilledRow>>,
): StandingUnsent {
  const rows = new Map<string, FilledRow>();
  const overtaken: string[] = [];
  for (const row of accounts) {
    const draft = own(kept, row.account);
    if (draft === undefined) continue;
    const known = said(filledOf(row));
    if (asRecorded(row, draft) === known) continue;
    if (draft.began?.includes(known) === false) overtaken.push(row.account);
    else rows.set(row.account, withoutArrived(row, draft));
  }
  return { rows, overtaken };
}

/** What was filled in, marked as sent: once it stands on record, going on from it changes nobody else's words. */
export function markedSent({ accounts }: Inspection, filled: Map<string, FilledRow>): void {
  for (const row of accounts) {
    const draft = filled.get(row.account);
    if (draft?.began !== undefined) draft.began = [...draft.began, asRecorded(row, draft)];
  }
}

/** What a row will say once it is on record: what was typed around words and left empty is gone by then. */
function asRecorded(row: InspectionRow, draft: FilledRow): string {
  return said(filledOf(rowOf(row, draft) as InspectionRow));
}

/** A draft whose pictures that are on record are not handed in again. */
function withoutArrived(row: InspectionRow, draft: FilledRow): FilledRow {
  const { pictures } = draft;
  if (pictures === undefined) return draft;
  const there = new Set((row.pictures ?? []).map(({ file }) => file));
  return {
    ...draft,
    pictures: pictures.map((one) => (there.has(one.file) ? { file: one.file } : one)),
  };
}

/** What a row says, whether or not the pictures have been handed in. */
function said({ pictures = [], began: _began, ...row }: FilledRow): string {
  return JSON.stringify([row, pictures.map(({ file }) => file)]);
}
