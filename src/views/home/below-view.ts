/** 连同下级: the sums of the whole area in a sentence, where this ledger has others below it. */
import { countOf } from '../../domain/rollup/counts.ts';
import type { Face } from '../face.ts';
import { childrenView } from '../rollup/children-view.ts';

export interface BelowView {
  readonly href: string;
  /** 连同下级台账（12家，已计入8家）：问题149个，未完成67个，其中逾期14个。 */
  readonly words: string;
}

/** Undefined where there are no children. */
export function belowView(face: Face): BelowView | undefined {
  const view = childrenView(face);
  if (view === undefined) return undefined;
  const of = (id: string): string => String(countOf(view.total, id));
  const children = view.rows.length - 1;
  const counted = view.counted === children ? '' : `，已计入${String(view.counted)}家`;
  return {
    href: view.href,
    words: `连同下级台账（${String(children)}家${counted}），问题共${of('total')}个，未完成${of('unfinished')}个，其中逾期${of('overdue')}个。`,
  };
}
