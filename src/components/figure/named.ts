/** Finds a figure of a list by its id. */
import type { FigureView } from '../../views/figure/figure-view.ts';

/** The figure `id`. Throws RangeError when the list has none. */
export function shownFigure(figures: readonly FigureView[], id: string): FigureView {
  const found = figures.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no figure ${id}`);
  return found;
}
