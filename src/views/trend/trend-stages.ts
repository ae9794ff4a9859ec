/** 整改阶段: closed, sustained and unfinished side by side — never merged into one rate — as cells and as bars. */
import { percent } from '../../domain/figures/figure-value.ts';
import { type ShownCell, numeral, words } from '../cell-table.ts';
import type { PartView } from '../figure/part-view.ts';
import type { TrendChart } from './trend-chart.ts';

/** Rows beyond which a picture would be longer than anybody scrolls; the table has them all. */
export const MOST_BARS = 60;

const stages = ['已销号', '长期坚持', '未完成'];
const stagesOf = ({ closed, sustained, unfinished }: PartView): number[] => [
  closed,
  sustained,
  unfinished,
];

export const stageColumns = ['问题', ...stages, '撤销', '销号率'].map((title) => ({
  title,
  number: true,
}));

export function stageCells(part: PartView): ShownCell[] {
  return [
    numeral(part.total),
    ...stagesOf(part).map(numeral),
    numeral(part.total - part.closed - part.sustained - part.unfinished),
    words(percent(part.closed, part.closed + part.sustained + part.unfinished)),
  ];
}

/** One bar a part; undefined where they are too many. */
export function stageChart(parts: readonly PartView[]): TrendChart | undefined {
  if (parts.length > MOST_BARS) return undefined;
  return {
    kind: 'stacks',
    parts: stages,
    rows: parts.map((part) => ({ name: part.name, href: part.href, values: stagesOf(part) })),
  };
}
