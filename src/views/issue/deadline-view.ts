/** 整改时限 of one issue: as written, as read, and what the office's settings add — always marked 系统设定. */
import { deadlineGroups } from '../../domain/figures/breakdown.ts';
import { addDays } from '../../day/calendar.ts';
import { reminderOn, recheckOn } from '../../domain/issue/deadline/deadline.ts';
import { deferredUntil, lateDaysOf } from '../../domain/issue/round/round.ts';
import { valueOn } from '../../domain/setting.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { isWorkday } from '../../day/workday.ts';
import { shownDay, type DayView, dayView } from '../day-view.ts';
import { type Face, mayCallLate } from '../face.ts';

export interface DeadlineView {
  /** As written in the source. */
  readonly text: string;
  readonly kind: string;
  /** The last day in force, after extensions. */
  readonly dueOn: DayView | undefined;
  /** The first last day, where it was moved. */
  readonly originalDueOn: DayView | undefined;
  readonly reviewOn: DayView | undefined;
  /** What is to be reached by then, as the source says. */
  readonly goal: string | undefined;
  /** What a reader should know of the reading; each a sentence. */
  readonly notes: readonly string[];
}

export function deadlineView(face: Face, one: IssueStanding): DeadlineView {
  const { deadline } = one.issue;
  const { round } = one.history;
  const day = (on: string | undefined): DayView | undefined =>
    on === undefined ? undefined : dayView(on, face.today);
  const moved = round.originalDueOn !== round.dueOn;
  return {
    text: deadline.text,
    kind: deadlineGroups[deadline.kind],
    dueOn: day(round.dueOn),
    originalDueOn: moved ? day(round.originalDueOn) : undefined,
    reviewOn: day(round.reviewOn),
    goal: 'goal' in deadline ? deadline.goal : undefined,
    notes: [...dueNotes(face, one), ...kindNotes(face, one)],
  };
}

/** What is to be said of the last day itself. */
function dueNotes(face: Face, { history, issue }: IssueStanding): string[] {
  const { today, ledger } = face;
  const { dueOn, dueOnCertain, number } = history.round;
  if (dueOn === undefined) return [];
  const notes: string[] = [];
  const written = shownDay(face, dueOn);
  if (!isWorkday(dueOn).workday) {
    const reminder = shownDay(face, reminderOn(dueOn).day);
    notes.push(
      `${written.short}是${written.weekday}，不上班，截止日不变；提前到${reminder.short}（${reminder.weekday}）提醒。`,
    );
  }
  if (!dueOnCertain) notes.push('期限跨过还没有公布放假安排的日子，先按周一至周五推算，可能有变。');
  const grace = valueOn(ledger.vocabulary.timing.graceDays, dueOn);
  if (grace > 0) notes.push(`截止后宽限${String(grace)}天（系统设定）。`);
  const until = deferredUntil(history.round);
  if (until !== undefined)
    notes.push(`因客观原因暂不能完成，批准暂缓到${dayView(until, today).words}，到这天照常到期。`);
  const lateDays = lateDaysOf(history.round);
  if (lateDays > 0 && mayCallLate(face, issue.campaign))
    notes.push(`逾期后批准：批准前已逾期${String(lateDays)}天，照计。`);
  if (number > 1) notes.push(`这是第${String(number)}轮重启时另定的截止日，不由原文推算。`);
  return notes;
}

/** What is to be said of this kind of deadline. */
function kindNotes({ today, ledger }: Face, { issue, history }: IssueStanding): string[] {
  const { timing } = ledger.vocabulary;
  const { deadline, listedOn } = issue;
  const recheck = recheckOn(deadline, {
    listedOn,
    reviewEveryDays: valueOn(timing.reviewEveryDays, listedOn),
  });
  const recheckNote =
    recheck === undefined
      ? []
      : [
          // The next recheck stands beside the state; the first one is said only while it is the next.
          `每${String(recheck.every)}天复查一次${recheck.setBy === '系统设定' ? '（系统设定）' : ''}${history.round.reviewOn === recheck.day ? `，首次复查在${dayView(recheck.day, today).words}` : ''}。`,
        ];
  switch (deadline.kind) {
    case 'fixed':
      return deadline.reportOn === undefined
        ? []
        : [`整改结果另定${dayView(deadline.reportOn, today).words}上报。`];
    case 'immediate':
    case 'immediate-then-ongoing': {
      const days = valueOn(timing.immediateDays, deadline.from);
      const remindOn = dayView(addDays(deadline.from, days), today);
      return [
        `来源没有写日期，不设截止日；满${String(days)}天（${remindOn.words}）还没有报结果就提醒（系统设定）。`,
        ...recheckNote,
      ];
    }
    case 'relative':
      return deadline.from === undefined
        ? [`从${deadline.start ?? '起算日'}起算，起算日还没有登记，所以没有截止日。`]
        : history.round.number > 1
          ? []
          : [`从${dayView(deadline.from, today).words}起算，当天不计。`];
    case 'recurring':
      return history.round.reviewOn === undefined
        ? []
        : [
            `按频次坚持，没有截止日；${dayView(history.round.reviewOn, today).words}复查（系统设定）。`,
          ];
    case 'unread':
      return [
        '原文读不出确定的日期，要由人确认。',
        ...(deadline.candidates.length > 0
          ? [`可能的读法：${deadline.candidates.join('；')}。`]
          : []),
      ];
    case 'ongoing':
    case 'fixed-then-ongoing':
      return recheckNote;
    default:
      return deadline satisfies never;
  }
}
