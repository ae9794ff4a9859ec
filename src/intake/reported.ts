/** 一行报送: what a unit reports of one issue → an update, or what is wrong with it, each at its cell. */
import { createHash } from 'node:crypto';
import { addDays, dayOf, inWords, yearOf } from '../domain/calendar.ts';
import { replay } from '../domain/replay.ts';
import { evidenceOfRound, missingEvidence } from '../domain/owed.ts';
import { nearest } from '../ledger/nearest.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Update } from '../schema/update.ts';
import { attachmentFor, isFileName, type ReceivedFile, safeName, sha256Of } from './attachment.ts';
import { dayIn } from './head.ts';
import { reports, type FilledKey, type Report, returnColumns } from './return-columns.ts';
import type { ReturnedRow } from './returned.ts';
import type { Cell, Place } from './sheet.ts';
import { tidy } from './wording.ts';

export interface ReplyFault {
  place: Place;
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
  files: readonly ReceivedFile[];
  settings: ReceiveSettings;
}

export interface ReceiveSettings {
  today: string;
  /** Date and time of receipt as a stamp has it: 20260615-101500. */
  stamp: string;
  receivedBy: string;
  channel: string;
  /** What is wrong with a file as evidence, in Chinese; undefined where nothing is. */
  troubleWith: (file: ReceivedFile) => { message: string; remedy: string } | undefined;
}

/** An update that is to be entered. */
export interface NewUpdate {
  issue: string;
  /** The word that the unit chose. */
  report: Report;
  /** Stamp of the file name; it ends in the first digits of the digest of what was reported. */
  stamp: string;
  digest: string;
  record: Update;
  /** Evidence to be laid beside it: name → bytes. */
  attachments: Map<string, Uint8Array>;
  place: Place;
  /** What the reviewer should know, as missing evidence. */
  remarks: string[];
}

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
    const day = dayOfCell(cell, context.reportedOn);
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
  return word in reports ? (word as Report) : undefined;
}

/** The day of a cell: a date, or words with or without a year, which is then that of the report. */
function dayOfCell(cell: Cell, reportedOn: string): string | undefined {
  if (cell.day !== undefined) return cell.day;
  const text = tidy(cell.text).normalize('NFKC');
  const whole = dayIn(text);
  if (whole !== undefined) return whole;
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const short = /^(\d{1,2})[月./-](\d{1,2})日?$/u.exec(text);
  return short ? dayOf(yearOf(reportedOn), Number(short[1]), Number(short[2])) : undefined;
}

/** Links, names of files and numbers, one a line or between 、；. */
function evidenceIn(
  text: string,
  day: string | undefined,
  issue: string,
  { sheet, files, settings, ledger }: ReportContext,
  fault: (message: string, remedy: string) => void,
): { evidence: Evidence[]; attachments: Map<string, Uint8Array> } {
  const attachments = new Map<string, Uint8Array>();
  const evidence: Evidence[] = [];
  const dated = day === undefined ? {} : { day };
  for (const words of text
    .split(/\n|[；;]|、(?=https?:)|(?<=\.\w{3,4})、/u)
    .map((one) => one.trim())) {
    if (words === '') continue;
    if (/^https?:\/\//iu.test(words)) {
      if (URL.canParse(words) && !/\s/u.test(words)) evidence.push({ link: words, ...dated });
      else fault(`网址“${words}”不完整`, '从浏览器地址栏复制整个网址，一行一个');
      continue;
    }
    const found = attachmentFor(words, sheet, files);
    if ('file' in found) {
      const trouble =
        ledger.site.repository === 'public'
          ? { message: '台账仓库是公开的，不能放佐证文件', remedy: '改写网址或编号' }
          : settings.troubleWith(found.file);
      if (trouble) fault(`佐证“${words}”：${trouble.message}`, trouble.remedy);
      else {
        const name = freeName(safeName(found.file.name), found.file, issue, ledger);
        attachments.set(name, found.file.bytes);
        evidence.push({ file: name, ...dated });
      }
    } else if (found.trouble === 'several')
      fault(`交来的文件里有几个都叫“${words}”，内容不同`, '各起一个名字，表里照写');
    else if (isFileName(words))
      fault(`没有收到佐证文件“${words}”`, '把文件和报送单一起交回，文件名照表里写');
    else evidence.push({ number: words, ...dated });
  }
  return { evidence, attachments };
}

