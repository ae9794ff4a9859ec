/** 待登记的报送: an update read from a sheet, before it is entered. */
import { createHash } from 'node:crypto';
import type { Evidence } from '../../../schema/evidence.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import type { Update } from '../../../schema/update.ts';
import type { Fault } from '../../../ledger/fault.ts';
import type { Cell, PaperPlace } from '../../../paper/sheet.ts';
import type { Attached, ReceivedFile } from './attachment.ts';
import type { Report } from '../out/unit-sheet-columns.ts';

/** What is wrong in a sheet, at its place, and what the unit is asked to do. */
export interface ReplyFault {
  place: PaperPlace;
  /** Id of the issue whose row it is in; undefined where it is about no row, or about one that names no issue. */
  issue?: string;
  message: string;
  remedy: string;
}

/** What is the same for all rows of a sheet, and for all sheets received at once. */
export interface ReportContext {
  ledger: Ledger;
  unit: string;
  /** Name of the sheet's file in the folder. */
  sheet: string;
  reportedOn: string;
  reporter: string | undefined;
  approver: string | undefined;
  /** The cells of the signature. */
  signed: NewUpdate['cells'];
  files: readonly ReceivedFile[];
  /** True for `<issue>/<name>` of evidence that is in the ledger or in a proposal. */
  taken: (evidence: string) => boolean;
  settings: ReceiveSettings;
}

export interface ReceiveSettings {
  today: string;
  /** Date and time of receipt as a stamp has it: 20260615-101500. */
  stamp: string;
  receivedBy: string;
  channel: string;
  /** Everything that the review would say of these files (path below content/ → text or bytes), faults and warnings. */
  check: (files: ReadonlyMap<string, string | Uint8Array>) => readonly Fault[];
  /** All evidence of one proposal together, at most. Bytes. */
  largest: number;
}

/** An update that is to be entered. */
export interface NewUpdate {
  issue: string;
  /** Of the issue. */
  campaign: string;
  /** The word that the unit chose. */
  report: Report;
  /** Stamp of the file name; it ends in the first digits of the digest of what was reported. */
  stamp: string;
  digest: string;
  record: Update;
  /** Evidence to be laid beside it, by its name. */
  attachments: ReadonlyMap<string, Attached>;
  /** The row that it stands in. */
  place: PaperPlace;
  /** The cell in which a field of the record was written. */
  cells: Readonly<Record<string, Pick<Cell, 'place'>>>;
}

/** Eight hexadecimal digits: the same report always has the same, so that it is never entered twice. */
export function reportDigest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}

/** What a row says beside its report. */
interface Facts {
  completedOn: string | undefined;
  note: string | undefined;
  evidence: Evidence[];
}

/** The record of a report; a public repository keeps no internal field. */
export function updateRecord(
  issue: string,
  report: Report,
  facts: Facts,
  context: ReportContext,
): Update {
  const { settings, reportedOn } = context;
  const isPublic = context.ledger.site.repository === 'public';
  const internal = isPublic
    ? {}
    : {
        ...(facts.note !== undefined && { note: facts.note }),
        ...(context.reporter !== undefined && { reporter: context.reporter }),
        ...(context.approver !== undefined && { approver: context.approver }),
        onBehalfOf: context.unit,
        receivedBy: settings.receivedBy,
        channel: settings.channel,
      };
  const common = { issue, reportedOn, evidence: facts.evidence, ...internal };
  switch (report) {
    case '开始整改':
      return { ...common, action: 'started' };
    case '进展':
    case '申请延期':
      return { ...common, action: 'progress' };
    case '申请验收':
      return {
        ...common,
        action: 'submitted',
        ...(facts.completedOn !== undefined && { completedOn: facts.completedOn }),
      };
    default:
      return report satisfies never;
  }
}
