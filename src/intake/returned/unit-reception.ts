/** 单位收件: what one unit returned, and which unit a sheet is from. */
import { unitOf as ownerOf } from '../../domain/issue/owner.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { NewUpdate, ReplyFault } from './new-update.ts';
import type { Returned } from './returned.ts';
import type { Place } from '../../paper/sheet.ts';
import { UnitNames } from '../words/unit-names.ts';
import { tidy } from '../words/wording.ts';

/** What one unit returned. */
export interface UnitReception {
  unit: string;
  unitName: string;
  files: string[];
  updates: NewUpdate[];
  /** Reports that the ledger, or a proposal that waits, has already: issue and place. */
  already: { issue: string; place: Place }[];
  faults: ReplyFault[];
  /** Things to know that stop nothing. */
  notes: string[];
}

/** What a unit returned, before anything of it was read. */
export function emptyReception(unit: string, ledger: Ledger): UnitReception {
  return {
    unit,
    unitName: ledger.units.get(unit)?.name ?? unit,
    files: [],
    updates: [],
    already: [],
    faults: [],
    notes: [],
  };
}

/** The unit by stamp or printed number, else by the issues of the sheet, else by the name that it prints. */
export function unitOf(sheet: Returned, ledger: Ledger): string | undefined {
  if (sheet.unit !== undefined && ledger.units.has(sheet.unit)) return sheet.unit;
  const owners = new Set(
    sheet.rows.flatMap(({ fixed }) => {
      const issue = ledger.issues.get(tidy(fixed.issue?.text ?? ''));
      return issue ? [ownerOf(ledger, issue) ?? ''] : [];
    }),
  );
  const [owner] = owners;
  const named = new UnitNames(ledger).find(sheet.unitName);
  // Without a stamp both the issues and the name must say the same.
  if (
    owners.size === 1 &&
    owner !== undefined &&
    owner !== '' &&
    (sheet.unitName === '' || named === owner)
  )
    return owner;
  return undefined;
}

/** The files of a unit's updates: path below content/ → text or bytes. */
export function receivedFiles(updates: readonly NewUpdate[]): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const { issue, stamp, record, attachments } of updates) {
    files.set(`updates/${issue}/${stamp}.yaml`, canonical('update', record));
    for (const [name, bytes] of attachments) files.set(`evidence/${issue}/${name}`, bytes);
  }
  return files;
}
