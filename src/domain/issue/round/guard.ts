/**
 * 办理条件: what an update owes beyond the table of transitions — days in order, a deadline to extend, the right
 * round. Each function answers with a Chinese sentence that says what is wrong and what to do, or undefined.
 */
import type { Update } from '../../../schema/update.ts';
import { addDays, type Day, daysBetween, inWords } from '../../../day/calendar.ts';
import type { Round } from './round.ts';

type Of<A extends Update['action']> = Extract<Update, { action: A }>;

/** Days of publicity from `from` to `until`, both included; 0 or less when they are the wrong way round. */
export function publicityLength(from: Day, until: Day): number {
  return daysBetween(from, until) + 1;
}

/** Why `update` may not be entered in `round`, or undefined; `publicityDays` is the campaign's. */
export function whyRefused(
  update: Update,
  round: Round,
  publicityDays: number,
): string | undefined {
  if (update.reportedOn < round.startedOn)
    return `报告日期${inWords(update.reportedOn)}早于本轮开始日${inWords(round.startedOn)}；请核对 reportedOn`;
  switch (update.action) {
    case 'submitted':
      return whyNotSubmitted(update, round);
    case 'publicity':
      return whyNotPublicity(update, round, publicityDays);
    case 'confirmedAbove':
      return whyNotConfirmed(update, round);
    case 'sustained':
    case 'reviewed':
      return whyNotRecheck(update.reviewOn, update.reportedOn);
    case 'extended':
      return whyNotExtended(update, round);
    case 'deferred':
      return whyNotDeferred(update, round);
    case 'reopened':
      return whyNotReopened(update, round);
    case 'started':
    case 'progress':
    case 'returned':
    case 'accepted':
    case 'transferred':
    case 'voided':
      return undefined;
    default:
      return update satisfies never;
  }
}

function whyNotSubmitted(
  { completedOn, reportedOn }: Of<'submitted'>,
  { number, startedOn }: Round,
): string | undefined {
  if (completedOn === undefined) return undefined;
  if (completedOn > reportedOn)
    return `完成日期${inWords(completedOn)}晚于报告日期${inWords(reportedOn)}；整改完成后再申请验收`;
  // What was found before it was listed may have been put right at once (rules/dates.ts); a later round begins anew.
  if (number > 1 && completedOn < startedOn)
    return `完成日期${inWords(completedOn)}早于本轮开始日${inWords(startedOn)}；写这一轮整改完成的日子`;
  return undefined;
}

function whyNotPublicity(
  { from, until }: Of<'publicity'>,
  { acceptedOn }: Round,
  publicityDays: number,
): string | undefined {
  if (acceptedOn !== undefined && from < acceptedOn)
    return `公示起日${inWords(from)}早于验收日${inWords(acceptedOn)}；公示从验收之后开始`;
  const days = publicityLength(from, until);
  if (days >= publicityDays) return undefined;
  return `公示期只有 ${String(Math.max(days, 0))} 天，专项要求不少于 ${String(publicityDays)} 天；公示止日至少到${inWords(addDays(from, publicityDays - 1))}`;
}

function whyNotConfirmed(
  { confirmedOn, reportedOn }: Of<'confirmedAbove'>,
  { submittedOn }: Round,
): string | undefined {
  if (confirmedOn > reportedOn)
    return `核销日期${inWords(confirmedOn)}晚于报告日期${inWords(reportedOn)}；收到核销文件后再登记`;
  if (submittedOn !== undefined && confirmedOn < submittedOn)
    return `核销日期${inWords(confirmedOn)}早于本轮申请验收日${inWords(submittedOn)}；请核对核销文件是不是这一轮的`;
  return undefined;
}

function whyNotRecheck(recheckOn: Day | undefined, reportedOn: Day): string | undefined {
  if (recheckOn === undefined || recheckOn > reportedOn) return undefined;
  return `下次复查日${inWords(recheckOn)}不晚于报告日期${inWords(reportedOn)}；请写以后的日子`;
}

function whyNotExtended(
  { askedOn, reportedOn, dueOn }: Of<'extended'>,
  round: Round,
): string | undefined {
  if (round.dueOn === undefined)
    return '这个问题没有确定的截止日，不能延期；时限要改的，请审核员先核实问题记录';
  if (askedOn > reportedOn)
    return `申请日期${inWords(askedOn)}晚于报告日期${inWords(reportedOn)}；请核对 askedOn`;
  if (dueOn <= round.dueOn)
    return `延期后的截止日${inWords(dueOn)}不晚于现截止日${inWords(round.dueOn)}；延期只能往后`;
  if (askedOn > round.dueOn && dueOn < reportedOn)
    return `延期后的截止日${inWords(dueOn)}早于报告日期${inWords(reportedOn)}；截止日过后才申请的，只能延到批准那天或以后`;
  return undefined;
}

function whyNotDeferred(
  { askedOn, reportedOn, until }: Of<'deferred'>,
  { dueOn }: Round,
): string | undefined {
  if (askedOn > reportedOn)
    return `申请日期${inWords(askedOn)}晚于报告日期${inWords(reportedOn)}；请核对 askedOn`;
  if (until <= reportedOn)
    return `暂缓到${inWords(until)}，不晚于报告日期${inWords(reportedOn)}；请写以后的日子`;
  if (dueOn !== undefined && until <= dueOn)
    return `暂缓到${inWords(until)}，不晚于现截止日${inWords(dueOn)}；暂缓只能往后`;
  return undefined;
}

function whyNotReopened(
  { round, dueOn, reportedOn }: Of<'reopened'>,
  { number }: Round,
): string | undefined {
  if (round !== number + 1)
    return `轮次写的是第 ${String(round)} 轮，应为第 ${String(number + 1)} 轮；请改 round`;
  if (dueOn !== undefined && dueOn < reportedOn)
    return `新一轮截止日${inWords(dueOn)}早于报告日期${inWords(reportedOn)}；请写以后的日子`;
  return undefined;
}
