/**
 * 上级交办的: where the findings, checks and self-checks of the office above stand here, as it is told with the sums — in the
 * words of this ledger's own pages, so that it sees what waits for its 核销.
 */
import { isFromAbove } from '../../domain/issue/round/closing.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { selfCheckStanding } from '../../domain/inspection/self-check.ts';
import type { RowsFile } from '../../schema/rollup.ts';
import type { Face } from '../face.ts';

/** By the ids that the office above gave them; checks are for the offices alone. */
export function statesForAbove(face: Face): RowsFile['assigned'] {
  const issues = face.standing.issues
    .filter(({ issue }) => isFromAbove(issue))
    .map(({ id, history }) => ({ id, state: stateInWords(history) }));
  return face.audience === 'internal' ? [...issues, ...checksFromAbove(face)] : issues;
}

function checksFromAbove({ ledger, today }: Face): RowsFile['assigned'] {
  const checks = [...ledger.inspections.values()].flatMap((one) => {
    if (one.scope.kind !== 'above') return [];
    const { checked, failed } = inspectionFigures(ledger, one);
    return [
      {
        id: one.id,
        state: `已登记，检查 ${String(checked)} 个，不合格 ${String(failed)} 个`,
      },
    ];
  });
  const selfChecks = [...ledger.campaigns.values()].flatMap((one) => {
    if (one.assigned === undefined) return [];
    const { answered, zero, silent, found } = selfCheckStanding(ledger, one, today);
    const units = answered.length + silent.length;
    const concluded = one.concluded !== undefined && one.concluded.on <= today ? '已结项，' : '';
    return [
      {
        id: one.id,
        state: `${concluded}${String(units)} 家单位，已报 ${String(answered.length)}，零报告 ${String(zero.length)}，未报 ${String(silent.length)}，发现 ${String(found.length)} 个`,
      },
    ];
  });
  return [...checks, ...selfChecks];
}
