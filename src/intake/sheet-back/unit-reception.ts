/** 单位收件: what one unit gave back, which unit a sheet is from, and what of it the review will let in. */
import { missingEvidence } from '../../domain/issue/round/owed.ts';
import { ownerOn } from '../../domain/issue/owner.ts';
import { treeAt } from '../../history/git/objects.ts';
import type { Place as Repository } from '../../history/place.ts';
import { refsLike } from '../../history/git/refs.ts';
import type { Fault } from '../../ledger/fault.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import { type PaperPlace, placeInWords } from '../../paper/sheet.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { own } from '../../text/own.ts';
import { updateAt, updatePath } from '../../text/update-path.ts';
import { UnitNames } from '../words/unit-names.ts';
import { tidy } from '../words/wording.ts';
import type { NewUpdate, ReceiveSettings, ReplyFault } from './report/new-update.ts';
import { passedBy } from './report/report-step.ts';
import type { SheetBack } from './read/sheet-back.ts';

/** What one unit gave back. */
export interface UnitReception {
  unit: string;
  unitName: string;
  files: string[];
  updates: NewUpdate[];
  /** Reports that the ledger has already, or a proposal that waits; with the return that they got, in words. */
  already: {
    issue: string;
    digest: string;
    place: PaperPlace;
    isWaiting: boolean;
    returned: string | undefined;
  }[];
  /** Rows that need nothing of the unit and are not entered: why not, with the cell. */
  passed: { issue: string; place: PaperPlace; message: string }[];
  faults: ReplyFault[];
  /** Things to know that stop nothing, with their place. */
  notes: string[];
  /** Rows that were left empty. */
  empty: string[];
}

/** What a unit gave back, before anything of it was read. */
export function emptyReception(unit: string, ledger: Ledger): UnitReception {
  return {
    unit,
    unitName: ledger.units.get(unit)?.name ?? unit,
    files: [],
    updates: [],
    already: [],
    passed: [],
    faults: [],
    notes: [],
    empty: [],
  };
}

