/** 时限: what is late, what is due, what somebody must look at. */
import type { Day } from '../../day/calendar.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { latenessOf } from '../issue/deadline/lateness.ts';
import { replay } from '../issue/replay.ts';
import { closingOf } from '../issue/round/closing.ts';
import { lateDaysOf } from '../issue/round/round.ts';
import type { IssueStanding } from '../issue/standing.ts';
import { countingFigure, type Figure } from './figure.ts';

/** 逾期: past its last day and the grace, and nothing handed in that still stands. */
export function isOverdue({ lateness }: IssueStanding): boolean {
  return lateness.kind === 'overdue';
}

/**
 * Whether an issue was late at the end of a day up to that of its standing: counted by its own records alone, and replayed
 * only where it was running and past a last day then, so that a year of days costs little.
 */
export function wasOverdue(
  ledger: Pick<Ledger, 'campaigns' | 'updates' | 'vocabulary'>,
  { id, issue, history }: IssueStanding,
  day: Day,
): boolean {
  const round = history.rounds.findLast(({ startedOn }) => startedOn <= day);
  if (round === undefined) return false;
  const over = [round.closedOn, round.sustainedOn, round.voidedOn].some(
    (on) => on !== undefined && on <= day,
  );
  const passed = [round.originalDueOn, ...round.extensions.map(({ to }) => to)].some(
    (on) => on !== undefined && on < day,
  );
  if (over || !passed) return false;
  const { timing } = ledger.vocabulary;
  const campaign = closingOf(ledger, issue);
  const then = replay(issue, ledger.updates.get(id) ?? [], { campaign, timing, today: day });
  return latenessOf(issue, then, timing).kind === 'overdue';
}

/** 临期: due today or within 临期天数, and nothing handed in that still stands. */
function isDueSoon({ lateness }: IssueStanding): boolean {
  return lateness.kind === 'due-soon' || lateness.kind === 'due-today';
}

/** 到期复查: a standing issue whose recheck day has come. */
export function isRecheckDue({ lateness }: IssueStanding): boolean {
  return lateness.kind === 'review' && lateness.days <= 0;
}

export const latenessFigures: readonly Figure[] = [
  countingFigure(
    'lateness',
    'overdue',
    '逾期',
    '已过截止日和宽限天数，还没有申请验收（或被退回）的问题；截止当天不算逾期，无截止日的不算。',
    isOverdue,
  ),
  countingFigure(
    'lateness',
    'in-grace',
    '宽限期内',
    '已过截止日、还在宽限天数之内，没有申请验收的问题；不算逾期。',
    ({ lateness }) => lateness.kind === 'in-grace',
  ),
  countingFigure(
    'lateness',
    'due-soon',
    '临期',
    '今日到期，或距截止日不超过临期天数，还没有申请验收的问题。',
    isDueSoon,
  ),
  countingFigure(
    'lateness',
    'due-later',
    '未到期',
    '距截止日超过临期天数，还没有申请验收的问题。',
    ({ lateness }) => lateness.kind === 'due-later',
  ),
  countingFigure(
    'lateness',
    'deferred',
    '暂缓',
    '因客观原因暂不能完成、经交办的一级批准暂缓，还没有到批准的日子的问题；在未完成之内单独计数，不算逾期、临期，到那天照常到期。',
    ({ lateness }) => lateness.kind === 'deferred',
  ),
  countingFigure(
    'lateness',
    'waiting',
    '按期报送待销号',
    '截止日（含宽限天数）之前申请验收、还没有销号的问题；没有截止日的也在内。',
    ({ lateness }) => lateness.kind === 'waiting',
  ),
  countingFigure(
    'lateness',
    'waiting-late',
    '逾期报送待销号',
    '过了截止日和宽限天数才申请验收（或逾期后才批准延期、暂缓）、还没有销号的问题；不计入逾期。',
    ({ lateness }) => lateness.kind === 'waiting-late',
  ),
  countingFigure(
    'lateness',
    'undated',
    '无截止日',
    '待整改、整改中或退回的问题中，时限没有确定日期的：立即整改、长期整改、按频次和时限待确认的。',
    ({ lateness, history }) =>
      lateness.kind === 'no-date' || (lateness.kind === 'review' && history.state !== 'sustained'),
  ),
  countingFigure(
    'lateness',
    'reminder-due',
    '应报未报',
    '立即整改、重启后未定时限的问题，满提醒天数还没有申请验收的；不是逾期。',
    ({ lateness }) => lateness.kind === 'no-date' && lateness.why !== 'unread' && lateness.remind,
  ),
  countingFigure(
    'lateness',
    'review-due',
    '到期复查',
    '长期整改或长期坚持的问题，已到复查日而没有复查的，当天也在内。',
    isRecheckDue,
  ),
  countingFigure(
    'lateness',
    'unread',
    '时限待确认',
    '时限原文读不出确定日期、要由人确认，而单位还没有申请验收的问题。',
    ({ lateness }) => lateness.kind === 'no-date' && lateness.why === 'unread',
  ),
  countingFigure(
    'lateness',
    'extended',
    '延期的问题',
    '本轮经审核员延期的有效问题；原截止日仍在记录中。',
    ({ history }) =>
      history.state !== 'void' && history.round.extensions.some(({ deferred }) => !deferred),
  ),
  countingFigure(
    'lateness',
    'approved-late',
    '逾期后批准',
    '本轮过了截止日和宽限天数才申请、经批准延期或暂缓的有效问题；批准之前的逾期天数照计，以后办结的算逾期。',
    ({ history }) => history.state !== 'void' && lateDaysOf(history.round) > 0,
  ),
];
