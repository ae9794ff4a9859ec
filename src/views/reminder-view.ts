/** 催办记录: when units were last reminded; on the internal site only. */
import type { Edition } from './edition.ts';
import { type DayView, dayView } from './day-view.ts';

export interface ReminderView {
  /** The last day on which reminders are on record; undefined where there never were any. */
  readonly last: { readonly on: DayView; readonly units: number } | undefined;
}

/** Undefined on the public site. Reminders after the day that the site counts from do not count. */
export function reminderView({ audience, ledger, today }: Edition): ReminderView | undefined {
  if (audience === 'public') return undefined;
  const sent = (ledger.reminders ?? []).filter(({ sentOn }) => sentOn <= today);
  const on = sent.at(-1)?.sentOn;
  if (on === undefined) return { last: undefined };
  const units = new Set(sent.filter(({ sentOn }) => sentOn === on).map(({ unit }) => unit));
  return { last: { on: dayView(on, today), units: units.size } };
}