/** The unit by stamp or printed number, else by the issues of the sheet, else by the name that it prints. */
export function sheetUnit(sheet: SheetBack, ledger: Ledger, today: string): string | undefined {
  if (sheet.unit !== undefined && ledger.units.has(sheet.unit)) return sheet.unit;
  const owners = new Set(
    sheet.rows.flatMap(({ fixed }) => {
      const issue = ledger.issues.get(tidy(fixed.issue?.text ?? ''));
      return issue ? [ownerOn(ledger, issue, today) ?? ''] : [];
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
  for (const update of updates) {
    files.set(pathOf(update), canonical('update', update.record));
    for (const [name, { bytes }] of update.attachments)
      files.set(`evidence/${update.issue}/${name}`, bytes);
  }
  return files;
}

function pathOf({ issue: id, campaign, stamp }: NewUpdate): string {
  return updatePath({ campaign, id }, stamp);
}

/** What stands in proposals that are not merged: reports as `<issue>/<digest>` → branch, evidence as `<issue>/<name>`. */
export interface WaitingWork {
  reports: Map<string, string>;
  evidence: Set<string>;
}

/** The proposals of this command, here and as last fetched. `prefix`: how their branches begin. */
export function waitingIn({ repository, prefix: folder }: Repository, prefix: string): WaitingWork {
  const waiting: WaitingWork = { reports: new Map(), evidence: new Set() };
  const refs = refsLike(repository, [`refs/heads/${prefix}/`, `refs/remotes/*/${prefix}/*`]);
  for (const { commit, name } of refs) {
    for (const { path } of treeAt(repository, commit, `${folder}updates`)) {
      const { issue = '', stamp = '' } = updateAt(path.slice(folder.length)) ?? {};
      const digest = /^\d{8}-\d{6}-(?<digest>[0-9a-f]{8})$/u.exec(stamp)?.groups?.['digest'];
      const key = digest && `${issue}/${digest}`;
      if (key !== undefined && !waiting.reports.has(key)) waiting.reports.set(key, name);
    }
    for (const { path } of treeAt(repository, commit, `${folder}evidence`))
      waiting.evidence.add(path.slice(folder.length + 'evidence/'.length));
  }
  return waiting;
}

/**
 * Takes out what the review would refuse, each report by itself, until it would let in all that is left: then, and not
 * before, a report is 已收. All units are looked at together, since looking at the ledger is what takes time.
 */
export function checkUnits(
  units: readonly UnitReception[],
  ledger: Ledger,
  { check, today, largest }: ReceiveSettings,
): void {
  for (const unit of units) keepTo(largest, unit);
  for (;;) {
    const at = new Map<string, { unit: UnitReception; update: NewUpdate }>();
    for (const unit of units)
      for (const update of unit.updates)
        for (const path of receivedFiles([update]).keys()) at.set(path, { unit, update });
    if (at.size === 0) return;
    const told = check(receivedFiles(units.flatMap(({ updates }) => updates)));
    const wrong = told.filter(({ severity }) => severity === 'fault');
    if (wrong.length === 0) {
      for (const fault of told) {
        const found = at.get(fault.file);
        found?.unit.notes.push(
          `${placeInWords(cellOf(found.update, fault, ledger))}：${fault.message}；${fault.remedy}`,
        );
      }
      return;
    }
    const refused = new Set<NewUpdate>();
    for (const fault of wrong) {
      const found = at.get(fault.file);
      if (found === undefined) continue;
      const { unit, update } = found;
      const { issue } = update;
      const passed = fault.rule === 'step' ? passedBy(update, ledger, today) : undefined;
      if (passed === undefined) {
        const place = cellOf(update, fault, ledger);
        unit.faults.push({ place, issue, message: fault.message, remedy: fault.remedy });
      } else if (!refused.has(update)) {
        const place = update.cells[passed.field]?.place ?? update.place;
        unit.passed.push({ issue, place, message: passed.message });
      }
      refused.add(update);
    }
    const [first] = wrong;
    // A fault that no report has a part in: the ledger itself is not sound, and nothing can be entered.
    if (refused.size === 0 && first) {
      for (const unit of units.filter(({ updates }) => updates.length > 0)) {
        const place = { file: first.file, sheet: '', row: first.line, cell: '' };
        unit.faults.push({ place, message: first.message, remedy: first.remedy });
        unit.updates = [];
      }
      return;
    }
    for (const unit of units) unit.updates = unit.updates.filter((one) => !refused.has(one));
  }
}

/** Sends back reports, those with the most evidence first, until what is left goes into one proposal. */
function keepTo(largest: number, unit: UnitReception): void {
  const sizeOf = ({ attachments }: NewUpdate): number =>
    [...attachments.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  let total = unit.updates.reduce((sum, update) => sum + sizeOf(update), 0);
  for (const update of unit.updates.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    if (total <= largest) return;
    total -= sizeOf(update);
    unit.updates = unit.updates.filter((one) => one !== update);
    unit.faults.push({
      place: update.cells['evidence']?.place ?? update.place,
      issue: update.issue,
      message: `一次交来的佐证文件共超过 ${Math.round(largest / 1024 / 1024)} MB`,
      remedy: '压缩图片，或分几次交',
    });
  }
}

/** The cell that a fault of an update, or of its evidence, is about. */
function cellOf(update: NewUpdate, fault: Fault, ledger: Ledger): PaperPlace {
  const { attachments, cells, place } = update;
  const sent = attachments.get(fault.file.slice(`evidence/${update.issue}/`.length));
  if (fault.file.startsWith('evidence/') && sent) return sent.place;
  const field = lacksDay(update, fault, ledger) ? 'evidenceDay' : fieldOf(update, fault);
  return (field === undefined ? undefined : own(cells, field)?.place) ?? place;
}

/** True where what is owed is there and only its day is not. */
function lacksDay({ issue, record }: NewUpdate, { rule }: Fault, ledger: Ledger): boolean {
  const problems = ledger.issues.get(issue)?.problems ?? [];
  const day = '2000-01-01';
  return (
    rule === 'owed' &&
    missingEvidence({ problems }, ledger.vocabulary.problems, record.evidence).length >
      missingEvidence(
        { problems },
        ledger.vocabulary.problems,
        record.evidence.map((piece) => ({ ...piece, day })),
      ).length
  );
}

/** The field of the record on whose line a fault is; a fault of the whole file is about what its rule looks at. */
function fieldOf(update: NewUpdate, { rule, line }: Fault): string | undefined {
  if (line === 0) return FIELDS.get(rule);
  return canonical('update', update.record)
    .split('\n')
    .slice(0, line)
    .findLast((text) => /^\w/u.test(text))
    ?.split(':')[0];
}

const FIELDS = new Map([
  ['owed', 'evidence'],
  ['evidence-owed', 'evidence'],
  ['same-file', 'evidence'],
  ['step', 'report'],
  ['backdated', 'reportedOn'],
  ['late-receipt', 'reportedOn'],
  ['future', 'reportedOn'],
]);
