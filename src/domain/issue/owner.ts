/**
 * 归属: whose an issue is — an account's, and so the unit's that hosts it, or, on a list without accounts, a unit's own.
 * Nothing else asks for `account` and `unit` of an issue to learn this.
 *
 * 移交: an issue follows its account; one that is a unit's own passes on by a step of its own. What was settled (已销号,
 * 撤销) stays with the unit that it was settled under; opened again, it is the owner's of that day.
 */
import type { Account } from '../../schema/account.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Day } from '../../day/calendar.ts';
import { accountOn, type Hosts, nameOn } from '../ledger-on.ts';
import type { History } from './replay.ts';

/** 不涉及账号: stands where a platform would, as `website` does for websites; no platform may be called so. */
export const NO_ACCOUNT = 'no-account';
export const noAccountName = '不涉及账号';

/** The account that an issue is about; undefined where it is a unit's own, or where the account has no record. */
export function accountOf(
  { accounts }: Pick<Ledger, 'accounts'>,
  { account }: Pick<Issue, 'account'>,
): Entry<Account> | undefined {
  return account === undefined ? undefined : accounts.get(account);
}

/** 责任单位: the unit that an issue is entered under; undefined where its account has no record. */
export function unitOf(
  ledger: Pick<Ledger, 'accounts'>,
  issue: Pick<Issue, 'account' | 'unit'>,
): string | undefined {
  return issue.unit ?? accountOf(ledger, issue)?.unit;
}

/** 经办人: the reviewer's account that the issue names, else its campaign; undefined where nobody is named. */
export function officerOf(
  { campaigns }: Pick<Ledger, 'campaigns'>,
  { officer, campaign }: Pick<Issue, 'officer' | 'campaign'>,
): string | undefined {
  return officer ?? campaigns.get(campaign)?.officer;
}

/** The unit that answers for an issue and reports on it on a day, whatever became of it before. */
export function ownerOn(
  ledger: Hosts & Pick<Ledger, 'updates'>,
  { id, account, unit }: Pick<Entry<Issue>, 'id' | 'account' | 'unit'>,
  day: Day,
): string | undefined {
  if (account !== undefined) return accountOn(ledger, account, day)?.unit;
  let owner = unit;
  for (const step of ledger.updates.get(id) ?? [])
    if (step.action === 'transferred' && step.reportedOn <= day) owner = step.to;
  return owner;
}

/** What the unit was called on a day that answered for a finding of that day; undefined where nobody is known. */
export function ownerNameOn(
  ledger: Hosts & Pick<Ledger, 'updates' | 'units'>,
  about: Pick<Issue, 'account' | 'unit'>,
  day: Day,
): string | undefined {
  const id = ownerOn(ledger, { id: '', ...about }, day) ?? '';
  const unit = (ledger.recorded?.units ?? ledger.units).get(id);
  return unit && nameOn(unit, day);
}

/** A day from the beginning of which on an issue is another unit's; both are ids, `from` is `''` where nobody knows. */
export interface HandOver {
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly publicNote: string | undefined;
  readonly note: string | undefined;
}

/**
 * The hand-overs of an issue since it was listed, to the day of its `history`, in their order; several may be of one
 * day. What was settled stays as in `standsUnder`, so the last one leads to the unit under which it stands.
 */
export function handOversOf(
  ledger: Hosts & Pick<Ledger, 'updates'>,
  issue: Pick<Entry<Issue>, 'id' | 'account' | 'unit' | 'listedOn'>,
  history: Pick<History, 'state' | 'round' | 'basis'>,
): HandOver[] {
  const { id, account, listedOn } = issue;
  const until = countsOn(history);
  const steps = account === undefined ? ledger.updates.get(id) : ledger.registry.get(account);
  let from = ownerOn(ledger, issue, listedOn) ?? '';
  return (steps ?? []).flatMap((step): HandOver[] => {
    if (step.action !== 'transferred' || step.to === from) return [];
    const { to, reportedOn: on, publicNote, note } = step;
    if (on <= listedOn || on > until) return [];
    const over = { on, from, to, publicNote, note };
    from = to;
    return [over];
  });
}

/** The unit under which an issue stands in the figures of the day of its `history`. */
export function standsUnder(
  ledger: Hosts & Pick<Ledger, 'updates'>,
  issue: Pick<Entry<Issue>, 'id' | 'account' | 'unit'>,
  history: Pick<History, 'state' | 'round' | 'basis'>,
): string | undefined {
  return ownerOn(ledger, issue, countsOn(history));
}

/** The day whose owner counts: that on which it was settled, else that of the history. */
function countsOn({ state, round, basis }: Pick<History, 'state' | 'round' | 'basis'>): Day {
  const settledOn =
    state === 'closed' ? round.closedOn : state === 'void' ? round.voidedOn : undefined;
  return settledOn ?? basis.on;
}

/** What stands in the column 政府网站/政务新媒体: the words of the source, else the place, else the stroke of lists without. */
export function listedWords({ listed, place }: Pick<Issue, 'listed' | 'place'>): string {
  return listed ?? place ?? '/';
}
