import type { Account } from '../../schema/account.ts';
import { accountOf, unitOf } from '../../domain/issue/owner.ts';
import type { Finding, Rule } from '../rule.ts';

/** What a source reported is never less than what it names: a list cannot name accounts that do not exist. */
export const totalsRule: Rule = {
  id: 'totals',
  title: '来源所报的总数不小于台账里列名的数',
  *check({ ledger }) {
    const issues = Map.groupBy(ledger.issues.values(), ({ campaign }) => campaign);
    for (const { id, path, reported } of ledger.campaigns.values()) {
      const own = issues.get(id) ?? [];
      const accounts = new Set(own.flatMap((issue) => accountOf(ledger, issue) ?? []));
      const counts = [
        ['units', '单位数', new Set(own.flatMap((issue) => unitOf(ledger, issue) ?? [])).size],
        ['accounts', '新媒体账号数', countOf(accounts, 'new-media')],
        ['websites', '网站数', countOf(accounts, 'website')],
      ] as const;
      for (const [key, name, count] of counts)
        yield* atLeast(path, ['reported', key], `报告所列${name}`, reported[key], count);
    }
    for (const { id, path, name, reported } of ledger.units.values()) {
      if (!reported) continue;
      const own = [...ledger.accounts.values()].filter(({ unit }) => unit === id).length;
      yield* atLeast(path, ['reported', 'accounts'], `${name}上报的账号数`, reported.accounts, own);
    }
  },
};

function countOf(accounts: Iterable<Account>, kind: Account['kind']): number {
  return [...accounts].filter((account) => account.kind === kind).length;
}

function* atLeast(
  file: string,
  at: readonly string[],
  name: string,
  reported: number | undefined,
  named: number,
): Iterable<Finding> {
  if (reported === undefined || reported >= named) return;
  yield {
    file,
    at,
    message: `${name}是 ${String(reported)}，台账里列名的却有 ${String(named)}`,
    remedy: '对照来源文件，改正总数，或改正列名的记录',
  };
}
