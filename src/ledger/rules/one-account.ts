import { ledgerOn } from '../../domain/ledger-on.ts';
import type { Account } from '../../schema/account.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Finding, Rule } from '../rule.ts';
import { isNamedPlatform } from '../../text/terms.ts';

/** A unit keeps one account on a platform, or says why it keeps more. Not a fault: the source may well list two. */
export const oneAccountRule: Rule = {
  id: 'one-account',
  title: '一个单位在一个平台只有一个账号，有多个的写明理由（提醒）',
  *check({ ledger: whole }) {
    // Whoever has them in the end: what is on record as handed over counts.
    const ledger = ledgerOn(whole, '9999-12-31');
    for (const accounts of groups(ledger).values()) {
      const [first, ...others] = accounts;
      if (!first) continue;
      if (others.length === 0) {
        if (first.exception !== undefined) yield noLongerNeeded(first);
        continue;
      }
      // One of them needs no excuse; it is the first, or whichever has none where the others have.
      const without = accounts.filter(({ exception }) => exception === undefined);
      const excused = without.length === 1 ? without[0] : first;
      for (const account of without)
        if (account !== excused) yield several(ledger, account, excused);
    }
  },
};

/** By unit and platform, in the order of ids. On 未写明 and 其他 nothing can be said. */
function groups(ledger: Ledger): Map<string, Entry<Account>[]> {
  const found = new Map<string, Entry<Account>[]>();
  for (const account of ledger.accounts.values()) {
    const platform = account.kind === 'website' ? 'website' : account.platform;
    const open = !isNamedPlatform(platform);
    const key = `${account.unit} ${platform}${open ? ` ${account.id}` : ''}`;
    found.set(key, [...(found.get(key) ?? []), account]);
  }
  return found;
}

function several(
  ledger: Ledger,
  account: Entry<Account>,
  first: Entry<Account> | undefined,
): Finding {
  const unit = ledger.units.get(account.unit)?.name ?? account.unit;
  const platform =
    account.kind === 'website'
      ? '网站'
      : (ledger.vocabulary.platforms.find(({ id }) => id === account.platform)?.name ??
        account.platform);
  return {
    file: account.path,
    at: [account.kind === 'website' ? 'kind' : 'platform'],
    message: `${unit}在${platform}还有一个账号 ${first?.id ?? ''}`,
    remedy: '核实是否都要保留；确需保留的，写 exception 说明理由，就不再提醒',
    severity: 'warning',
  };
}

function noLongerNeeded(account: Entry<Account>): Finding {
  return {
    file: account.path,
    at: ['exception'],
    key: true,
    message: '这个单位在这个平台只有这一个账号，不再需要说明',
    remedy: '删去 exception',
    severity: 'warning',
  };
}
