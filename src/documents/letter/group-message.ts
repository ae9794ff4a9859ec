/** 群消息: one message for a whole work group — how much is late, whose it is, where to look — short enough to be read. */
import { inWords } from '../../day/calendar.ts';
import {
  type Due,
  type DueReminder,
  type ReminderReason,
  reminderReasons,
} from '../../domain/reminding.ts';
import { type Edition, mayCallLate } from '../../views/edition.ts';

/** Characters that a message may have; longer ones are folded away by the group and read by nobody. */
export const LONGEST_MESSAGE = 500;

/** The message; the office that sends it is not in it, and undefined where nobody else has anything to do. */
export function groupMessage(edition: Edition, due: readonly DueReminder[]): string | undefined {
  const { ledger, today } = edition;
  const { site } = ledger;
  const others = due.filter(({ unit }) => unit !== site.office);
  if (others.length === 0) return undefined;
  const groups = (Object.keys(reminderReasons) as ReminderReason[]).flatMap((reason) => {
    const units = countsBy(others, reason);
    const total = units.reduce((sum, [, count]) => sum + count, 0);
    const named = units.map(([unit, count]) => `${shortName(edition, unit)}${String(count)}`);
    return total === 0 ? [] : [{ head: `${reminderReasons[reason]}${String(total)}个`, named }];
  });
  const page = edition.audience === 'internal' ? site.internalAddress : site.address;
  const papers = edition.audience === 'internal' ? '详见各单位催办单。' : '';
  const foot = page === undefined ? papers : `详见 ${page.replace(/\/?$/u, '/')}overdue.html`;
  const head = `【整改催办】${inWords(today)}，请以下单位按时整改、报送：`;
  // The shares of the lines are cut alike until the whole fits.
  for (let most = Math.max(...groups.map(({ named }) => named.length)); ; most -= 1) {
    const lines = groups.map(({ head: title, named }) => {
      const rest = named.length > most ? `等${String(named.length)}个单位` : '';
      return `${title}：${named.slice(0, most).join('、')}${rest}`;
    });
    const message = [head, ...lines, foot].join('\n').trimEnd();
    if ([...message].length < LONGEST_MESSAGE || most <= 1) return message;
  }
}

/** What of it the public site says too: problems that it shows and may call late. `edition` is the public one. */
export function publicPart(edition: Edition, due: readonly DueReminder[]): DueReminder[] {
  return due.flatMap((one): DueReminder[] => {
    const shown = one.due.filter(
      ({ issue: { id, issue }, reason }) =>
        reason === 'overdue' &&
        edition.issues.get(id)?.lateness.kind === 'overdue' &&
        mayCallLate(edition, issue.campaign),
    );
    return shown.length === 0 ? [] : [{ ...one, due: shown }];
  });
}

/** Units with the number of their issues of a reason, the most first. */
function countsBy(due: readonly DueReminder[], reason: ReminderReason): [string, number][] {
  const counts = new Map<string, number>();
  const hasReason = (one: Due): boolean => one.reason === reason;
  for (const { unit, due: issues } of due) {
    const count = issues.filter(hasReason).length;
    if (count > 0) counts.set(unit, (counts.get(unit) ?? 0) + count);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** The shortest name that the ledger has of a unit. */
function shortName({ ledger }: Edition, id: string): string {
  const unit = ledger.units.get(id);
  if (unit === undefined) return id;
  return [unit.name, ...unit.aliases].reduce((a, b) => (b.length < a.length ? b : a));
}
