/** 名称: what has a page, by its id, with its name and address. */
import { WEBSITE } from '../text/terms.ts';
import { NO_ACCOUNT, noAccountName } from '../domain/issue/owner.ts';
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

/** An issue by its campaign's row: 序号4. */
export function issueRef({ issues }: Ledger, id: string): Ref {
  const row = issues.get(id)?.row;
  return { id, name: row === undefined ? id : rowName(row), href: issueAddress(id) };
}
