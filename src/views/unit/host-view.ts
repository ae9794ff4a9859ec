/** 主办单位: whose an account has been, one row a unit; and whose it was on the day of a check, where that is another's now. */
import { addDays, type Day, inWords } from '../../day/calendar.ts';
import type { Inspection } from '../../schema/inspection.ts';
import { accountOn } from '../../domain/ledger-on.ts';
import type { Ref } from '../address.ts';
import { linked, type ShownCell, words } from '../cell-table.ts';
import { type DayView, dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';

export interface HostView {
  readonly unit: Ref;
  /** Undefined for the unit that it was entered under. */
  readonly from: DayView | undefined;
  /** Its last day; undefined for the present one. */
  readonly until: DayView | undefined;
}

/** The latest first; empty where it was never handed over by the day. */
export function hostViews({ ledger, today }: Face, account: string): HostView[] {
  const first = (ledger.recorded?.accounts ?? ledger.accounts).get(account)?.unit ?? '';
  const steps = (ledger.registry.get(account) ?? []).flatMap((step) =>
    step.action === 'transferred' && step.reportedOn <= today
      ? [{ unit: step.to, from: step.reportedOn }]
      : [],
  );
  if (steps.length === 0) return [];
  const all = [{ unit: first, from: undefined }, ...steps];
  return all
    .map(({ unit, from }, at) => {
      const next = all[at + 1]?.from;
      return {
        unit: unitRef(ledger, unit),
        from: from === undefined ? undefined : dayView(from, today),
        until: next === undefined ? undefined : dayView(addDays(next, -1), today),
      };
    })
    .toReversed();
}

/** The unit whose an account was on the day of a check, and whose it is now; undefined where that is the same. */
function hostsApart({ ledger, today }: Face, account: string, on: Day): [Ref, Ref] | undefined {
  const [then, now] = [on, today].map((day) => accountOn(ledger, account, day)?.unit);
  if (then === undefined || now === undefined || then === now) return undefined;
  return [unitRef(ledger, then), unitRef(ledger, now)];
}

/** 检查时属甲街道，现由乙街道主办; empty where it was the same unit's. */
export function hostsInWords(face: Face, account: string, on: Day): string {
  const apart = hostsApart(face, account, on);
  return apart === undefined ? '' : `检查时属${apart[0].name}，现由${apart[1].name}主办`;
}

/** The day of a check of an account, and whose it was then, where that is another unit's now. */
export function dayInspected(
  face: Face,
  account: string,
  { checkedOn }: Pick<Inspection, 'checkedOn'>,
): ShownCell {
  const hosts = hostsInWords(face, account, checkedOn);
  return words(`${inWords(checkedOn)}${hosts === '' ? '' : `（${hosts}）`}`);
}

/** The unit under which a check counts an account, and beside it whose it is now. */
export function hostThenCell(face: Face, account: string, unit: string, on: Day): ShownCell {
  const then = linked(unitRef(face.ledger, unit));
  const apart = hostsApart(face, account, on);
  if (apart === undefined) return then;
  const [, now] = apart;
  return { ...then, links: [{ ...now, name: `检查时属该单位，现由${now.name}主办` }] };
}

/** How many accounts a sentence names. */
const NAMED = 3;

/** Of the accounts of a check that are another unit's now, under which it counts them: a sentence for each two units. */
export function handedSince(face: Face, accounts: readonly string[], on: Day): string[] {
  const handed = accounts.flatMap((id) => {
    const said = hostsInWords(face, id, on);
    const name = face.ledger.accounts.get(id)?.name ?? id;
    return said === '' ? [] : [{ name, said }];
  });
  return [...Map.groupBy(handed, ({ said }) => said)].map(([said, own]) => {
    const names = own.slice(0, NAMED).map(({ name }) => `“${name}”`);
    const more = own.length > NAMED ? `等${String(own.length)}个账号` : '';
    return `${names.join('、')}${more}${said}；检查的各数都计在检查时的单位。`;
  });
}
