/** 备案登记: a new step in an account's life. */
import type { Work } from '../work.ts';

export const registerWork: Work = {
  rules: async () => (await import('./rules/register-rules.ts')).registerWorkRules,
  record: (_ledger, { subject, action, fields, stamp }) => ({
    kind: 'registration',
    path: `registry/${subject}/${stamp}.yaml`,
    value: { account: subject, action, ...fields },
  }),
  count: ({ registry }, subject) => registry.get(subject)?.length ?? 0,
};
