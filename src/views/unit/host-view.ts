/** 历次主办单位: whose an account has been, one row a unit. */
import { addDays } from '../../day/calendar.ts';
import type { Ref } from '../address.ts';
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
