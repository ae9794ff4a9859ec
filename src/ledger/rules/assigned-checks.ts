import type { AssignedCheck } from '../../schema/assigned-check.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { didYouMean } from '../message.ts';
import type { Finding, Rule } from '../rule.ts';

/** A check that was made here of a child's accounts names what exists, and is not mistaken for a finding. */
export const assignedChecksRule: Rule = {
  id: 'assigned-checks',
  title: '交办的检查，下级、指标版本和指标存在，编号不与交办的问题相同',
  *check({ ledger }) {
    for (const [child, list] of ledger.assignedChecks) {
      const taken = new Set((ledger.assignments.get(child) ?? []).map(({ id }) => id));
      for (const one of list) {
        const file = one.path;
        if (!ledger.children.has(child)) {
          const remedy = didYouMean(child, ledger.children.keys());
          yield {
            file,
            at: [],
            message: `下级 ${child} 不存在`,
            remedy: remedy || '先在 children/ 登记，再引用',
          };
        }
        if (one.kind === 'inspection') yield* byEdition(ledger.vocabulary, one);
        if (taken.has(one.id))
          yield {
            file,
            at: [],
            message: `编号 ${one.id} 已用于交办的一个问题`,
            remedy: '换一个编号：下级报回来的状态按编号认',
          };
      }
    }
  },
};

/** The indicators stand in the edition that the accounts were judged by. */
function* byEdition(
  { indicators }: Vocabulary,
  { path: file, edition, accounts }: Entry<Extract<AssignedCheck, { kind: 'inspection' }>>,
): Iterable<Finding> {
  const known = indicators.editions.find(({ id }) => id === edition);
  if (known === undefined) {
    const words = indicators.editions.map(({ id }) => id);
    yield {
      file,
      at: ['edition'],
      message: `指标版本 ${edition} 不存在`,
      remedy: didYouMean(edition, words) || '先在 vocabulary/indicators.yaml 登记，再引用',
    };
    return;
  }
  const ids = [...known.veto.website, ...known.veto['new-media']].map(({ id }) => id);
  for (const [row, { results }] of accounts.entries())
    for (const [at, { indicator }] of results.entries())
      if (!ids.includes(indicator))
        yield {
          file,
          at: ['accounts', row, 'results', at, 'indicator'],
          message: `检查指标 ${indicator} 不在 ${edition} 版里`,
          remedy: didYouMean(indicator, ids) || `可用的指标：${ids.join('、')}`,
        };
}
