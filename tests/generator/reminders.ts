/** Reminders on record for issues that are past their day: from 提醒 up to 约谈, each with everything filled in. */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import { reminderLevels, type reminder, type ReminderLevel } from '../../src/schema/reminder.ts';

export type NewReminder = z.input<typeof reminder>;

/** An issue that the unit has left open past its day. */
export interface Overdue {
  issue: string;
  unit: string;
  dueOn: string;
}

const levels = Object.keys(reminderLevels) as ReminderLevel[];
const channels: Record<ReminderLevel, string> = {
  remind: '工作群',
  urge: '函',
  circular: '文件',
  interview: '会议',
};

/** Days after the last day on which each step is taken. */
const STEP = [4, 14, 24, 34];

/** Reminders by id; every other unit is only reminded, the others go as far as time allows. */
export function remindersFor(
  overdue: readonly Overdue[],
  listedOn: ReadonlyMap<string, string>,
  asOf: string,
): Map<string, NewReminder> {
  const byUnit = Map.groupBy(overdue, ({ unit }) => unit);
  const made = new Map<string, NewReminder>();
  let turn = 0;
  for (const [unit, issues] of byUnit) {
    turn += 1;
    const [first] = issues;
    if (!first) continue;
    for (const [index, level] of levels.slice(0, turn % 2 === 0 ? 1 : levels.length).entries()) {
      const sentOn = addDays(first.dueOn, STEP[index] ?? 0);
      if (sentOn > asOf || sentOn < (listedOn.get(first.issue) ?? '')) break;
      made.set(`${sentOn.replaceAll('-', '')}-${level}-${unit}`, {
        unit,
        level,
        sentOn,
        issues: [first.issue],
        channel: channels[level],
        to: '办公室主任（示例）',
        ...(level === 'remind'
          ? {}
          : { document: `示政办督〔${sentOn.slice(0, 4)}〕${String(turn)}号` }),
        ...(level === 'remind'
          ? { answer: '企业微信群机器人收下（errcode 0 ok）；邮件12 封收下（虚构）' }
          : {}),
        note: '已电话确认收到（虚构）',
      });
    }
  }
  return made;
}
