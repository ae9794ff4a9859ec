/**
 * 核对: what contradicts itself in the sums that a ledger sends up. The rows are counted again, and parts must come to
 * the whole: a total that does not follow from its rows is never believed.
 */
import type { FigureCounts, RowsFile, Summary } from '../../schema/rollup.ts';
import { added, countOf, recounted } from './counts.ts';

/** Chinese sentences without their full stop; none where everything agrees. `nameOf` gives the name of a figure. */
export function contradictions(
  summary: Summary,
  rows: RowsFile,
  nameOf: (id: string) => string,
): string[] {
  const { figures, own = figures, withheld, children } = summary;
  const parts = children.filter(({ counted }) => counted).map((one) => one.figures);
  return [
    ...(summary.asOf === rows.asOf ? [] : [`合计截至 ${summary.asOf}，明细截至 ${rows.asOf}`]),
    ...(summary.level === rows.level ? [] : ['合计和明细的公开程度不同']),
    ...compared('合计与明细不符', own, added([recounted(rows), withheld]), nameOf),
    ...compared('合计与下级之和不符', figures, added([own, ...parts]), nameOf),
    ...balances(figures),
    ...(groupSum(summary) === countOf(figures, 'total')
      ? []
      : [
          `合计与分平台不符：问题总数 ${String(countOf(figures, 'total'))}，各平台之和 ${String(groupSum(summary))}`,
        ]),
  ];
}

function compared(
  what: string,
  said: FigureCounts,
  counted: FigureCounts,
  nameOf: (id: string) => string,
): string[] {
  const ids = new Set([...Object.keys(said), ...Object.keys(counted)]);
  const wrong = [...ids].filter((id) => countOf(said, id) !== countOf(counted, id));
  const [first] = wrong;
  if (first === undefined) return [];
  const more = wrong.length > 1 ? `，还有 ${String(wrong.length - 1)} 项` : '';
  return [
    `${what}：${nameOf(first)}写的是 ${String(countOf(said, first))}，数出来是 ${String(countOf(counted, first))}${more}`,
  ];
}

/** 平衡关系 of docs/figures.md. */
function balances(figures: FigureCounts): string[] {
  const sum = (...ids: string[]): number => ids.reduce((all, id) => all + countOf(figures, id), 0);
  return [
    ...(sum('total') === sum('valid', 'void') ? [] : ['问题总数不等于有效问题加撤销']),
    ...(sum('valid') === sum('closed', 'sustained', 'unfinished')
      ? []
      : ['有效问题不等于已销号、长期坚持、未完成之和']),
  ];
}

function groupSum({ platforms }: Summary): number {
  return platforms.reduce((all, { total }) => all + total, 0);
}
