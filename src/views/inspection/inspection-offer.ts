/** 检查: the checks there are, and what the next one would be called. */
import { yearOf } from '../../day/calendar.ts';
import { periodOf } from '../../day/period.ts';
import type { Face } from '../face.ts';
import { inspectionsUntil } from '../papers-view.ts';

export interface InspectionOffer {
  /** The latest first. */
  readonly checks: readonly { readonly value: string; readonly name: string }[];
  readonly next: { readonly id: string; readonly name: string; readonly campaign: string };
}

/** A check belongs to the quarter of its day; the second of a quarter is numbered. */
export function inspectionOffer(face: Face): InspectionOffer {
  const { today, ledger } = face;
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const campaign = `${String(yearOf(today))}-q${String(quarter)}`;
  let [id, name] = [`${campaign}-check`, `${periodOf(campaign)?.name ?? ''}检查`];
  for (let n = 2; ledger.inspections.has(id); n += 1)
    [id, name] = [
      `${campaign}-check-${String(n)}`,
      `${periodOf(campaign)?.name ?? ''}第${String(n)}次检查`,
    ];
  return { checks: inspectionsUntil(face), next: { id, name, campaign } };
}
