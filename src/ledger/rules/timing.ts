import type { Rule } from '../rule.ts';

/** The values of a setting stand in the order of the days from which they hold, no two from one day. */
export const timing: Rule = {
  id: 'timing',
  title: '时限规则按起用日从早到晚排列，同一天只有一条',
  *check({ ledger }) {
    for (const [key, values] of Object.entries(ledger.vocabulary.timing)) {
      for (const [index, { from }] of values.entries()) {
        const before = values[index - 1]?.from;
        if (before === undefined || before < from) continue;
        yield {
          file: 'vocabulary/timing.yaml',
          at: [key, index, 'from'],
          message: `起用日 ${from} 不晚于上一条的 ${before}`,
          remedy: '改规则时在后面加一条，起用日往后写；旧的不改',
        };
      }
    }
  },
};
