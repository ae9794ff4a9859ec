/**
 * 逾期与临期: how an issue stands to its deadline on a day. Derived, never stored; a light never stands without words.
 *
 * A unit is measured by the day of its submission: what it handed in on time is not overdue while it waits for the
 * reviewer, and was on time once accepted. Returned, it is measured by today again. Days late are counted from the
 * last day itself; the office's grace only decides from when they are called 逾期. Of a setting that changes
 * (grace, reminder) the value in force on the last day (or on the first day of what is to be done at once) counts.
 * Where a last day was moved only after it had passed (逾期后批准), the days late up to the approval stay and count.
 */
import type { Issue } from '../../../schema/issue.ts';
import type { Timing } from '../../../schema/vocabulary.ts';
import { addDays, type Day, daysBetween } from '../../../day/calendar.ts';
import type { History } from '../replay.ts';
import { deferredUntil, lateDaysOf, type Round } from '../round/round.ts';
import { isLate } from './term.ts';
import { states } from '../../../text/terms.ts';
import { valueOn } from '../../setting.ts';

/** Why there is no last day. `reopened`: a later round to which nobody gave one. */
type Undated = 'immediate' | 'ongoing' | 'recurring' | 'unread' | 'reopened';

/** Whole days late, those before an approval that came too late included; `approvedLate` says that there are such. */
interface Late {
  readonly dueOn: Day;
  readonly days: number;
  readonly approvedLate?: true;
}

export type Lateness =
  /** 撤销 */
  | { readonly kind: 'void' }
  /** 按期销号: handed in `days` before the last day (0 on it; within the grace below 0). */
  | { readonly kind: 'settled-in-time'; readonly dueOn: Day; readonly days: number }
  /** 逾期销号: handed in `days` after the last day, beyond the grace. */
  | ({ readonly kind: 'settled-late' } & Late)
  /** 已销号, where there was no last day. */
  | { readonly kind: 'settled-undated' }
  /** 待审核, handed in on time; `dueOn` undefined where there is no last day. */
  | { readonly kind: 'waiting'; readonly dueOn: Day | undefined }
  /** 待审核, handed in `days` after the last day, beyond the grace. */
  | ({ readonly kind: 'waiting-late' } & Late)
  /** 逾期 n 天 */
  | ({ readonly kind: 'overdue' } & Late)
  /** 宽限期内: past the last day by `days`, not yet called overdue. */
  | { readonly kind: 'in-grace'; readonly dueOn: Day; readonly days: number }
  /** 暂缓: put off until `dueOn`, `days` from now; on that day it is due. */
  | { readonly kind: 'deferred'; readonly dueOn: Day; readonly days: number }
  | { readonly kind: 'due-today'; readonly dueOn: Day }
  /** 临期: `days` left. */
  | { readonly kind: 'due-soon'; readonly dueOn: Day; readonly days: number }
  | { readonly kind: 'due-later'; readonly dueOn: Day; readonly days: number }
  /** No last day; from `remindOn` on it comes up (`remind`): to report a result, or to be read by a person. */
  | {
      readonly kind: 'no-date';
      readonly why: Undated;
      readonly remindOn: Day;
      readonly remind: boolean;
    }
  /** 长期整改, 按频次 or 长期坚持: `days` until its recheck day (0 on it, negative after). */
  | { readonly kind: 'review'; readonly reviewOn: Day; readonly days: number };

/** How `history` stands on its own day. */
export function latenessOf(issue: Issue, history: History, timing: Timing): Lateness {
  const { round } = history;
  const today = history.basis.on;
  switch (history.state) {
    case 'void':
      return { kind: 'void' };
    case 'sustained':
      return round.reviewOn === undefined ? settled(round, timing) : recheck(round.reviewOn, today);
    case 'closed':
      return settled(round, timing);
    case 'submitted':
      return waiting(round, timing);
    case 'open':
    case 'rectifying':
    case 'returned':
      return round.dueOn === undefined
        ? undated(issue, history, timing)
        : dated(round, round.dueOn, today, timing);
    default:
      return history.state satisfies never;
  }
}

/**
 * True when what settled the round was handed in on time, false when late; undefined where there was no last day or the
 * round is not settled. Rechecks that follow do not change it.
 */
export function inTime(round: Round, timing: Timing): boolean | undefined {
  if (round.closedOn === undefined && round.sustainedOn === undefined) return undefined;
  const { kind } = settled(round, timing);
  return kind === 'settled-undated' ? undefined : kind === 'settled-in-time';
}

function settled(round: Round, timing: Timing): Lateness {
  const { submittedOn, dueOn } = round;
  if (submittedOn === undefined || dueOn === undefined) return { kind: 'settled-undated' };
  const late = lateBy(round, dueOn, submittedOn, timing);
  return late === undefined
    ? { kind: 'settled-in-time', dueOn, days: daysBetween(submittedOn, dueOn) }
    : { kind: 'settled-late', ...late };
}

function waiting(round: Round, timing: Timing): Lateness {
  const { submittedOn, dueOn } = round;
  if (submittedOn === undefined || dueOn === undefined) return { kind: 'waiting', dueOn };
  const late = lateBy(round, dueOn, submittedOn, timing);
  return late === undefined ? { kind: 'waiting', dueOn } : { kind: 'waiting-late', ...late };
}

