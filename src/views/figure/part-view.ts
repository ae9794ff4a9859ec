/** 分组 as pages show it: the parts of a breakdown with their counts and the page of their rows. */
import { breakdown, type Dimension, type BreakdownPart } from '../../domain/figures/breakdown.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import type { Standing } from '../../domain/issue/standing.ts';

export interface PartView {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly rows: readonly string[];
  readonly total: number;
  readonly unfinished: number;
  readonly closed: number;
  readonly sustained: number;
}

/** The parts of `dimension` in the order of `standing`; `address` gives the page of a part's rows. */
export function partViews(
  standing: Standing,
  dimension: Dimension,
  address: (key: string) => string,
): PartView[] {
  return breakdown(standing, dimension).parts.map((part) => partView(part, address(part.key)));
}

function partView({ key, name, standing }: BreakdownPart, href: string): PartView {
  const rows = (id: string): readonly string[] => rowsOf(figureOf(standing, id));
  return {
    key,
    name,
    href,
    rows: rows('total'),
    total: rows('total').length,
    unfinished: rows('unfinished').length,
    closed: rows('closed').length,
    sustained: rows('sustained').length,
  };
}

/** The largest first; equals keep the order of their keys. */
export function byTotal(a: PartView, b: PartView): number {
  return b.total - a.total;
}
