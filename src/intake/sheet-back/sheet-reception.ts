/** 一张表的收件: the rows of a sheet that came back → reports that may be received, and what is said of the others. */
import { returnedInWords } from '../../domain/issue/returned.ts';
import { placeInWords } from '../../paper/sheet.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { ReceivedFile } from './report/attachment.ts';
import { checkFixed, issueOf, noteStale } from './read/fixed-cells.ts';
import type { NewUpdate, ReceiveSettings } from './report/new-update.ts';
import { readReport } from './report/reported.ts';
import { isFilledIn, type SheetBack, type SheetBackRow } from './read/sheet-back.ts';
import { type SheetSignature, sheetSignature } from './report/signature.ts';
import type { UnitReception, WaitingWork } from './unit-reception.ts';

/** What is the same for all sheets received at once. */
export interface SheetContext {
  ledger: Ledger;
  settings: ReceiveSettings;
  waiting: WaitingWork;
  evidence: readonly ReceivedFile[];
}

/** A report that may be received. */
export interface ReportCandidate {
  unit: UnitReception;
  issue: Entry<Issue>;
  update: NewUpdate;
}

/** Reads a sheet; what is wrong, known or only to be said goes to `own`. */
export function receiveSheet(
  sheet: SheetBack,
  own: UnitReception,
  context: SheetContext,
): ReportCandidate[] {
  const { ledger, settings } = context;
  if (sheet.kind === 'sheet' && sheet.knownBy !== 'stamp')
    own.notes.push(
      `${sheet.file}的校验页不在了，按${sheet.knownBy === 'code' ? '单号' : '内容'}认出`,
    );
  own.notes.push(...sheet.notes);
  const signature = sheetSignature(sheet, own, settings.today);
  const candidates: ReportCandidate[] = [];
  for (const row of sheet.rows) {
    const issue = issueOf(row, sheet, own, ledger, settings.today);
    if (issue === undefined) continue;
    const update = readRow(row, issue, { sheet, own, signature, context });
    if (update) candidates.push({ unit: own, issue, update });
  }
  return candidates;
}

function readRow(
  row: SheetBackRow,
  issue: Entry<Issue>,
  at: { sheet: SheetBack; own: UnitReception; signature: SheetSignature; context: SheetContext },
): NewUpdate | undefined {
  const { sheet, own, signature, context } = at;
  const { ledger, settings, waiting } = context;
  if (!isFilledIn(row)) {
    own.empty.push(issue.id);
    if (checkFixed(row, issue, sheet, own)) noteStale(issue, sheet, own, ledger);
    return undefined;
  }
  if (!checkFixed(row, issue, sheet, own)) return undefined;
  noteStale(issue, sheet, own, ledger);
  const { reportedOn, reporter, approver } = signature;
  if (reportedOn === undefined) {
    own.passed.push({
      issue: issue.id,
      place: row.place,
      message: '签署没有写全，这一行先不登记；补上后整张重发',
    });
    return undefined;
  }
  const reading = readReport(row, issue, {
    ledger,
    unit: own.unit,
    sheet: sheet.file,
    reportedOn,
    reporter,
    approver,
    signed: sheet.signature,
    files: context.evidence,
    taken: (evidence) => ledger.evidence.has(evidence) || waiting.evidence.has(evidence),
    settings,
  });
  if (reading.kind === 'empty') return undefined;
  own.notes.push(...reading.notes);
  if (reading.kind === 'faults') {
    own.faults.push(...reading.faults);
    return undefined;
  }
  const { update } = reading;
  const { digest, place } = update;
  const isHere = ledger.updates.get(issue.id)?.some(({ id }) => id.endsWith(`-${digest}`)) === true;
  if (!isHere && !waiting.reports.has(`${issue.id}/${digest}`)) return update;
  const returned = isHere ? returnedInWords(ledger, issue.id, settings.today) : undefined;
  own.already.push({ issue: issue.id, digest, place, isWaiting: !isHere, returned });
  return undefined;
}

/** Of reports that say the same one; two of one issue and day that say different things are both asked about. */
export function chooseReports(candidates: readonly ReportCandidate[]): void {
  const groups = Map.groupBy(
    candidates,
    ({ update }) => `${update.issue} ${update.record.reportedOn}`,
  );
  for (const group of groups.values()) {
    const different = [...new Map(group.map((one) => [one.update.digest, one])).values()];
    const [only] = different;
    if (different.length === 1 && only) {
      only.unit.updates.push(only.update);
      continue;
    }
    const last = different.at(-1);
    if (last === undefined) continue;
    const others = different.slice(0, -1).map((one) => placeInWords(one.update.place));
    last.unit.faults.push({
      place: last.update.place,
      issue: last.issue.id,
      message: `第${last.issue.row}条报了${different.length === 2 ? '两' : different.length}次，内容不同（另见${others.join('；')}）`,
      remedy: '只留一处，重新交回',
    });
  }
}