/** How late what was handed in on `day` is, or would have been; undefined where it is in time. */
export function lateBy(round: Round, dueOn: Day, day: Day, timing: Timing): Late | undefined {
  const before = lateDaysOf(round);
  const after = isLate(day, dueOn, timing) ? daysBetween(dueOn, day) : 0;
  if (before + after === 0) return undefined;
  return { dueOn, days: before + after, ...(before > 0 ? { approvedLate: true } : {}) };
}

function dated(round: Round, dueOn: Day, today: Day, timing: Timing): Lateness {
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    if (!isLate(today, dueOn, timing)) return { kind: 'in-grace', dueOn, days: -days };
    return { kind: 'overdue', dueOn, days: -days, ...lateBy(round, dueOn, today, timing) };
  }
  if (days === 0) return { kind: 'due-today', dueOn };
  if (deferredUntil(round) !== undefined) return { kind: 'deferred', dueOn, days };
  return days <= valueOn(timing.dueSoonDays, today)
    ? { kind: 'due-soon', dueOn, days }
    : { kind: 'due-later', dueOn, days };
}

function undated(issue: Issue, { round, basis }: History, timing: Timing): Lateness {
  const why = undatedBy(issue, round.number);
  if ((why === 'ongoing' || why === 'recurring') && round.reviewOn !== undefined) {
    return recheck(round.reviewOn, basis.on);
  }
  const begun = round.number === 1 && 'from' in issue.deadline ? issue.deadline.from : undefined;
  const from = begun ?? round.startedOn;
  const remindOn = why === 'unread' ? from : addDays(from, valueOn(timing.immediateDays, from));
  return { kind: 'no-date', why, remindOn, remind: remindOn <= basis.on };
}

function undatedBy(issue: Issue, round: number): Undated {
  switch (issue.deadline.kind) {
    case 'ongoing':
    case 'recurring':
      return issue.deadline.kind;
    case 'immediate':
    case 'immediate-then-ongoing':
      return round === 1 ? 'immediate' : 'reopened';
    case 'unread':
    case 'relative':
    case 'fixed':
    case 'fixed-then-ongoing':
      return round === 1 ? 'unread' : 'reopened';
    default:
      return issue.deadline satisfies never;
  }
}

function recheck(recheckOn: Day, today: Day): Lateness {
  return { kind: 'review', reviewOn: recheckOn, days: daysBetween(today, recheckOn) };
}

/** 红黄绿: never shown without `latenessInWords`. */
export type Light = 'red' | 'yellow' | 'green' | 'none';

/**
 * Red: late now. Yellow: soon, or somebody must act. Green: in time. None: settled, withdrawn, or handed in late, which
 * is not counted as late any more.
 */
export function lightOf(lateness: Lateness): Light {
  switch (lateness.kind) {
    case 'overdue':
      return 'red';
    case 'in-grace':
    case 'due-today':
    case 'due-soon':
      return 'yellow';
    case 'due-later':
    case 'deferred':
    case 'waiting':
      return 'green';
    case 'no-date':
      return lateness.remind ? 'yellow' : 'green';
    case 'review':
      return lateness.days <= 0 ? 'yellow' : 'green';
    case 'waiting-late':
    case 'settled-in-time':
    case 'settled-late':
    case 'settled-undated':
    case 'void':
      return 'none';
    default:
      return lateness satisfies never;
  }
}

/** Said of what was handed in after its last day and waits: the definition of 逾期报送待销号 says 不计入逾期. */
export const NOT_LATE_NOW = '现在不计入逾期';

/**
 * The lateness in Chinese, short enough for a table: 逾期3天, 剩5天（临期）, 今日到期. `waiting`: what an issue that was
 * handed in waits for.
 */
export function latenessInWords(lateness: Lateness, waiting: string = states.submitted): string {
  switch (lateness.kind) {
    case 'void':
      return '已撤销';
    case 'settled-in-time':
      return '按期';
    case 'settled-late':
      return `逾期${String(lateness.days)}天报送${approval(lateness)}`;
    case 'settled-undated':
      return '无截止日';
    case 'waiting':
      return waiting;
    case 'waiting-late':
      return `${waiting}（逾期${String(lateness.days)}天报送${lateness.approvedLate === true ? '，逾期后批准' : ''}，${NOT_LATE_NOW}）`;
    case 'overdue':
      return `逾期${String(lateness.days)}天${approval(lateness)}`;
    case 'deferred':
      return `暂缓，剩${String(lateness.days)}天`;
    case 'in-grace':
      return `已过截止日${String(lateness.days)}天（宽限期内）`;
    case 'due-today':
      return '今日到期';
    case 'due-soon':
      return `剩${String(lateness.days)}天（临期）`;
    case 'due-later':
      return `剩${String(lateness.days)}天`;
    case 'no-date':
      return undatedInWords(lateness.why, lateness.remind);
    case 'review':
      return recheckInWords(lateness.days);
    default:
      return lateness satisfies never;
  }
}

/** 逾期后批准: that some of the days were late before the last day was moved. */
function approval({ approvedLate }: Late): string {
  return approvedLate === true ? '（逾期后批准）' : '';
}

function undatedInWords(why: Undated, remind: boolean): string {
  if (why === 'unread') return '时限待确认';
  const name =
    why === 'immediate' ? '立即整改' : why === 'reopened' ? '重启后未定时限' : '长期整改';
  if (!remind) return name;
  // Short enough for a line of a list on a phone.
  return why === 'reopened' ? '重启后应报未报' : `${name}，应报未报`;
}

function recheckInWords(days: number): string {
  if (days === 0) return '今日复查';
  return days > 0 ? `剩${String(days)}天复查` : `已过复查日${String(-days)}天`;
}
