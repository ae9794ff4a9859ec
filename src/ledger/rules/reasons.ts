import { actions } from '../../text/terms.ts';
import type { Action } from '../../schema/update.ts';
import type { Rule } from '../rule.ts';

/** Decisions that owe a reason, by the action. */
const OWING: ReadonlySet<Action> = new Set(['returned', 'extended', 'reopened', 'voided']);

/** A decision says why: in an internal field, or in a public repository, which may not hold one, in the public note. */
export const reasonsRule: Rule = {
  id: 'reasons',
  title: '退回、延期、重启、撤销写理由，上级核销写文号；公开仓库里写公开说明',
  *check({ ledger }) {
    const isPublic = ledger.site.repository === 'public';
    for (const updates of ledger.updates.values()) {
      for (const update of updates) {
        const what = actions[update.action];
        const missing = (message: string, remedy: string) => ({
          file: update.path,
          at: ['action'],
          message,
          remedy,
        });
        if (OWING.has(update.action)) {
          if (isPublic && update.publicNote === undefined)
            yield missing(`“${what}”没有写公开说明`, '补上 publicNote，用一句可以公开的话说明理由');
          if (!isPublic && !('reason' in update && update.reason !== undefined))
            yield missing(`“${what}”没有写理由`, '补上 reason，写明理由');
        }
        if (!isPublic && update.action === 'confirmedAbove' && update.document === undefined)
          yield missing(`“${what}”没有写文号`, '补上 document，写核销文件的文号');
      }
    }
  },
};
