/**
 * 归属: whose an issue is — an account's, and so the unit's that hosts it, or, on a list without accounts, a unit's own.
 * Nothing else asks for `account` and `unit` of an issue to learn this.
 */
import type { Account } from '../../schema/account.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';

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

/** 责任单位: the unit that answers for an issue and reports on it; undefined where its account has no record. */
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

/** What stands in the column 政府网站/政务新媒体: the words of the source, else the place, else the stroke of lists without. */
export function listedWords({ listed, place }: Pick<Issue, 'listed' | 'place'>): string {
  return listed ?? place ?? '/';
}
