/** 名称: what has a page, by its id, with its name and address. */
import { isNamedPlatform, WEBSITE } from '../text/terms.ts';
import { NO_ACCOUNT, noAccountName } from '../domain/issue/owner.ts';
import { isSameAccount } from '../domain/membership.ts';
import type { Ledger } from '../schema/ledger.ts';
import {
  accountAddress,
  campaignAddress,
  issueAddress,
  platformAddress,
  problemAddress,
  type Ref,
  unitAddress,
} from './address.ts';
import { rowName } from '../text/row-name.ts';

export function unitRef({ units }: Ledger, id: string): Ref {
  return { id, name: units.get(id)?.name ?? id, href: unitAddress(id) };
}

export function accountRef({ accounts }: Ledger, id: string): Ref {
  return { id, name: accounts.get(id)?.name ?? id, href: accountAddress(id) };
}

export function campaignRef({ campaigns }: Ledger, id: string): Ref {
  return { id, name: campaigns.get(id)?.name ?? id, href: campaignAddress(id) };
}

export function problemRef({ vocabulary }: Ledger, id: string): Ref {
  const name = vocabulary.problems.find((problem) => problem.id === id)?.name ?? id;
  return { id, name, href: problemAddress(id) };
}

/** A website counts as a platform of its own, and so does what is about no account. */
export function platformRef({ vocabulary }: Ledger, id: string): Ref {
  const known = vocabulary.platforms.find((platform) => platform.id === id)?.name;
  const name = id === WEBSITE.id ? WEBSITE.name : id === NO_ACCOUNT ? noAccountName : (known ?? id);
  return { id, name, href: platformAddress(id) };
}

/** 示例区人民政府办公室审核员赵示例: a reviewer by office, post and name as far as they are known, else the account of the forge. */
export function officeHand({ site, units }: Ledger, account: string): string {
  const one = site.reviewers.findLast((known) => isSameAccount(known.account, account));
  if (one?.name === undefined && one?.post === undefined) return account;
  const office = site.office === undefined ? undefined : units.get(site.office)?.name;
  return [office, one.post, one.name].join('');
}

/** The platform as it is written behind an account's name; undefined where it tells nothing (未写明, 其他). */
export function platformBeside({ id, name }: Ref): string | undefined {
  return isNamedPlatform(id) ? name : undefined;
}

/** An issue by its campaign's row: 序号4. */
export function issueRef({ issues }: Ledger, id: string): Ref {
  const row = issues.get(id)?.row;
  return { id, name: row === undefined ? id : rowName(row), href: issueAddress(id) };
}
