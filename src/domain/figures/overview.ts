/** 统计表: all figures and all breakdowns of a standing as plain data, the same for commands, pages and documents. */
import { basisSentence, type Basis } from '../issue/basis.ts';
import { breakdown, type Dimension, dimensions } from './breakdown.ts';
import { type ClosingMonth, closingMonths } from './closings.ts';
import { dutyTable, type DutyTable } from './duty-table.ts';
import { type FlowMonth, flowMonths } from './flows.ts';
import { type FigureValue, type RowKind, valueInWords } from './figure-value.ts';
import { type Figure, figures, figureOf, rowsOf } from './figures.ts';
import type { Scope, Standing } from '../issue/standing.ts';

/** A figure with its value; `words` is how tables print it. */
export interface FigureRow extends Pick<Figure, 'id' | 'name' | 'definition' | 'group' | 'basis'> {
  readonly unit: string;
  readonly rowKind: RowKind;
  readonly value: FigureValue;
  readonly words: string;
}

/** A part of a breakdown with the figures of `partFigures`. */
interface PartRow {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly string[];
  readonly figures: Readonly<Record<PartFigure, number>>;
}

export interface BreakdownTable {
  readonly dimension: Dimension;
  readonly name: string;
  readonly definition: string;
  /** 项次: the sum of the parts; equal to 问题总数 but for problems. */
  readonly items: number;
  readonly parts: readonly PartRow[];
}

export interface Overview {
  readonly basis: Basis;
  readonly basisSentence: string;
  readonly scope: Scope;
  readonly figures: readonly FigureRow[];
  readonly breakdowns: readonly BreakdownTable[];
  readonly months: readonly ClosingMonth[];
  /** Into 未完成 and out of it, by month. */
  readonly flows: readonly FlowMonth[];
  readonly duties: DutyTable;
}

/** The figures of every part: counts whose sum over a partition is the whole. */
export const partFigures = [
  'total',
  'closed',
  'sustained',
  'unfinished',
  'overdue',
  'due-soon',
  'void',
] as const;
type PartFigure = (typeof partFigures)[number];

/** Everything that is counted, for one standing. */
export function overviewOf(standing: Standing): Overview {
  return {
    basis: standing.basis,
    basisSentence: basisSentence(standing.basis),
    scope: standing.scope,
    figures: figures.map((figure) => figureRow(figure, standing)),
    breakdowns: (Object.keys(dimensions) as Dimension[]).map((dimension) =>
      tableOf(standing, dimension),
    ),
    months: closingMonths(standing),
    flows: flowMonths(standing),
    duties: dutyTable(standing),
  };
}

function figureRow(figure: Figure, standing: Standing): FigureRow {
  const { id, name, definition, group, basis, unit, rowKind } = figure;
  const value = figure.value(standing);
  return { id, name, definition, group, basis, unit, rowKind, value, words: valueInWords(value) };
}

function tableOf(standing: Standing, dimension: Dimension): BreakdownTable {
  const { parts, items } = breakdown(standing, dimension);
  const { name, definition } = dimensions[dimension];
  return {
    dimension,
    name,
    definition,
    items,
    parts: parts.map((part) => ({
      key: part.key,
      name: part.name,
      rows: part.standing.issues.map(({ id }) => id),
      figures: Object.fromEntries(
        partFigures.map((id) => [id, rowsOf(figureOf(part.standing, id)).length]),
      ) as Record<PartFigure, number>,
    })),
  };
}
