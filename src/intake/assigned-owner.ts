/** 交办给谁: the account or unit of this ledger that the office above means by a name. */
import { accountIdentity, nameInIdentity } from '../domain/rollup/identity.ts';
import type { Assigned } from '../schema/assignment.ts';
import type { Ledger } from '../schema/ledger.ts';
import { WEBSITE } from '../text/terms.ts';

type Owner = { account: string; listed: string } | { unit: string };

/** The account or unit, or why there is none. */
export function ownerNamed(
  { account, unit }: Pick<Assigned, 'account' | 'unit'>,
  ledger: Ledger,
): Owner | string {
  if (account !== undefined) {
    const wanted = plain(account);
    const found = [...ledger.accounts.values()].filter(
      (one) =>
        plain(nameInIdentity(accountIdentity(ledger, one) ?? '')) === wanted ||
        // A website goes by its name as well as by its 标识码 or host.
        (one.kind === 'website' && plain(`${WEBSITE.name}：${one.name}`) === wanted),
    );
    const [only] = found;
    if (only === undefined) return `名册里没有账号“${account}”，先登记账号，再收一次`;
    if (found.length > 1) return `名册里有几个账号“${account}”，先核对名册`;
    return { account: only.id, listed: only.name };
  }
  const found = [...ledger.units.values()].find(
    ({ name, aliases }) => name === unit || aliases.includes(unit ?? ''),
  );
  return found === undefined
    ? `单位名单里没有“${unit ?? ''}”，先登记单位，再收一次`
    : { unit: found.id };
}

function plain(words: string): string {
  return words.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}
