import type { Rule } from '../rule.ts';
import { hasDatesInDisorder } from './dates.ts';

/** The updates of an issue are a legal run: each is allowed in the state that the ones before it lead to. */
export const sequenceRule: Rule = {
  id: 'sequence',
  title: '报送按规定的次序：先申请验收再验收，先销号再重启',
  *check({ ledger, history }) {
    for (const issue of ledger.issues.values()) {
      const faults = history(issue)?.faults ?? [];
      const [first, ...others] = faults;
      // A day that contradicts another is told by `dates`; what follows from it is not told again.
      if (!first || hasDatesInDisorder(first.update, issue)) continue;
      const [wrong = '', ...advice] = first.sentence.split(/；/u);
      const more =
        others.length > 0
          ? `（这个问题另有 ${String(others.length)} 条报送也不成立，多半由此引起）`
          : '';
      yield {
        file: first.update.path,
        at: ['action'],
        message: `${wrong}${more}`,
        remedy: advice.join('；') || '核对这个问题的报送次序',
      };
    }
  },
};
