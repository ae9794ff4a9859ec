/** 群里的数: what a work group is told, counted once for the message and for the picture. */
import {
  type Due,
  type DueReminder,
  type ReminderReason,
  reminderReasons,
} from '../../../domain/reminding.ts';
import type { Face } from '../../../views/face.ts';

export interface GroupDue {
  readonly reason: ReminderReason;
  readonly title: string;
  /** Issues of all units. */
  readonly total: number;
  /** Units under their shortest name with their number of issues, in the official order. */
  readonly units: readonly { readonly name: string; readonly count: number }[];
}

/** By reason, those without an issue left out; the office that sends it is not counted. */
export function groupDue({ ledger }: Face, due: readonly DueReminder[]): GroupDue[] {
  const others = due.filter(({ unit }) => unit !== ledger.site.office);
  return (Object.keys(reminderReasons) as ReminderReason[]).flatMap((reason) => {
    const hasReason = (one: Due): boolean => one.reason === reason;
    const counts = new Map<string, number>();
    for (const { unit, due: issues } of others)
      counts.set(unit, (counts.get(unit) ?? 0) + issues.filter(hasReason).length);
    const units = [...ledger.units.values()].flatMap((unit) => {
      const count = counts.get(unit.id) ?? 0;
      const name = [unit.name, ...unit.aliases].reduce((a, b) => (b.length < a.length ? b : a));
      return count === 0 ? [] : [{ name, count }];
    });
    const total = units.reduce((sum, { count }) => sum + count, 0);
    return total === 0 ? [] : [{ reason, title: reminderReasons[reason], total, units }];
  });
}

/** Where whoever reads it sees the problems themselves; undefined for a site without an address. */
export function groupPage({ audience, ledger: { site } }: Face): string | undefined {
  const page = audience === 'internal' ? site.internalAddress : site.address;
  return page && `${page.replace(/\/?$/u, '/')}overdue.html`;
}
