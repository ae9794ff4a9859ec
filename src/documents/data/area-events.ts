/** 下级的日子: when the sums of a child grow too old to count, and the last days of its issues that may be named. */
import { addDays, daysBetween } from '../../day/calendar.ts';
import { childrenAddress } from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { childName, childrenOf } from '../../views/rollup/children.ts';
import { searchedChildren } from '../../views/rollup/searched.ts';
import { siteView } from '../../views/site-view.ts';
import type { DueEvent } from './due-event.ts';

/** Of children whose sums count; the others stand on the page of children. */
export function areaEvents(face: Face): DueEvent[] {
  return [...reportEvents(face), ...issueEvents(face)];
}

function reportEvents(face: Face): DueEvent[] {
  const { address } = siteView(face);
  return childrenOf(face).flatMap(({ child, counted, last }) => {
    if (!counted || last === undefined) return [];
    const { asOf } = last.summary;
    const on = addDays(asOf, child.lateAfter);
    return [
      {
        uid: `${child.id}-child@ledger`,
        on,
        summary: `下级报数到期：${childName(child)}`,
        description: `现有截至${asOf}的数；过了这一天没有新数，不计入合计。`,
        url: address === undefined ? undefined : address + childrenAddress,
        sequence: daysBetween('2000-01-01', on),
        stamp: last.gatheredOn,
      },
    ];
  });
}

function issueEvents(face: Face): DueEvent[] {
  const counted = new Map(
    childrenOf(face).flatMap((one) => (one.counted ? [[one.child.id, one]] : [])),
  );
  return searchedChildren(face).flatMap(({ child, roster, asOf, address }) => {
    const last = counted.get(child.id)?.last;
    if (last === undefined) return [];
    return roster.issues.flatMap(({ id, title, unit, state, dueOn, href }) =>
      dueOn === undefined
        ? []
        : [
            {
              uid: `${child.id}-${id}-due@ledger`,
              on: dueOn,
              summary: `整改截止：${childName(child)} ${unit}`,
              description: [title, `状态：${state}（截至${asOf.iso}）`].join('\n'),
              url: address === undefined ? undefined : address + href,
              sequence: daysBetween('2000-01-01', dueOn),
              stamp: last.gatheredOn,
            },
          ],
    );
  });
}
