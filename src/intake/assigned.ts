/**
 * 收交办单: the file of the office above → issues of this ledger that keep its id, its letter and its level, and the
 * confirmation of those that it closed; its checks and self-checks → a check and a campaign that say whose they are. What
 * was taken before is not taken again.
 */
import { createHash } from 'node:crypto';
import { readDeadline } from '../domain/issue/deadline/deadline.ts';
import { type IssueStanding, platformOf, standing } from '../domain/issue/standing.ts';
import { identityOf, nameInIdentity } from '../domain/rollup/identity.ts';
import { register } from '../domain/register.ts';
import { valueOn } from '../domain/setting.ts';
import type { Day } from '../day/calendar.ts';
import { assignedCheckList, type ListedCheck } from '../schema/assigned-check.ts';
import {
  type Assigned,
  assignedList,
  ASSIGNMENTS_FORMAT,
  assignmentsFile,
} from '../schema/assignment.ts';
import type { Account } from '../schema/account.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { WEBSITE } from '../text/terms.ts';

export interface AssignedRecord {
  readonly kind: 'issue' | 'update' | 'inspection' | 'campaign';
  /** The id of the issue, the check or the campaign that it is, or belongs to. */
  readonly of: string;
  readonly record: object;
}

/** What a file for this ledger holds. */
export interface AssignedContents {
  readonly findings: readonly Assigned[];
  readonly checks: readonly ListedCheck[];
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
  const isOurs =
    child.code !== undefined && site.code !== undefined
      ? child.code === site.code
      : child.name === site.name;
  if (!isOurs) return `这是给“${child.name}”的交办单，不是给本台账的`;
  const items = assignedList.safeParse(JSON.parse(list));
  const looked = assignedCheckList.safeParse(JSON.parse(checks?.list ?? '[]'));
  return items.success && looked.success
    ? { findings: items.data, checks: looked.data }
    : '交办单里有读不出的条目，请上级重新做一份';
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
    const taken = checkTaken(one, ledger, campaign);
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
  const { site, vocabulary, campaigns, units } = ledger;
  if (campaign === undefined || !campaigns.has(campaign)) return NO_CAMPAIGN;
  const ids = new Map(vocabulary.problems.map(({ id, name }) => [name, id]));
  const problems = one.problems.map((name) => ids.get(name));
  const missing = one.problems.find((name) => !ids.has(name));
  if (missing !== undefined) return `问题类别“${missing}”这里没有，先加进 vocabulary/problems.yaml`;
  const owner = ownerOf(one, ledger);
  if (typeof owner === 'string') return owner;
  const { host, ...place } = owner;
  const listedOn = one.assignedOn;
  const closeOfBusiness = valueOn(vocabulary.timing.closeOfBusiness, listedOn);
  const { deadline } = readDeadline(one.deadline, { listedOn, closeOfBusiness });
  if (deadline.kind === 'unread') return `时限“${one.deadline}”读不懂，请上级写明日期`;
  const edition = vocabulary.indicators.editions.find(({ id }) => id === one.indicator?.edition);
  return {
    campaign,
    row,
    ...place,
    listedHost: units.get(host)?.name,
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

/** What becomes of a check or a self-check that the office above made. */
function checkTaken(
  one: ListedCheck,
  ledger: Ledger,
  campaign: string | undefined,
): { fault: string } | { line: string; record?: AssignedRecord } {
  const { id, number } = one;
  const other = (what: string) => ({
    line: `已有同一个编号的${what}，不是 ${number} 交办的，没有收；请上级换一个编号`,
  });
  if (one.kind === 'inspection') {
    const scope = ledger.inspections.get(id)?.scope;
    if (scope !== undefined)
      return scope.kind === 'above' && scope.document === number
        ? { line: '收过了' }
        : other('检查');
    const record = inspectionOf(one, ledger, campaign);
    return typeof record === 'string'
      ? { fault: record }
      : {
          line: `登记为检查，${number}，${one.name}`,
          record: { kind: 'inspection', of: id, record },
        };
  }
  const there = ledger.campaigns.get(id);
  if (there !== undefined)
    return there.assigned !== undefined && there.notice?.number === number
      ? { line: '收过了' }
      : other('专项');
  const { site } = ledger;
  if (site.office === undefined) return { fault: 'site.yaml 没有写牵头单位，先补上 office' };
  const record = {
    name: one.name,
    notice: { title: one.name, number },
    list: { title: `${one.name}问题清单`, reportedBy: site.authority, listedOn: one.assignedOn },
    checklist: { items: one.items },
    assigned: { origin: one.origin, replyBy: one.replyBy },
    office: site.office,
  };
  return {
    line: `登记为自查，${number}，${one.name}，${one.replyBy} 前报`,
    record: { kind: 'campaign', of: id, record },
  };
}

/** The check as this ledger keeps it, or why it cannot: the edition and the results stay those of the office above. */
function inspectionOf(
  one: Extract<ListedCheck, { kind: 'inspection' }>,
  ledger: Ledger,
  campaign: string | undefined,
): object | string {
  const { vocabulary, campaigns, registry } = ledger;
  if (campaign === undefined || !campaigns.has(campaign)) return NO_CAMPAIGN;
  if (!vocabulary.indicators.editions.some(({ id }) => id === one.edition))
    return `检查指标 ${one.edition} 版这里没有，先加进 vocabulary/indicators.yaml`;
  const accounts: object[] = [];
  for (const { account, results } of one.accounts) {
    const owner = ownerOf({ account }, ledger);
    if (typeof owner === 'string') return owner;
    accounts.push({ ...('account' in owner ? { account: owner.account } : {}), results });
  }
  const inUse = [...ledger.accounts.keys()].filter(
    (id) => register(registry.get(id) ?? [], one.checkedOn).state !== 'deregistered',
  );
  return {
    name: one.name,
    checkedOn: one.checkedOn,
    edition: one.edition,
    campaign,
    population: inUse.length,
    scope: { kind: 'above', origin: one.origin, document: one.number },
    accounts,
  };
}

const NO_CAMPAIGN = '没有写登记到哪个专项，或没有这个专项：加 --campaign 编号';

type Owner = { host: string; account: string; listed: string } | { host: string; unit: string };

/** The account or unit that the office above means. */
function ownerOf(
  { account, unit }: Pick<Assigned, 'account' | 'unit'>,
  ledger: Ledger,
): Owner | string {
  if (account !== undefined) {
    const wanted = plain(account);
    const found = [...ledger.accounts.values()].filter(
      (one) =>
        plain(nameInIdentity(identityIn(ledger, one) ?? '')) === wanted ||
        // A website goes by its name as well as by its 标识码 or host.
        (one.kind === 'website' && plain(`${WEBSITE.name}：${one.name}`) === wanted),
    );
    const [only] = found;
    if (only === undefined) return `名册里没有账号“${account}”，先登记账号，再收一次`;
    if (found.length > 1) return `名册里有几个账号“${account}”，先核对名册`;
    return { host: only.unit, account: only.id, listed: only.name };
  }
  const found = [...ledger.units.values()].find(
    ({ name, aliases }) => name === unit || aliases.includes(unit ?? ''),
  );
  return found === undefined
    ? `单位名单里没有“${unit ?? ''}”，先登记单位，再收一次`
    : { host: found.id, unit: found.id };
}

function identityIn({ vocabulary }: Ledger, account: Entry<Account>): string | undefined {
  const id = platformOf(account);
  return identityOf(account, vocabulary.platforms.find((one) => one.id === id)?.name);
}

function plain(words: string): string {
  return words.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

function fileOf(bytes: Uint8Array): Record<string, unknown> | undefined {
  if (bytes.length > 16 * 1024 * 1024) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
