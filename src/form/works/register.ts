/** 备案登记: a new step in an account's life. */
import { register } from '../../domain/register.ts';
import { registeredNames } from '../../domain/registration.ts';
import { reportRules } from '../../ledger/report-rules.ts';
import { openingRule } from '../../ledger/rules/opening.ts';
import { registryRule } from '../../ledger/rules/registry.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Work } from '../work.ts';

export const registerWork: Work = {
  rules: [...reportRules, registryRule, openingRule],
  record: (_ledger, { subject, action, fields, stamp }) => ({
    kind: 'registration',
    path: `registry/${subject}/${stamp}.yaml`,
    value: { account: subject, action, ...fields },
  }),
  count: ({ registry }, subject) => registry.get(subject)?.length ?? 0,
  course: ({ merged }, base, subject) => ({
    before: stateIn(base, subject),
    after: stateIn(merged, subject),
  }),
};

/** Where an account stands with all its steps. */
function stateIn({ registry, vocabulary }: Ledger, account: string): string {
  const { state } = register(registry.get(account) ?? [], '9999-12-31', vocabulary.registering);
  return registeredNames[state];
}
