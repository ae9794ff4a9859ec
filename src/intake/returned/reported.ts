/** 一行报送: what a unit reports of one issue → an update, or what is wrong with it, each at its cell. */
import { dayOf, inWords, yearOf } from '../../day/calendar.ts';
import { nearest } from '../../text/nearest.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import { sha256Of } from './attachment.ts';
import { dayOfCell } from '../words/day-cell.ts';
import {
  digestOf,
  type NewUpdate,
  recordOf,
  type ReplyFault,
  type ReportContext,
} from './new-update.ts';
import { evidenceIn } from './report-evidence.ts';
import { checkExtension, judge } from './report-step.ts';
import { reports, type FilledKey, type Report, returnColumns } from './return-columns.ts';
import type { ReturnedRow } from './returned.ts';
import type { Cell } from '../../paper/sheet.ts';
import { tidy } from '../words/wording.ts';

export type RowReading =
  | { kind: 'empty' }
  | { kind: 'faults'; faults: ReplyFault[] }
  /** `refusal`: why the update is not a legal step; it may have been received before. */
  | { kind: 'update'; update: NewUpdate; refusal: ReplyFault | undefined };

/** Reads a row of a sheet whose issue is known. */
export function readReport(
  row: ReturnedRow,
  issue: Entry<Issue>,
  context: ReportContext,
): RowReading {
  const faults: ReplyFault[] = [];
  const fault = (key: FilledKey, message: string, remedy: string): void =>
    void faults.push({ place: row.filled[key]?.place ?? row.place, message, remedy });
  const text = (key: FilledKey): string => tidy(row.filled[key]?.text ?? '');
  const filled = returnColumns.filter(({ key, isOpen }) => isOpen && text(key as FilledKey) !== '');
  if (filled.length === 0) return { kind: 'empty' };
  const report = reportOf(text('report'));
  if (report === undefined) {
    const word = text('report');
    const like = nearest(word, Object.keys(reports));
    if (word === '')
      fault(
        'report',
        `填了${filled.map(({ title }) => title).join('、')}，没有选“本次报送”`,
        `选${Object.keys(reports).join('、')}之一；没有新情况就整行清空`,
      );
    else
      fault(
        'report',
        `“${word}”不是本次报送的选项`,
        like === undefined
          ? `选${Object.keys(reports).join('、')}之一`
          : `是不是“${like}”？请从列表里选`,
      );
    return { kind: 'faults', faults };
  }
  const dayIf = (key: FilledKey): string | undefined => {
    const cell = row.filled[key];
    if (cell === undefined || tidy(cell.text) === '') return undefined;
    const day = dayNear(cell, context.reportedOn);
    if (day === undefined) fault(key, `日期“${tidy(cell.text)}”读不出`, '写成 2020-05-20 这样');
    return day;
  };
  const completedOn = dayIf('completedOn');
  const evidenceDay = dayIf('evidenceDay');
  const extendTo = dayIf('extendTo');
  if (report === '申请验收' && text('completedOn') === '')
    fault('completedOn', '申请验收没有写完成日期', '写整改完成的那一天，如 2020-05-20');
  if (report === '申请延期') {
    if (text('extendTo') === '')
      fault('extendTo', '申请延期没有写延到哪一天', '写成 2020-06-15 这样');
    if (text('note') === '') fault('note', '申请延期没有写理由', '在“情况说明”里写理由');
  } else if (text('extendTo') !== '')
    fault('extendTo', `“${report}”不用填申请延期至`, '要延期的，本次报送选“申请延期”');
  const { evidence, attachments } = evidenceIn(
    text('evidence'),
    evidenceDay,
    issue.id,
    context,
    (message, remedy) => {
      fault('evidence', message, remedy);
    },
  );
  if (report === '申请延期')
    checkExtension(issue, extendTo, context, (m, r) => {
      fault('extendTo', m, r);
    });
  if (faults.length > 0) return { kind: 'faults', faults };
  const note = noteOf(report, text('note'), extendTo);
  const hashes = [...attachments.values()].map(sha256Of).toSorted();
  const said = [
    issue.id,
    report,
    context.reportedOn,
    completedOn,
    note,
    text('evidence'),
    evidenceDay,
    hashes,
  ];
  const digest = digestOf(said);
  const record = recordOf(issue.id, report, { completedOn, note, evidence }, context);
  const stamp = `${context.settings.stamp}-${digest}`;
  const update: NewUpdate = {
    issue: issue.id,
    report,
    stamp,
    digest,
    record,
    attachments,
    place: row.place,
    remarks: [],
  };
  const sentence = judge(update, issue, context);
  const refusal =
    sentence === undefined
      ? undefined
      : {
          place: row.filled.report?.place ?? row.place,
          message: `第${issue.row}条不能报“${report}”`,
          remedy: sentence,
        };
  return { kind: 'update', update, refusal };
}

function reportOf(word: string): Report | undefined {
  return Object.hasOwn(reports, word) ? (word as Report) : undefined;
}

/** The day of a cell: a date, or words with or without a year, which is then that of the report. */
function dayNear(cell: Cell, reportedOn: string): string | undefined {
  const whole = dayOfCell(cell);
  if (whole !== undefined) return whole;
  const short = /^(\d{1,2})[月./-](\d{1,2})日?$/u.exec(tidy(cell.text).normalize('NFKC'));
  return short ? dayOf(yearOf(reportedOn), Number(short[1]), Number(short[2])) : undefined;
}

function noteOf(report: Report, note: string, extendTo: string | undefined): string | undefined {
  const words = note.replace(/\n+/gu, ' ');
  if (report === '申请延期') return `申请延期至${inWords(extendTo ?? '')}：${words}`;
  return words === '' ? undefined : words;
}
