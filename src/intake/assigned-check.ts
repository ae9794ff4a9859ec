/** 收交办的检查: a check of the office above → a check of this ledger that says whose it is; its self-check → a campaign. */
import { register } from '../domain/register.ts';
import type { ListedAssignedCheck } from '../schema/assigned-check.ts';
import type { Ledger } from '../schema/ledger.ts';
import { ownerNamed } from './assigned-owner.ts';

export interface AssignedRecord {
  readonly kind: 'issue' | 'update' | 'inspection' | 'campaign';
  /** The id of the issue, the check or the campaign that it is, or belongs to. */
  readonly of: string;
  readonly record: object;
}

/** Why nothing can be listed. */
export const NO_CAMPAIGN = '没有写登记到哪个专项，或没有这个专项：加 --campaign 编号';

/** What becomes of a check or a self-check that the office above made. */
export function assignedCheckTaken(
  one: ListedAssignedCheck,
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
  one: Extract<ListedAssignedCheck, { kind: 'inspection' }>,
  ledger: Ledger,
  campaign: string | undefined,
): object | string {
  const { vocabulary, campaigns, registry } = ledger;
  if (campaign === undefined || !campaigns.has(campaign)) return NO_CAMPAIGN;
  if (!vocabulary.indicators.editions.some(({ id }) => id === one.edition))
    return `检查指标 ${one.edition} 版这里没有，先加进 vocabulary/indicators.yaml`;
  const accounts: object[] = [];
  for (const { account, results } of one.accounts) {
    const owner = ownerNamed({ account }, ledger);
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
