import { inWords } from '../../day/calendar.ts';
import type { Finding, Rule } from '../rule.ts';

/** Nothing is checked, listed or registered of an account before it was opened. */
export const openingRule: Rule = {
  id: 'opening',
  title: '账号开设以前没有检查、列入和登记',
  *check({ ledger: { accounts, inspections, issues, registry } }) {
    const late = (
      file: string,
      at: Finding['at'],
      account: string | undefined,
      [name, day]: readonly [name: string, day: string],
    ): Finding[] => {
      const openedOn = accounts.get(account ?? '')?.openedOn;
      if (openedOn === undefined || openedOn <= day) return [];
      const message = `${name}${inWords(day)}早于账号的开设日期${inWords(openedOn)}`;
      return [{ file, at, message, remedy: '核对这个日期，或账号的 openedOn' }];
    };
    for (const { path, checkedOn, accounts: rows } of inspections.values())
      for (const [index, { account }] of rows.entries())
        yield* late(path, ['accounts', index, 'account'], account, ['检查日', checkedOn]);
    for (const { path, account, listedOn } of issues.values())
      yield* late(path, ['listedOn'], account, ['列入日期', listedOn]);
    for (const steps of registry.values())
      for (const { path, account, reportedOn } of steps)
        yield* late(path, ['reportedOn'], account, ['登记日期', reportedOn]);
  },
};
