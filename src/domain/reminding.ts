/**
 * 催办: whom to remind of what on a day, and how far to go. Escalation counts working days and goes step by step:
 * 提醒 → 督办函 → 通报 → 约谈; what was recorded once in a round is not done again.
 */
import type { Entry } from '../schema/ledger.ts';
import type { Reminder, ReminderLevel, RemindingRule } from '../schema/reminder.ts';
import { addDays, type Day } from '../day/calendar.ts';
import { isUnfinished } from './figures/state.ts';
import type { IssueStanding, Standing } from './issue/standing.ts';
import { isWorkday, lastWorkdayOnOrBefore, workdaysBetween } from '../day/workday.ts';

/** Why an issue comes up. */
export const reminderReasons = {
  overdue: '逾期',
  'due-soon': '临期',
  'result-due': '应报未报',
  'review-due': '到期复查',
  silent: '未报进展',
} as const;
export type ReminderReason = keyof typeof reminderReasons;

/** An issue to remind of. */
export interface Due {
  readonly issue: IssueStanding;
  readonly reason: ReminderReason;
  readonly level: ReminderLevel;
  /** Working days since the last day, or since something was heard; 0 where neither matters. */
  readonly workdays: number;
}

/** What a unit is to be told on a day, at one level. */
export interface DueReminder {
  readonly unit: string;
  readonly level: ReminderLevel;
  readonly due: readonly Due[];
}

/** Why nothing is sent on a day: it is a day off. */
export interface DayOff {
  readonly on: Day;
  /** The next working day. */
  readonly next: Day;
}

/** From the mildest on; one that is not in the table is missing here and does not compile. */
export const levelOrder = Object.keys({
  remind: 1,
  urge: 2,
  circular: 3,
  interview: 4,
} satisfies Record<ReminderLevel, number>) as ReminderLevel[];

/** Nothing is sent on days off. */
export function dayOff(day: Day): DayOff | undefined {
  if (isWorkday(day).workday) return undefined;
  let next = day;
  while (!isWorkday(next).workday) next = addDays(next, 1);
  return { on: day, next };
}

/** What is to be sent on the day of `standing`, by unit and then level. `sent` are the reminders on record. */
export function dueReminders(
  standing: Standing,
  rule: RemindingRule,
  sent: readonly Entry<Reminder>[],
): DueReminder[] {
  const today = standing.basis.on;
  const sentOf = byIssue(sent);
  const workdaysSince = workdaysUntil(today);
  const due = standing.issues.flatMap(
    (issue) => dueOf(issue, rule, sentOf.get(issue.id) ?? [], today, workdaysSince) ?? [],
  );
  const units = Map.groupBy(due, ({ issue }) => issue.unit);
  return [...units].flatMap(([unit, ofUnit]) =>
    levelOrder.flatMap((level): DueReminder[] => {
      const part = ofUnit.filter((one) => one.level === level);
      return part.length === 0 ? [] : [{ unit, level, due: part }];
    }),
  );
}

/** The reminders on record by what they are of, each in the order in which they stand there. */
function byIssue(
  sent: readonly Entry<Reminder>[],
): ReadonlyMap<string, readonly Entry<Reminder>[]> {
  const known = new Map<string, Entry<Reminder>[]>();
  for (const one of sent)
    for (const issue of new Set(one.issues)) known.set(issue, [...(known.get(issue) ?? []), one]);
  return known;
}

/** How many working days lie behind a day up to today; thousands of issues have the same few days. */
function workdaysUntil(today: Day): (from: Day) => number {
  const known = new Map<Day, number>();
  return (from) => {
    const count = known.get(from) ?? workdaysBetween(from, today).count;
    known.set(from, count);
    return count;
  };
}

/** `sent`: the reminders of this issue. */
function dueOf(
  one: IssueStanding,
  rule: RemindingRule,
  sent: readonly Entry<Reminder>[],
  today: Day,
  workdaysSince: (from: Day) => number,
): Due | undefined {
  const found = reasonOf(one, rule, today, workdaysSince);
  if (found === undefined) return undefined;
  const { reason, workdays } = found;
  const record = sent.filter(
    ({ sentOn }) => sentOn >= one.history.round.startedOn && sentOn <= today,
  );
  const level = nextLevel(reason, workdays, rule, record, today);
  return level === undefined ? undefined : { issue: one, reason, level, workdays };
}

/** The most pressing reason, if any. */
function reasonOf(
  one: IssueStanding,
  rule: RemindingRule,
  today: Day,
  workdaysSince: (from: Day) => number,
): { reason: ReminderReason; workdays: number } | undefined {
  const { lateness, history } = one;
  // What waits for the reviewer or the level above is not the unit's to hurry.
  if (history.next.owner !== 'unit') return undefined;
  if (lateness.kind === 'overdue') {
    return { reason: 'overdue', workdays: workdaysSince(lateness.dueOn) };
  }
  if (isDue(lateness) || isLastChance(one, today)) return { reason: 'due-soon', workdays: 0 };
  if (lateness.kind === 'no-date' && lateness.remind && lateness.why !== 'unread') {
    return { reason: 'result-due', workdays: 0 };
  }
  if (lateness.kind === 'review' && lateness.days <= 0) {
    return { reason: 'review-due', workdays: 0 };
  }
  if (!isUnfinished(one) || lateness.kind === 'deferred') return undefined;
  const heard = history.timeline
    .filter(({ refusal }) => refusal === undefined)
    .reduce((last, { on }) => (on > last ? on : last), history.round.startedOn);
  const quiet = workdaysSince(heard);
  return quiet >= rule.silentAfter ? { reason: 'silent', workdays: quiet } : undefined;
}

function isDue({ kind }: IssueStanding['lateness']): boolean {
  return kind === 'due-soon' || kind === 'due-today';
}

/** The last working day before a last day that is a day off. */
function isLastChance({ lateness }: IssueStanding, today: Day): boolean {
  return lateness.kind === 'due-later' && lastWorkdayOnOrBefore(lateness.dueOn).day === today;
}

/**
 * The level that is due and not yet on record: one step above what is, when the delay is long enough and the step
 * before it lies as far back as the rule sets the two apart.
 */
function nextLevel(
  reason: ReminderReason,
  workdays: number,
  rule: RemindingRule,
  record: readonly Reminder[],
  today: Day,
): ReminderLevel | undefined {
  const last = record.at(-1);
  if (last === undefined) return 'remind';
  if (reason !== 'overdue') return undefined;
  const after = {
    remind: 0,
    urge: rule.urgeAfter,
    circular: rule.circularAfter,
    interview: rule.interviewAfter,
  };
  const highest = Math.max(...record.map(({ level }) => levelOrder.indexOf(level)));
  const since = workdaysBetween(last.sentOn, today).count;
  return levelOrder
    .slice(highest + 1, highest + 2)
    .find((next) => workdays >= after[next] && since >= after[next] - levelReached(after, highest));
}

/** Working days of delay at which the step already taken was due. */
function levelReached(after: Readonly<Record<ReminderLevel, number>>, highest: number): number {
  return Math.max(...levelOrder.slice(0, highest + 1).map((level) => after[level]));
}
