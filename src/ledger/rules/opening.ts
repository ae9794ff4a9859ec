import { type Day, inWords } from '../../day/calendar.ts';
import type { Account } from '../../schema/account.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Nothing is checked or listed of an account before it was opened. Where the register knows the account earlier, not
 * the check is wrong but the opening, or the register: that is said at the account, and stops nothing.
 */
export const openingRule: Rule = {
  id: 'opening',
  title: '账号开设以前没有检查和列入；开设日期不晚于备案登记（提醒）',
  *check({ ledger }) {
    for (const account of ledger.accounts.values()) yield* afterRegister(ledger, account);
    const late = (
      file: string,
      at: Finding['at'],
      id: string | undefined,
      [name, day]: readonly [name: string, day: Day],
    ): Finding[] => {
      const openedOn = ledger.accounts.get(id ?? '')?.openedOn;
      if (id === undefined || openedOn === undefined || openedOn <= day) return [];
      const known = registeredOn(ledger, id);
      if (known !== undefined && known <= day) return [];
      const message = `${name}${inWords(day)}早于账号的开设日期${inWords(openedOn)}`;
      return [{ file, at, message, remedy: '核对这个日期，或账号的 openedOn' }];
    };
    for (const { path, checkedOn, accounts: rows } of ledger.inspections.values())
      for (const [index, { account }] of rows.entries())
        yield* late(path, ['accounts', index, 'account'], account, ['检查日', checkedOn]);
    for (const { path, account, listedOn } of ledger.issues.values())
      yield* late(path, ['listedOn'], account, ['列入日期', listedOn]);
  },
};

/** The day of the first step on record. */
function registeredOn({ registry }: Ledger, account: string): Day | undefined {
  return registry.get(account)?.[0]?.reportedOn;
}

function* afterRegister(ledger: Ledger, { id, path, openedOn }: Entry<Account>): Iterable<Finding> {
  const known = registeredOn(ledger, id);
  if (openedOn === undefined || known === undefined || openedOn <= known) return;
  yield {
    file: path,
    at: ['openedOn'],
    message: `开设日期${inWords(openedOn)}晚于备案登记的第一步${inWords(known)}`,
    remedy: '核对 openedOn；账号是后来重新开设的，另立账号',
    severity: 'warning',
  };
}
