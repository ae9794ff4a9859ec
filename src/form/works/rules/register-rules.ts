/** What judges a step of the register. */
import { register } from '../../../domain/register.ts';
import { registeredNames } from '../../../domain/registration.ts';
import { reportRules } from '../../../ledger/report-rules.ts';
import { openingRule } from '../../../ledger/rules/opening.ts';
import { registryRule } from '../../../ledger/rules/registry.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import type { WorkRules } from '../../work.ts';

export const registerWorkRules: WorkRules = {
  rules: [...reportRules, registryRule, openingRule],
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
