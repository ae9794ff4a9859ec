import type { Rule } from '../rule.ts';

/** Two issues of a campaign never have one row of its list. */
export const rowsRule: Rule = {
  id: 'rows',
  title: '同一专项里，每个问题的序号不同',
  *check({ ledger }) {
    const taken = new Map<string, string>();
    for (const { id, path, campaign, row } of ledger.issues.values()) {
      const place = `${campaign} ${String(row)}`;
      const earlier = taken.get(place);
      if (earlier === undefined) taken.set(place, id);
      else
        yield {
          file: path,
          at: ['row'],
          message: `序号 ${String(row)} 已用于 ${earlier}`,
          remedy: '对照清单，改正其中一个的 row',
        };
    }
  },
};
