/** 催办的数: how often units were reminded, urged, named and summoned, from the records of what was sent. */
import { reminderLevels } from '../../text/terms.ts';
import type { ReminderLevel } from '../../schema/reminder.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Day } from '../../day/calendar.ts';

/** Begins the names of these figures. */
export const REMINDERS = '催办 ';

/** Reminders by level, sent after a day up to another, that day included. */
export function reminderFigures({ reminders }: Ledger, after: Day, until: Day): [string, number][] {
  const sent = reminders.filter(({ sentOn }) => sentOn > after && sentOn <= until);
  return (Object.keys(reminderLevels) as ReminderLevel[]).map((level) => [
    `${REMINDERS}${reminderLevels[level]}`,
    sent.filter((one) => one.level === level).length,
  ]);
}
