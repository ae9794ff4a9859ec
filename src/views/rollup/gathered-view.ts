/** 收到的: what was gathered of the children, newest first, each snapshot a sentence, for whoever follows the whole area. */
import { dayOfSnapshot } from '../../domain/rollup/trouble.ts';
import { countOf } from '../../domain/rollup/counts.ts';
import type { Child } from '../../schema/child.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { type DayView, dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { childName, levelOf } from './children.ts';
import { newestFirst } from '../issue/change-view.ts';

export interface GatheredView {
  /** What tells it from all others, whatever is added later. */
  readonly key: string;
  readonly on: DayView;
  readonly title: string;
  readonly text: string;
}

/** Only what this face may show, and nothing that is later than its day. */
export function gatheredViews(face: Face): GatheredView[] {
  const { ledger, today } = face;
  return [...ledger.children.values()]
    .flatMap((child) =>
      (ledger.snapshots[levelOf(face, child)].get(child.id) ?? []).flatMap((one) => {
        const on = dayView(dayOfSnapshot(one), today);
        return on.iso > today ? [] : [{ key: one.path, on, ...wordsOf(child, one) }];
      }),
    )
    .toSorted(newestFirst);
}

function wordsOf(child: Entry<Child>, one: Snapshot): { title: string; text: string } {
  const name = childName(child);
  if (one.outcome === 'fault') return { title: `${name}：收来的数不能用`, text: one.why };
  const { asOf, figures } = one.summary;
  const of = (id: string): string => String(countOf(figures, id));
  const paper = one.paper === undefined ? '' : `，按报表计（${one.paper}）`;
  return {
    title: `${name}：收到截至${asOf}的数${paper}`,
    text: `问题${of('total')}个，已销号${of('closed')}个，长期坚持${of('sustained')}个，未完成${of('unfinished')}个，其中逾期${of('overdue')}个`,
  };
}
