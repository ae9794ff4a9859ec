/** 月末状况: the replayed months, made once a face: home, trends and search all tell them. */
import { trendPoints, type TrendPoint } from '../../domain/figures/trend.ts';
import type { Face } from '../face.ts';

const known = new WeakMap<Face, readonly TrendPoint[]>();

export function coursePoints(face: Face): readonly TrendPoint[] {
  const made = known.get(face) ?? trendPoints(face.ledger, face.today);
  known.set(face, made);
  return made;
}
