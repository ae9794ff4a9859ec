/**
 * 核对: what contradicts itself in the sums that a ledger sends up. The rows are counted again, and parts must come to
 * the whole: a total that does not follow from its rows is never believed.
 */
import type { FigureCounts, RowsFile, RollupSums } from '../../schema/rollup.ts';
import { countOf, countsAdded, groupFigures, recountedFigures } from './counts.ts';
import { rowContradictions } from './row-facts.ts';

/** Chinese sentences without their full stop; none where everything agrees. `nameOf` gives the name of a figure. */
export function contradictions(
  sums: RollupSums,
  rows: RowsFile,
  nameOf: (id: string) => string,
): string[] {
  const { figures, own = figures, withheld, children } = sums;
  const parts = children.filter(({ counted }) => counted).map((one) => one.figures);
  return [
    ...(sums.asOf === rows.asOf ? [] : [`合计截至 ${sums.asOf}，明细截至 ${rows.asOf}`]),
    ...(sums.level === rows.level ? [] : ['合计和明细的公开程度不同']),
    ...unlikely(sums, rows),
    ...compared('合计与明细不符', own, countsAdded([recountedFigures(rows), withheld]), nameOf),
    ...rowContradictions(sums, rows, nameOf),
    ...compared('合计与下级之和不符', figures, countsAdded([own, ...parts]), nameOf),
    ...balances(figures),
    ...(groupSum(sums) === countOf(figures, 'total')
      ? []
      : [
          `合计与分平台不符：问题总数 ${String(countOf(figures, 'total'))}，各平台之和 ${String(groupSum(sums))}`,
        ]),
    ...groupsBeyond(sums),
    ...indicatorsIn(sums),
  ];
}

/** As many as a country has, and more. */
const MOST = 100_000_000;

/** What the rows cannot show: one of them twice, more of them withheld than there are, numbers of no ledger. */
function unlikely(sums: RollupSums, { issues, accounts }: RowsFile): string[] {
  const { figures, own = figures, withheld, level } = sums;
  const ids = issues.map(({ id }) => id);
  const keys = accounts.flatMap(({ key }) => key ?? []);
  const most = countOf(own, 'valid');
  const hidden = Object.values(withheld);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['明细里有同一个问题出现两次']),
    ...(new Set(keys).size === keys.length ? [] : ['明细里有同一个账号出现两次']),
    ...(level === 'internal' && hidden.some((count) => count > 0)
      ? ['内部口径的汇总不该有不列明细的']
      : []),
    ...(countOf(withheld, 'total') === 0 ? [] : ['问题总数里有不列明细的']),
    ...(hidden.every((count) => count <= most) ? [] : ['不列明细的比有效问题还多']),
    ...(Object.values(figures).every((count) => count <= MOST) ? [] : ['数不对：有的大得不合理']),
  ];
}

/** Each issue is judged by one rule or states none. */
function indicatorsIn({ figures, indicators }: RollupSums): string[] {
  if (indicators === undefined) return [];
  const isWhole = groupFigures.every(
    (id) => indicators.reduce((sum, group) => sum + group[id], 0) === countOf(figures, id),
  );
  return isWhole ? [] : ['各检查指标之和与合计不符'];
}

/** Parts of a whole that are more than it. */
function groupsBeyond({ figures, platforms, problems }: RollupSums): string[] {
  const sum = (id: 'unfinished' | 'closed'): number =>
    platforms.reduce((all, group) => all + group[id], 0);
  return [
    ...(sum('unfinished') === countOf(figures, 'unfinished') &&
    sum('closed') === countOf(figures, 'closed')
      ? []
      : ['各平台的未完成、已销号之和与合计不符']),
    ...(problems.every(({ total }) => total <= countOf(figures, 'total'))
      ? []
      : ['有的问题类别比问题总数还多']),
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

function groupSum({ platforms }: RollupSums): number {
  return platforms.reduce((all, { total }) => all + total, 0);
}
