/** 收件: a folder of returned sheets and evidence → updates by unit, what has been received before, and what is wrong. */
import type { Ledger } from '../../schema/ledger.ts';
import { attachmentFor, type ReceivedFile, sha256Of } from './attachment.ts';
import { checkFixed, issueOf, noteStale } from './fixed-cells.ts';
import type { ReceiveSettings } from './new-update.ts';
import { readReport } from './reported.ts';
import { readReturned } from './returned-file.ts';
import type { Returned } from './returned.ts';
import type { Refusal } from '../../paper/sheet.ts';
import { signatureOf } from './signature.ts';
import { emptyReception, type UnitReception, unitOf } from './unit-reception.ts';
import { tidy } from '../words/wording.ts';

export interface Reception {
  units: UnitReception[];
  /** Files that are no sheet of ours and no evidence that a sheet names. */
  unknown: { file: string; message: string; remedy: string }[];
}

const UNNAMED: Refusal = {
  problem: '没有报送单提到这个文件，没有收',
  remedy: '是佐证的，在报送单“佐证”栏写上文件名；是表格的，用原来发出的报送单填写',
};

/** `known`: `<issue>/<digest>` of updates in proposals that are not merged yet. */
export async function receive(
  files: readonly ReceivedFile[],
  ledger: Ledger,
  settings: ReceiveSettings,
  known: ReadonlySet<string>,
): Promise<Reception> {
  const reception: Reception = { units: [], unknown: [] };
  const sheets: Returned[] = [];
  const others: { file: ReceivedFile; trouble: Refusal }[] = [];
  for (const file of files) {
    const reading = await readReturned(file);
    if (reading.kind === 'sheet') sheets.push(reading.returned);
    // A file that cannot be read as a sheet may still be evidence.
    else others.push({ file, trouble: reading.kind === 'unreadable' ? reading : UNNAMED });
  }
  const evidence = others.map(({ file }) => file);
  const used = new Set<string>();
  for (const sheet of sheets) {
    const unit = unitOf(sheet, ledger);
    if (unit === undefined) {
      reception.unknown.push({
        file: sheet.file,
        message: `认不出是哪个单位的报送单${sheet.unitName === '' ? '' : `（表上写“${sheet.unitName}”）`}`,
        remedy: '问清楚是谁交的；用原来发出的报送单填写，不要另做一张',
      });
      continue;
    }
    const own = receptionOf(unit, ledger, reception);
    own.files.push(sheet.file);
    readSheet(sheet, own, { ledger, settings, known, evidence });
  }
  for (const { updates } of reception.units)
    for (const { attachments } of updates)
      for (const bytes of attachments.values()) used.add(sha256Of(bytes));
  for (const { file, trouble } of others)
    if (!used.has(sha256Of(file.bytes)) && !isNamed(file, sheets))
      reception.unknown.push({
        file: file.name,
        message: trouble.problem,
        remedy: trouble.remedy,
      });
  return reception;
}

/** True where a sheet names the file, though the row was not received. */
function isNamed(file: ReceivedFile, sheets: readonly Returned[]): boolean {
  return sheets.some(({ rows }) =>
    rows.some(({ filled }) =>
      tidy(filled.evidence?.text ?? '')
        .split(/[\n；;]/u)
        .some(
          (words) =>
            words.trim() !== '' && 'file' in attachmentFor(words.trim(), file.name, [file]),
        ),
    ),
  );
}

/** What the unit has returned so far in this reception. */
function receptionOf(unit: string, ledger: Ledger, reception: Reception): UnitReception {
  const known = reception.units.find((one) => one.unit === unit);
  if (known) return known;
  const fresh = emptyReception(unit, ledger);
  reception.units.push(fresh);
  return fresh;
}

interface SheetContext {
  ledger: Ledger;
  settings: ReceiveSettings;
  known: ReadonlySet<string>;
  evidence: readonly ReceivedFile[];
}

function readSheet(sheet: Returned, own: UnitReception, context: SheetContext): void {
  const { ledger, settings } = context;
  if (sheet.kind === 'sheet' && sheet.knownBy !== 'stamp')
    own.notes.push(
      `${sheet.file}的校验页不在了，按${sheet.knownBy === 'code' ? '单号' : '内容'}认出`,
    );
  const signature = signatureOf(sheet, own, settings.today);
  const done = new Set<string>();
  for (const row of sheet.rows) {
    const issue = issueOf(row, sheet, own, ledger);
    if (issue === undefined) continue;
    if (!checkFixed(row, issue, sheet, own)) continue;
    noteStale(issue, sheet, own, ledger);
    if (signature.reportedOn === undefined) continue;
    const reading = readReport(row, issue, {
      ledger,
      unit: own.unit,
      sheet: sheet.file,
      reportedOn: signature.reportedOn,
      reporter: signature.reporter,
      approver: signature.approver,
      files: context.evidence,
      settings,
    });
    if (reading.kind === 'empty') continue;
    if (reading.kind === 'faults') {
      own.faults.push(...reading.faults);
      continue;
    }
    const { update, refusal } = reading;
    if (isKnown(update, context)) {
      own.already.push({ issue: issue.id, place: row.place });
      continue;
    }
    if (refusal) {
      own.faults.push(refusal);
      continue;
    }
    if (done.has(issue.id) || own.updates.some(({ issue: id }) => id === issue.id)) {
      const earlier = own.updates.find(({ issue: id }) => id === issue.id);
      if (earlier?.digest !== update.digest)
        own.faults.push({
          place: row.place,
          message: `第${issue.row}条报了两次，内容不同`,
          remedy: '只留一处，重新交回',
        });
      continue;
    }
    done.add(issue.id);
    own.updates.push(update);
  }
}

/** True for a report that is in the ledger or in a proposal: by its digest, whatever became of the issue since. */
function isKnown(
  { issue, digest }: { issue: string; digest: string },
  { ledger, known }: SheetContext,
): boolean {
  return (
    known.has(`${issue}/${digest}`) ||
    (ledger.updates.get(issue) ?? []).some(({ id }) => id.endsWith(`-${digest}`))
  );
}
