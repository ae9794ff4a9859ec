/** 群消息: one message for a whole work group — how much is late, whose it is, where to look — short enough to be read. */
import { inWords } from '../../../day/calendar.ts';
import type { DueReminder } from '../../../domain/reminding.ts';
import { type Face, mayCallLate } from '../../../views/face.ts';
import { groupDue, groupPage } from './due.ts';

/** Characters that a message may have; longer ones are folded away by the group and read by nobody. */
export const LONGEST_MESSAGE = 500;

/** The message; the office that sends it is not in it, and undefined where nobody else has anything to do. */
export function groupMessage(face: Face, due: readonly DueReminder[]): string | undefined {
  const groups = groupDue(face, due).map(({ title, total, units }) => ({
    head: `${title}${String(total)}个`,
    // What does not fit is folded away: the most first.
    named: units
      .toSorted((a, b) => b.count - a.count)
      .map(({ name, count }) => `${name}${String(count)}`),
  }));
  if (groups.length === 0) return undefined;
  const page = groupPage(face);
  const papers = face.audience === 'internal' ? '详见各单位催办单。' : '';
  const foot = page === undefined ? papers : `详见 ${page}`;
  const head = `【整改催办】${inWords(face.today)}，请以下单位按时整改、报送：`;
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

/** What of it the public site says too: problems that it shows and may call late. `face` is the public one. */
export function publicPart(face: Face, due: readonly DueReminder[]): DueReminder[] {
  return due.flatMap((one): DueReminder[] => {
    const shown = one.due.filter(
      ({ issue: { id, issue }, reason }) =>
        reason === 'overdue' &&
        face.issues.get(id)?.lateness.kind === 'overdue' &&
        mayCallLate(face, issue.campaign),
    );
    return shown.length === 0 ? [] : [{ ...one, due: shown }];
  });
}
