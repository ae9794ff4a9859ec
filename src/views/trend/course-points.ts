/** 月末状况: the replayed months, made once an edition: home, trends and search all tell them. */
import { trendPoints, type TrendPoint } from '../../domain/figures/trend.ts';
import type { Edition } from '../edition.ts';

const known = new WeakMap<Edition, readonly TrendPoint[]>();

export function coursePoints(edition: Edition): readonly TrendPoint[] {
  const made = known.get(edition) ?? trendPoints(edition.ledger, edition.today);
  known.set(edition, made);
  return made;
}
