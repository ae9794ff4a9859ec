/**
 * 收交办单: the file of the office above → issues of this ledger that keep its id, its letter and its level, and the
 * confirmation of those that it closed; its checks and self-checks → a check and a campaign that say whose they are. What
 * was taken before is not taken again.
 */
import { createHash } from 'node:crypto';
import { ownerNameOn } from '../domain/issue/owner.ts';
import { readDeadline } from '../domain/phrase/read.ts';
import { type IssueStanding, standing } from '../domain/issue/standing.ts';
import { valueOn } from '../domain/setting.ts';
import type { Day } from '../day/calendar.ts';
import { assignedCheckList, type ListedAssignedCheck } from '../schema/assigned-check.ts';
import {
  type Assigned,
  assignedList,
  ASSIGNMENTS_FORMAT,
  assignmentsFile,
} from '../schema/assignment.ts';
import type { Child } from '../schema/child.ts';
import type { Ledger } from '../schema/ledger.ts';
import type { Site } from '../schema/site.ts';
import { type AssignedRecord, assignedCheckTaken, NO_CAMPAIGN } from './assigned-check.ts';
import { ownerNamed } from './assigned-owner.ts';
import { parsedJson } from '../text/notation/json.ts';

/** What a file for this ledger holds. */
export interface AssignedContents {
  readonly findings: readonly Assigned[];
  readonly checks: readonly ListedAssignedCheck[];
}
export interface AssignedReception {
  readonly records: readonly AssignedRecord[];
  /** What became of each, as Chinese sentences without their full stop. */
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** True for a file that says that it is one of assignments, whatever its name. */
export function isAssignments(bytes: Uint8Array): boolean {
  return fileOf(bytes)?.['format'] === ASSIGNMENTS_FORMAT;
}

/** What is in a file, or why it is not taken. */
export function assignedIn(bytes: Uint8Array, { site }: Ledger): AssignedContents | string {
  const read = assignmentsFile.safeParse(fileOf(bytes));
  if (!read.success) return '交办单的格式不对，或比本程序新：请上级重新做一份，或先升级程序';
  const { child, list, sha256, checks } = read.data;
  const parts = [{ list, sha256 }, ...(checks === undefined ? [] : [checks])];
  if (parts.some((part) => createHash('sha256').update(part.list).digest('hex') !== part.sha256))
    return '交办单的校验值不符：没有拷完整，或被改过，请上级重新给';
  if (!isFor(child, site)) return `这是给“${child.name}”的交办单，不是给本台账的`;
  const items = assignedList.safeParse(parsedJson(list));
  const looked = assignedCheckList.safeParse(parsedJson(checks?.list ?? '[]'));
  return items.success && looked.success
    ? { findings: items.data, checks: looked.data }
    : '交办单里有读不出的条目，请上级重新做一份';
}

/** True where a ledger is the child that something is for: by its code where both have one, else by its name. */
export function isFor(child: Pick<Child, 'name' | 'code'>, site: Site): boolean {
  return child.code !== undefined && site.code !== undefined
    ? child.code === site.code
    : child.name === site.name;
}

/** What a list adds to the ledger as it stands on `today`; issues go into `campaign`. */
export function receiveAssigned(
  { findings, checks }: AssignedContents,
  ledger: Ledger,
  campaign: string | undefined,
  today: Day,
): AssignedReception {
  const records: AssignedRecord[] = [];
  const lines: string[] = [];
  const faults: string[] = [];
  const known = new Map(standing(ledger, today).issues.map((one) => [one.id, one]));
  const rows = [...ledger.issues.values()].filter((one) => one.campaign === campaign);
  let row = Math.max(0, ...rows.map((one) => one.row));
  for (const one of checks) {
    const taken = assignedCheckTaken(one, ledger, campaign);
    if ('fault' in taken) faults.push(`${one.id}：${taken.fault}`);
    else {
      lines.push(`${one.id}：${taken.line}`);
      if (taken.record !== undefined) records.push(taken.record);
    }
  }
  for (const one of findings) {
    const issue = known.get(one.id);
    if (issue !== undefined) {
      const [line, record] = confirmedOf(one, issue, ledger, today);
      lines.push(`${one.id}：${line}`);
      if (record !== undefined) records.push({ kind: 'update', of: one.id, record });
      continue;
    }
    const made = issueOf(one, ledger, campaign, row + 1);
    if (typeof made === 'string') faults.push(`${one.id}：${made}`);
    else {
      row += 1;
      records.push({ kind: 'issue', of: one.id, record: made });
      lines.push(`${one.id}：登记为问题，${one.number}，${one.finding}`);
    }
  }
  return { records, lines, faults };
}

/** What the confirmation of an issue comes to. */
function confirmedOf(
  { confirmed, number }: Assigned,
  { issue, history }: IssueStanding,
  { site }: Ledger,
  today: Day,
): [line: string, record?: object] {
  if (issue.source?.document !== number)
    return [`已有同一个编号的问题，不是 ${number} 交办的，没有收；请上级换一个编号`];
  if (confirmed === undefined) return ['收过了'];
  if (history.phase === 'closed' || history.phase === 'sustained') return ['收过了，已经销号'];
  if (history.phase !== 'awaiting') return ['上级已核销，这里还没有验收；验收以后再收一次'];
  return [
    `上级核销，${confirmed.number}`,
    {
      issue: issue.id,
      action: 'confirmedAbove',
      reportedOn: today,
      confirmedOn: confirmed.on,
      ...(site.repository === 'public' ? {} : { document: confirmed.number }),
    },
  ];
}

/** The issue, or why it cannot be one. */
function issueOf(
  one: Assigned,
  ledger: Ledger,
  campaign: string | undefined,
  row: number,
): object | string {
  const { site, vocabulary, campaigns } = ledger;
  if (campaign === undefined || !campaigns.has(campaign)) return NO_CAMPAIGN;
  const ids = new Map(vocabulary.problems.map(({ id, name }) => [name, id]));
  const problems = one.problems.map((name) => ids.get(name));
  const missing = one.problems.find((name) => !ids.has(name));
  if (missing !== undefined) return `问题类别“${missing}”这里没有，先加进 vocabulary/problems.yaml`;
  const owner = ownerNamed(one, ledger);
  if (typeof owner === 'string') return owner;
  const listedOn = one.assignedOn;
  const closeOfBusiness = valueOn(vocabulary.timing.closeOfBusiness, listedOn);
  const { deadline } = readDeadline(one.deadline, { listedOn, closeOfBusiness });
  if (deadline.kind === 'unread') return `时限“${one.deadline}”读不懂，请上级写明日期`;
  const edition = vocabulary.indicators.editions.find(({ id }) => id === one.indicator?.edition);
  return {
    campaign,
    row,
    ...owner,
    listedHost: ownerNameOn(ledger, owner, listedOn),
    problems,
    finding: one.finding,
    measures: one.measures,
    deadline,
    listedOn,
    origin: one.origin,
    indicator: edition && one.indicator,
    source: { document: one.number, at: `交办 ${one.id}` },
    ...(site.repository === 'public' || edition !== undefined || one.indicator === undefined
      ? {}
      : { note: `上级用的检查指标：${one.indicator.edition} ${one.indicator.id}` }),
  };
}

function fileOf(bytes: Uint8Array): Record<string, unknown> | undefined {
  if (bytes.length > 16 * 1024 * 1024) return undefined;
  const value = parsedJson(new TextDecoder().decode(bytes));
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}
