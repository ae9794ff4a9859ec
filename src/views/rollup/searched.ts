/** 可检索的下级: the children whose names this face is searched by, in the official order. */
import type { Child } from '../../schema/child.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Roster } from '../../schema/roster.ts';
import { type DayView, dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { childrenOf, levelOf } from './children.ts';

export interface Searched {
  readonly child: Entry<Child>;
  readonly roster: Roster;
  readonly asOf: DayView;
  /** Of the child's site, without a slash at its end. */
  readonly address: string | undefined;
}

/** Only of a child whose sums were taken, and nothing that is later than the day of the face. */
export function searchedChildren(face: Face): Searched[] {
  const { ledger, today } = face;
  return childrenOf(face).flatMap(({ child, last, double }) => {
    const roster = ledger.rosters[levelOf(face, child)].get(child.id);
    if (double !== undefined || last === undefined || roster === undefined || roster.asOf > today)
      return [];
    if (last.summary.searchable !== true) return [];
    const address = last.summary.address?.replace(/\/+$/u, '');
    // Names that did not change are not written again.
    return [{ child, roster, asOf: dayView(last.summary.asOf, today), address }];
  });
}
