/** 勾稽: whether the figures of a document add up. A document whose figures do not is refused. */
import { breakdown, type Dimension, dimensions } from '../../domain/figures/breakdown.ts';
import { figureOf, figures } from '../../domain/figures/figures.ts';
import type { Standing } from '../../domain/issue/standing.ts';
import { states, validFigures } from '../../text/terms.ts';

/** What does not add up, each a Chinese sentence; empty when all is right. */
export function imbalances(part: Standing): string[] {
  return [...sums(part), ...partitions(part), ...reportedTotals(part), ...listNumbers(part)];
}

/** 有效 = 已销号 + 长期坚持 + 未完成, 总数 = 各状态之和. */
function sums(part: Standing): string[] {
  const count = (id: string) => rowCount(part, id);
  return [
    ...unequal('total', Object.keys(states), count),
    ...unequal('valid', validFigures, count),
    ...unequal('total', ['valid', 'void'], count),
  ];
}

function unequal(whole: string, parts: readonly string[], count: (id: string) => number): string[] {
  const sum = parts.reduce((total, id) => total + count(id), 0);
  if (sum === count(whole)) return [];
  const terms = parts.map((id) => `${nameOf(id)}${String(count(id))}`).join('、');
  return [`${nameOf(whole)}${String(count(whole))}个，而${terms}，相加为${String(sum)}个`];
}

/** Every dimension but the kinds of problems puts each issue into exactly one part. */
function partitions(part: Standing): string[] {
  const total = part.issues.length;
  return (Object.keys(dimensions) as Dimension[]).flatMap((dimension) => {
    const { items } = breakdown(part, dimension);
    const wrong = dimension === 'problem' ? items < total : items !== total;
    const { name } = dimensions[dimension];
    return wrong ? [`按${name}分相加为${String(items)}个，问题总数${String(total)}个`] : [];
  });
}

const PAIRS = [
  ['reported-units', 'named-units'],
  ['reported-accounts', 'named-accounts'],
  ['reported-websites', 'named-websites'],
] as const;

/** What a source reports of everything cannot be less than what its list names. */
function reportedTotals(part: Standing): string[] {
  return PAIRS.flatMap(([reported, named]) => {
    const all = figureOf(part, reported);
    const some = rowCount(part, named);
    if (all.kind !== 'reported' || all.value === undefined || all.value >= some) return [];
    return [
      `${nameOf(reported)}${String(all.value)}，少于清单列名的${String(some)}（${nameOf(named)}）`,
    ];
  });
}

/**
 * 序号 run from 1 without gaps, so that the last one is the number of problems. One paper may list several campaigns: what
 * another campaign has of the same day under numbers that this one has not is no gap.
 */
function listNumbers({ issues, scope, ledger }: Standing): string[] {
  if (scope.unit !== undefined) return [];
  const lists = Map.groupBy(issues, ({ issue }) => issue.campaign);
  const all = Map.groupBy(ledger.issues.values(), ({ campaign }) => campaign);
  return [...lists].flatMap(([id, list]) => {
    const own = new Set(list.map(({ issue }) => issue.row));
    const days = new Set(list.map(({ issue }) => issue.listedOn));
    const others = [...all].flatMap(([other, some]) => {
      const ofPaper = some.filter(({ listedOn }) => days.has(listedOn));
      return other === id || ofPaper.some(({ row }) => own.has(row)) ? [] : ofPaper;
    });
    const rows = new Set([...own, ...others.map(({ row }) => row)]);
    const last = Math.max(...list.map(({ issue }) => issue.row));
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter((row) => !rows.has(row));
    const name = ledger.campaigns.get(id)?.name ?? id;
    const numbers = missing.slice(0, 5).join('、');
    return missing.length === 0
      ? []
      : [
          `${name}的清单有${String(list.length)}行，最后是第${String(last)}号，缺第${numbers}号${missing.length > 5 ? `等${String(missing.length)}个` : ''}`,
        ];
  });
}

function rowCount(part: Standing, id: string): number {
  const value = figureOf(part, id);
  return value.kind === 'count' ? value.value : 0;
}

function nameOf(id: string): string {
  return figures.find((figure) => figure.id === id)?.name ?? id;
}
