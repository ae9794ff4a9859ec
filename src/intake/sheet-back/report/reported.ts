/** 一行报送: what a unit reports of one issue → an update, or what is wrong with it, each at its cell. */
import { extensionRequest } from '../../../domain/issue/extension-request.ts';
import { nearest } from '../../../text/nearest.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { Entry } from '../../../schema/ledger.ts';
import { placeInWords } from '../../../paper/sheet.ts';
import { sha256Of } from './attachment.ts';
import { dayNear } from '../read/day-near.ts';
import { writtenIn } from '../read/filled-cell.ts';
import {
  reportDigest,
  type NewUpdate,
  updateRecord,
  type ReplyFault,
  type ReportContext,
} from './new-update.ts';
import { evidenceIn } from './report-evidence.ts';
import { checkCompletion, checkExtension } from './report-step.ts';
import {
  reportActs,
  type FilledKey,
  isReport,
  type Report,
  unitSheetColumns,
} from '../out/unit-sheet-columns.ts';
import { isFilledCell, isFilledIn, type SheetBackRow } from '../read/sheet-back.ts';

export type RowReading =
  | { kind: 'empty' }
  | { kind: 'faults'; faults: ReplyFault[]; notes: string[] }
  | { kind: 'update'; update: NewUpdate; notes: string[] };

const CHOICES = Object.keys(reportActs).join('、');

/** Reads a row of a sheet whose issue is known. */
export function readReport(
  row: SheetBackRow,
  issue: Entry<Issue>,
  context: ReportContext,
): RowReading {
  const reader = new RowReader(row, issue, context);
  return reader.read();
}

class RowReader {
  readonly #row: SheetBackRow;
  readonly #issue: Entry<Issue>;
  readonly #context: ReportContext;
  readonly #faults: ReplyFault[] = [];
  readonly #notes: string[] = [];

  constructor(row: SheetBackRow, issue: Entry<Issue>, context: ReportContext) {
    this.#row = row;
    this.#issue = issue;
    this.#context = context;
  }