/** A name that no evidence of the issue has yet. */
function freeName(
  name: string,
  { bytes }: ReceivedFile,
  issue: string,
  { evidence }: Ledger,
): string {
  if (!evidence.has(`${issue}/${name}`)) return name;
  return name.replace(/(\.[^.]*)?$/u, `-${sha256Of(bytes).slice(0, 8)}$1`);
}

/** An extension is asked for before the deadline, and only where there is one. */
function checkExtension(
  issue: Entry<Issue>,
  extendTo: string | undefined,
  { ledger, reportedOn }: ReportContext,
  fault: (message: string, remedy: string) => void,
): void {
  const dueOn = historyOf(issue, ledger.updates.get(issue.id) ?? [], ledger, reportedOn).round
    .dueOn;
  if (extendTo === undefined) return;
  if (dueOn === undefined) fault('这个问题没有确定的截止日，不用延期', '改选“进展”');
  else if (reportedOn > dueOn)
    fault(
      `填报日期${inWords(reportedOn)}已过截止日${inWords(dueOn)}，不能再申请延期`,
      '改选“进展”，写明情况',
    );
  else if (extendTo <= dueOn)
    fault(
      `延到${inWords(extendTo)}不晚于现截止日${inWords(dueOn)}`,
      `写${inWords(addDays(dueOn, 1))}或以后的日子`,
    );
}

function noteOf(report: Report, note: string, extendTo: string | undefined): string | undefined {
  const words = note.replace(/\n+/gu, ' ');
  if (report === '申请延期') return `申请延期至${inWords(extendTo ?? '')}：${words}`;
  return words === '' ? undefined : words;
}

/** Eight hexadecimal digits: the same report always has the same, so that it is never entered twice. */
function digestOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}

interface Facts {
  completedOn: string | undefined;
  note: string | undefined;
  evidence: Evidence[];
}

function recordOf(issue: string, report: Report, facts: Facts, context: ReportContext): Update {
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

function historyOf(
  issue: Entry<Issue>,
  updates: readonly Entry<Update>[],
  ledger: Ledger,
  today: string,
  own?: string,
) {
  const campaign = ledger.campaigns.get(issue.campaign);
  return replay(issue, updates, {
    campaign: campaign ?? { closing: { policy: 'verification', publicityDays: 0 } },
    timing: ledger.vocabulary.timing,
    today,
    roleOf: ({ id }) => (id === own ? 'clerk' : 'reviewer'),
  });
}

/** Why the update is not a legal step, or undefined; what a closing still owes becomes a remark. */
function judge(
  update: NewUpdate,
  issue: Entry<Issue>,
  { ledger, settings }: ReportContext,
): string | undefined {
  const id = `${issue.id}/${update.stamp}`;
  const entry: Entry<Update> = { ...update.record, id, path: `updates/${id}.yaml` };
  const history = historyOf(
    issue,
    [...(ledger.updates.get(issue.id) ?? []), entry],
    ledger,
    settings.today,
    id,
  );
  const fault = history.faults.find((one) => one.update.id === id);
  if (fault) return fault.sentence;
  if (update.report === '申请验收') {
    const evidence = evidenceOfRound(history, history.round.number);
    for (const { owed } of missingEvidence(issue, ledger.vocabulary.problems, evidence))
      update.remarks.push(`销号前还要补：${owed.ask}`);
  }
  return undefined;
}
