/** 预警文字: what runs out soon, by unit, for a chat group or as Markdown; behind the reminders of the day. */
import { inWords } from '../../day/calendar.ts';
import { type Limit, limitInWords, warningKinds, warningsOf } from '../../domain/warning.ts';
import type { Face } from '../../views/face.ts';
import { limitSubject } from '../../views/inspection/warning-view.ts';
import { unitRef } from '../../views/names.ts';
import type { Block } from '../template/block.ts';

/** One list a unit of `units`, in the order of the register. Rechecks that are due are reminded of anyway. */
export function warningBlocks(face: Face, units: ReadonlySet<string>): Block[][] {
  const { ledger, standing } = face;
  const warnings = warningsOf(standing).filter(({ kind, days }) => kind !== 'review' || days > 0);
  const byUnit = Map.groupBy(warnings, (one) => one.unit);
  return [...ledger.units.keys()].flatMap((id) => {
    const own = byUnit.get(id);
    if (own === undefined || !units.has(id)) return [];
    return [
      [
        { kind: 'title', text: `【预警】${unitRef(ledger, id).name}` },
        ...own.map((one, at): Block => ({
          kind: 'body',
          text: `${String(at + 1)}.${line(face, one)}`,
        })),
      ],
    ];
  });
}

function line({ ledger }: Face, one: Limit): string {
  const subject = limitSubject(ledger, one);
  return `${subject.name}：${warningKinds[one.kind]}${inWords(one.on)}，${limitInWords(one)}。`;
}