  read(): RowReading {
    if (!isFilledIn(this.#row)) return { kind: 'empty' };
    this.#noteRemarks();
    const report = this.#report();
    const update = report && this.#update(report);
    const notes = this.#notes;
    if (update === undefined || this.#faults.length > 0)
      return { kind: 'faults', faults: this.#faults, notes };
    return { kind: 'update', update, notes };
  }

  #fault(key: FilledKey, message: string, remedy: string): void {
    const place = this.#row.filled[key]?.place ?? this.#row.place;
    this.#faults.push({ place, issue: this.#issue.id, message, remedy });
  }

  /** The words of a cell; what cannot be taken for them is a fault. */
  #text(key: FilledKey): string {
    const { text, trouble } = writtenIn(this.#row.filled[key]);
    if (trouble === undefined) return text;
    this.#fault(key, trouble.message, trouble.remedy);
    return '';
  }

  /** What somebody wrote at a cell and not into it. */
  #noteRemarks(): void {
    for (const cell of Object.values(this.#row.filled)) {
      const { place, struck, comment, hidden } = cell;
      if (hidden !== undefined && isFilledCell(cell))
        this.#notes.push(`${placeInWords(place)}是隐藏的，照收`);
      if (struck !== undefined) this.#notes.push(`${placeInWords(place)}：划掉的“${struck}”没有算`);
      if (comment !== undefined)
        this.#notes.push(`${placeInWords(place)}：批注“${comment}”没有登记`);
    }
  }

  #report(): Report | undefined {
    const word = this.#text('report');
    if (isReport(word)) return word;
    if (this.#faults.length > 0) return undefined;
    if (word === '') {
      const { filled, beside } = this.#row;
      const titles = unitSheetColumns
        .filter(({ key, isOpen }) => {
          const cell = isOpen ? filled[key as FilledKey] : undefined;
          return cell !== undefined && isFilledCell(cell);
        })
        .map(({ title }) => title);
      if (beside.length > 0) titles.push('图片');
      this.#fault(
        'report',
        `填了${titles.join('、')}，没有选“本次报送”`,
        `选${CHOICES}之一；没有新情况就整行清空`,
      );
    } else {
      const like = nearest(word, Object.keys(reportActs));
      this.#fault(
        'report',
        `“${word}”不是本次报送的选项`,
        like === undefined ? `选${CHOICES}之一` : `是不是“${like}”？请从列表里选`,
      );
    }
    return undefined;
  }

  #day(key: FilledKey): string | undefined {
    const text = this.#text(key);
    const cell = this.#row.filled[key];
    if (text === '' || cell === undefined) return undefined;
    const reading = dayNear(cell, this.#context.reportedOn);
    if (reading !== undefined && 'day' in reading) return reading.day;
    const remedy = '写成 2020-05-20 这样';
    this.#fault(key, reading === undefined ? `日期“${text}”读不出` : reading.ask, remedy);
    return undefined;
  }

  #update(report: Report): NewUpdate {
    const { filled, place } = this.#row;
    const [issue, context] = [this.#issue, this.#context];
    const note = this.#noteText();
    const completedOn = this.#day('completedOn');
    const evidenceDay = this.#day('evidenceDay');
    const extendTo = this.#day('extendTo');
    this.#checkDays(report, note, completedOn, extendTo);
    const { evidence, attachments, targets } = evidenceIn(
      this.#row,
      evidenceDay,
      issue.id,
      context,
      {
        fault: (message, remedy) => {
          this.#fault('evidence', message, remedy);
        },
        note: (text) => void this.#notes.push(text),
      },
    );
    const words = noteOf(report, note, extendTo);
    const digest = reportDigest([
      issue.id,
      report,
      context.reportedOn,
      completedOn,
      words,
      writtenIn(filled.evidence).text,
      evidenceDay,
      [...attachments.values()].map(({ bytes }) => sha256Of(bytes)).toSorted(),
      // Reports without addresses behind words keep the digest that they always had.
      ...(targets.length > 0 ? [targets] : []),
    ]);
    return {
      issue: issue.id,
      campaign: issue.campaign,
      report,
      stamp: `${context.settings.stamp}-${digest}`,
      digest,
      record: updateRecord(issue.id, report, { completedOn, note: words, evidence }, context),
      attachments,
      place,
      cells: { ...filled, ...context.signed },
    };
  }

  /** 情况说明 on one line, with the addresses that lie behind its words. */
  #noteText(): string {
    const text = this.#text('note').replace(/\n+/gu, ' ');
    const { link, links = link === undefined ? [] : [link] } = this.#row.filled.note ?? {};
    const hidden = links.filter((one) => /^https?:/iu.test(one) && !text.includes(one));
    return hidden.length === 0 ? text : `${text}（${hidden.join('，')}）`;
  }

  #checkDays(
    report: Report,
    note: string,
    completedOn: string | undefined,
    extendTo: string | undefined,
  ): void {
    const isEmpty = (key: FilledKey): boolean => writtenIn(this.#row.filled[key]).text === '';
    const ask = (key: FilledKey) => (message: string, remedy: string) => {
      this.#fault(key, message, remedy);
    };
    if (report === '申请验收') {
      if (isEmpty('completedOn'))
        this.#fault('completedOn', '申请验收没有写完成日期', '写整改完成的那一天，如 2020-05-20');
      checkCompletion(this.#issue, completedOn, this.#context, ask('completedOn'));
    } else if (completedOn !== undefined)
      this.#notes.push(
        `${placeInWords(this.#row.filled.completedOn?.place ?? this.#row.place)}：报“${report}”不登记完成日期；已经改好的，选“申请验收”再报`,
      );
    if (report === '申请延期') {
      if (isEmpty('extendTo'))
        this.#fault('extendTo', '申请延期没有写延到哪一天', '写成 2020-06-15 这样');
      if (note === '' && isEmpty('note'))
        this.#fault('note', '申请延期没有写理由', '在“情况说明”里写理由');
      checkExtension(this.#issue, extendTo, this.#context, ask('extendTo'));
    } else if (!isEmpty('extendTo'))
      this.#fault('extendTo', `“${report}”不用填申请延期至`, '要延期的，本次报送选“申请延期”');
  }
}

function noteOf(report: Report, note: string, extendTo: string | undefined): string | undefined {
  if (report === '申请延期' && extendTo !== undefined) return extensionRequest(extendTo, note);
  return note === '' ? undefined : note;
}
