/**
 * 指标: the registry of all figures. Pages, documents and commands take names, definitions and numbers from here,
 * because there is one source.
 */
import type { FigureValue } from './figure-value.ts';
import { extentFigures } from './extent.ts';
import type { Figure } from './figure.ts';
import { latenessFigures } from './lateness.ts';
import { paceFigures } from './pace.ts';
import { rateFigures } from './rates.ts';
import { stateFigures } from './state.ts';
import type { Standing } from '../issue/standing.ts';

export { figureGroups, type Figure, type FigureGroup } from './figure.ts';

/** All figures, in the order in which they are shown. */
export const figures: readonly Figure[] = [
  ...extentFigures,
  ...stateFigures,
  ...latenessFigures,
  ...rateFigures,
  ...paceFigures,
];

/** The value of the figure `id`. Throws RangeError when there is no such figure. */
export function figureOf(standing: Standing, id: string): FigureValue {
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined) throw new RangeError(`no figure ${id}`);
  return figure.value(standing);
}

/** The ids that make up a value: a rate's numerator; none for what is only reported. */
export function rowsOf(value: FigureValue): readonly string[] {
  return value.kind === 'reported' ? [] : value.rows;
}
