import { isFromAbove } from '../../domain/issue/round/closing.ts';
import { origins } from '../../schema/issue.ts';
import { actions } from '../../text/terms.ts';
import type { Action } from '../../schema/update.ts';
import type { Rule } from '../rule.ts';

/** Decisions that owe a reason, by the action. */
const OWING: ReadonlySet<Action> = new Set([
  'returned',
  'extended',
  'deferred',
  'reopened',
  'voided',
]);

/** A decision says why: in an internal field, or in a public repository, which may not hold one, in the public note. */
export const reasonsRule: Rule = {
  id: 'reasons',
  title: '退回、延期、暂缓、重启、撤销写理由，上级核销、上级交办的暂缓写文号；公开仓库里写公开说明',
  *check({ ledger }) {
    const isPublic = ledger.site.repository === 'public';
    for (const [id, updates] of ledger.updates) {
      const issue = ledger.issues.get(id);
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
        if (
          !isPublic &&
          update.action === 'deferred' &&
          update.document === undefined &&
          issue !== undefined &&
          isFromAbove(issue)
        )
          yield missing(
            `${origins[issue.origin]}的问题，“${what}”没有写批准文号`,
            '谁交办谁批准：先报交办的上级同意，再把它的文号写进 document',
          );
      }
    }
  },
};
