/** 收件: a folder of returned sheets and evidence → updates by unit, what has been received before, and what is wrong. */
import { distance } from 'fastest-levenshtein';
import { canonical } from '../ledger/canon.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { attachmentFor, type ReceivedFile, sha256Of } from './attachment.ts';
import { readReport, type NewUpdate, type ReceiveSettings, type ReplyFault } from './reported.ts';
import { returnColumns, signatures } from './return-columns.ts';
import { fixedWords, type FixedKey, sumOf } from './return-rows.ts';
import { dayIn } from './head.ts';
import { readReturned } from './returned-file.ts';
import type { Returned, ReturnedRow } from './returned.ts';
import { type Place, placeInWords } from './sheet.ts';
import { unitNames } from './unit-names.ts';
import { mend, tidy } from './wording.ts';

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

export interface Reception {
  units: UnitReception[];
  /** Files that are no sheet of ours and no evidence that a sheet names. */
  unknown: { file: string; message: string; remedy: string }[];
}

/** `known`: `<issue>/<digest>` of updates in proposals that are not merged yet. */
export async function receive(
  files: readonly ReceivedFile[],
  ledger: Ledger,
  settings: ReceiveSettings,
  known: ReadonlySet<string>,
): Promise<Reception> {
  const reception: Reception = { units: [], unknown: [] };
  const sheets: Returned[] = [];
  const others: { file: ReceivedFile; refusal?: string }[] = [];
  for (const file of files) {
    const reading = await readReturned(file);
    if (reading.kind === 'sheet') sheets.push(reading.returned);
    else if (reading.kind === 'unreadable')
      reception.unknown.push({ file: file.name, message: reading.problem, remedy: reading.remedy });
    else others.push({ file });
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
  for (const file of evidence)
    if (!used.has(sha256Of(file.bytes)) && !isNamed(file, sheets))
      reception.unknown.push({
        file: file.name,
        message: '没有报送单提到这个文件，没有收',
        remedy: '是佐证的，在报送单“佐证”栏写上文件名；是表格的，用原来发出的报送单填写',
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

/** The unit by stamp or printed number, else by the issues of the sheet, else by the name that it prints. */
function unitOf(sheet: Returned, ledger: Ledger): string | undefined {
  if (sheet.unit !== undefined && ledger.units.has(sheet.unit)) return sheet.unit;
  const owners = new Set(
    sheet.rows.flatMap(({ fixed }) => {
      const issue = ledger.issues.get(tidy(fixed.issue?.text ?? ''));
      return issue ? [ledger.accounts.get(issue.account)?.unit ?? ''] : [];
    }),
  );
  const [owner] = owners;
  const named = unitNames(ledger).find(sheet.unitName);
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

function receptionOf(unit: string, ledger: Ledger, reception: Reception): UnitReception {
  const known = reception.units.find((one) => one.unit === unit);
  if (known) return known;
  const fresh: UnitReception = {
    unit,
    unitName: ledger.units.get(unit)?.name ?? unit,
    files: [],
    updates: [],
    already: [],
    faults: [],
    notes: [],
  };
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
  if (sheet.knownBy !== 'stamp')
    own.notes.push(
      `${sheet.file}的校验页不在了，按${sheet.knownBy === 'code' ? '单号' : '内容'}认出`,
    );
  const signature = signatureOf(sheet, own, settings);
  const done = new Set<string>();
  for (const row of sheet.rows) {
    const issue = issueOf(row, sheet, own, ledger);
    if (issue === undefined) continue;
    checkFixed(row, issue, sheet, own);
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

/** The issue that a row is about; a number that is not the unit's own is a fault. */
function issueOf(
  { fixed, filled, place }: ReturnedRow,
  sheet: Returned,
  own: UnitReception,
  ledger: Ledger,
): Entry<Issue> | undefined {
  const id = tidy(fixed.issue?.text ?? '');
  const isFilled = Object.values(filled).some((cell) => tidy(cell.text) !== '');
  const issue = ledger.issues.get(id);
  const owner = issue && ledger.accounts.get(issue.account)?.unit;
  if (issue && owner === own.unit) return issue;
  if (!isFilled) return undefined;
  const ids = sheet.stamp?.rows.map((row) => row.issue) ?? [];
  const like = ids.toSorted((a, b) => distance(a, id) - distance(b, id))[0];
  own.faults.push({
    place: fixed.issue?.place ?? place,
    message:
      id === ''
        ? '这一行没有问题编号，不知道是哪一条'
        : issue
          ? `${id} 不是${own.unitName}的问题`
          : `台账里没有问题编号“${id}”`,
    remedy:
      id !== '' && like !== undefined
        ? `是不是 ${like}？问题编号请不要改动`
        : '用原来发出的报送单填写，不要增加行',
  });
  return undefined;
}

/** Pre-filled cells that came back changed: by the unit, or because the ledger has changed since. */
function checkFixed(
  { fixed }: ReturnedRow,
  issue: Entry<Issue>,
  sheet: Returned,
  own: UnitReception,
): void {
  const words = fixedWords(issue);
  const changed = (Object.keys(fixed) as FixedKey[]).filter(
    (key) => plain(fixed[key]?.text ?? '') !== plain(words[key]),
  );
  if (changed.length === 0) return;
  const sent = sheet.stamp?.rows.find((row) => row.issue === issue.id)?.sum;
  const shown = { ...words };
  for (const key of changed) shown[key] = fixed[key]?.text ?? '';
  if (sent !== undefined && sumOf(shown) === sent) {
    own.notes.push(`${issue.id} 的内容在发出报送单以后改过，表上是旧的`);
    return;
  }
  for (const key of changed) {
    const cell = fixed[key];
    const title = returnColumns.find((column) => column.key === key)?.title ?? key;
    if (cell === undefined) continue;
    own.faults.push({
      place: cell.place,
      message: `“${title}”被改动：原为“${words[key]}”，现为“${tidy(cell.text).slice(0, 60)}”`,
      remedy: '锁定的格不要改；对原文有意见的，写在“情况说明”里',
    });
  }
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The ledger has moved on since the sheet went out. */
function noteStale(issue: Entry<Issue>, sheet: Returned, own: UnitReception, ledger: Ledger): void {
  const sent = sheet.stamp?.rows.find((row) => row.issue === issue.id);
  if (sent === undefined) return;
  const updates = ledger.updates.get(issue.id) ?? [];
  const later = updates.length - 1 - updates.findIndex(({ id }) => id === sent.last);
  const count = sent.last === '' ? updates.length : later;
  if (updates.at(-1)?.id === sent.last || count === 0) return;
  own.notes.push(`${issue.id} 在发出报送单以后又有 ${count} 次报送或决定，按现在的状态判断`);
}

function signatureOf(
  { signature, file, rows }: Returned,
  own: UnitReception,
  { today }: ReceiveSettings,
): { reportedOn: string | undefined; reporter: string | undefined; approver: string | undefined } {
  const text = (key: keyof typeof signatures): string | undefined => {
    const words = mend(signature[key]?.text ?? '');
    return words === '' ? undefined : words;
  };
  const cell = signature.reportedOn;
  const place = cell?.place ?? { file, sheet: rows[0]?.place.sheet ?? '', row: 0, cell: '' };
  const reportedOn = cell?.day ?? dayIn(text('reportedOn') ?? '');
  const isFilled = rows.some(({ filled }) =>
    Object.values(filled).some((one) => tidy(one.text) !== ''),
  );
  if (isFilled && reportedOn === undefined)
    own.faults.push({
      place,
      message:
        cell && tidy(cell.text) !== '' ? `填报日期“${tidy(cell.text)}”读不出` : '没有写填报日期',
      remedy: '写成 2020-05-20 这样',
    });
  if (reportedOn !== undefined && reportedOn > today)
    own.faults.push({ place, message: `填报日期${reportedOn}还没有到`, remedy: '写填表的那一天' });
  for (const key of ['reporter', 'approver'] as const) {
    if (isFilled && text(key) === undefined)
      own.faults.push({
        place: signature[key]?.place ?? place,
        message: `没有写${signatures[key]}`,
        remedy: '写职务，不写姓名',
      });
  }
  const isRight =
    reportedOn !== undefined &&
    reportedOn <= today &&
    text('reporter') !== undefined &&
    text('approver') !== undefined;
  return {
    reportedOn: isRight ? reportedOn : undefined,
    reporter: text('reporter'),
    approver: text('approver'),
  };
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

/** What is sent back to a unit: what was received, and each fault at its place. */
export function replyText({
  unitName,
  files,
  updates,
  already,
  faults,
  notes,
}: UnitReception): string {
  const lines = [`${unitName}：`, `收到${files.join('、')}。`];
  if (updates.length > 0)
    lines.push(
      `已收 ${updates.length} 条：${updates.map(({ issue, report }) => `${issue} ${report}`).join('、')}。`,
    );
  if (already.length > 0)
    lines.push(
      `以前收过 ${already.length} 条，不重复登记：${already.map(({ issue }) => issue).join('、')}。`,
    );
  if (updates.length + already.length + faults.length === 0) lines.push('表里没有填写新的情况。');
  if (faults.length > 0) {
    lines.push(`有 ${faults.length} 处请改正后重发（表中已收的行不必改动）：`);
    faults.forEach(({ place, message, remedy }, index) => {
      lines.push(`${index + 1}. ${placeInWords(place)}：${message}。${remedy}。`);
    });
  }
  const remarks = updates.flatMap((update) =>
    update.remarks.map((remark) => `${update.issue} ${remark}`),
  );
  for (const remark of [...remarks, ...notes]) lines.push(`提示：${remark}。`);
  return `${lines.join('\n')}\n`;
}
