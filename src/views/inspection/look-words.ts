/**
 * 最近一次回头看怎样: what the last look-back or later check says of what is not finished, and who does what about it, in
 * words. Internal only.
 */
import { inWords } from '../../day/calendar.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Face } from '../face.ts';
import { failedAllTheSame, type IssueLook, issueLooksOf, verdictReasons } from './look-view.ts';

/**
 * What the last look-back or later check of this round says of an issue that is not finished, and what follows from it,
 * as a sentence: 2026年6月5日回头看已整改到位，尚未申请验收，仍按逾期计；请责任单位申请验收。 Empty where there was none, and on the
 * public site.
 */
export function lookInWords(face: Face, one: IssueStanding): string {
  const { history, lateness } = one;
  const { submittedOn } = history.round;
  const last = lastLook(face, one);
  if (last === undefined) return '';
  const { checkedOn } = last.check;
  const passed = last.failed.length === 0;
  const mended =
    last.others.length > 0 ? `，此项已整改到位（${failedAllTheSame(last.others)}）` : '已整改到位';
  // 又不合格 where it had been mended when it was looked at before: as the table below says.
  const seen = `${inWords(checkedOn)}${last.kind}${passed ? mended : last.result}`;
  if (history.next.owner !== 'unit') {
    const state = stateInWords(history);
    if (passed) return `${seen}，${state}。`;
    if (submittedOn !== undefined && submittedOn > checkedOn)
      return `${seen}；${inWords(submittedOn)}申请验收，${state}。`;
    return `${seen}，${state}${afterFailing(face, one)}`;
  }
  if (!passed) return `${seen}，请责任单位继续整改，整改后申请验收。`;
  const again = history.state === 'returned' ? '再次申请验收' : '申请验收';
  const late = lateness.kind === 'overdue' ? '，仍按逾期计' : '';
  return `${seen}，尚未${again}${late}；请责任单位${again}。`;
}

/** Who does what about what failed in a check after it was handed in: the reviewer looks again and sends it back. */
function afterFailing(face: Face, one: IssueStanding): string {
  const { phase, next, round } = one.history;
  if (phase === 'submitted') return '；请审核员验收时核实，仍不合格的退回。';
  if (failedSinceAccepted(face, one) === undefined)
    return round.acceptedOn === undefined ? '。' : `，${inWords(round.acceptedOn)}验收在检查以后。`;
  const settled = next.step === 'confirm' ? '报请上级核销' : '照原来的步骤办';
  return `；请审核员核实：仍不合格的登记“退回”，由责任单位继续整改后再申请验收；确已整改到位的写明情况，${settled}。`;
}

/**
 * The check in which an issue failed that had been accepted by then and is not settled yet (已验收待销号): what it waits for
 * is not the next step any more. Undefined elsewhere and on the public site.
 */
export function failedSinceAccepted(face: Face, one: IssueStanding): Entry<Inspection> | undefined {
  const { phase, round } = one.history;
  const last = phase === 'awaiting' ? lastLook(face, one) : undefined;
  if (last === undefined || last.failed.length === 0) return undefined;
  return (round.acceptedOn ?? '') <= last.check.checkedOn ? last.check : undefined;
}

/**
 * What checks saw of an issue since its unit handed in the report that waits, a line each: 2026年6月5日回头看：又不合格，内容不更新：已63天未更新.
 * Undefined where no report waits or nothing is looked at (no account), empty where none was held since.
 */
export function looksSinceReport(face: Face, one: IssueStanding): string[] | undefined {
  const { round, next } = one.history;
  const since = round.submittedOn;
  if (face.audience === 'public' || since === undefined || !isUnfinished(one)) return undefined;
  if (next.owner === 'unit' || one.issue.account === undefined) return undefined;
  return issueLooksOf(face, one)
    .filter(({ check }) => check.checkedOn > since)
    .map(({ check, kind, result, failed, others }) => {
      const why =
        failed.length > 0
          ? verdictReasons(failed)
          : others.length > 0
            ? failedAllTheSame(others)
            : '';
      return `${inWords(check.checkedOn)}${kind}：${result}${why === '' ? '' : `，${why}`}`;
    });
}

/** The last look-back or later check of this round of what is not finished; undefined on the public site. */
function lastLook(face: Face, one: IssueStanding): IssueLook | undefined {
  if (face.audience === 'public' || !isUnfinished(one)) return undefined;
  const { startedOn, number } = one.history.round;
  return issueLooksOf(face, one).findLast(
    ({ kind, check }) => kind !== '首次检查' && (number === 1 || check.checkedOn >= startedOn),
  );
}

/**
 * 2026年6月5日回头看已整改到位，待申请验收: the same in short of what the unit has only to hand in; empty elsewhere.
 */
export function mendedInShort(face: Face, one: IssueStanding): string {
  const last = one.history.next.owner === 'unit' ? lastLook(face, one) : undefined;
  if (last === undefined || last.failed.length > 0) return '';
  const item = last.others.length > 0 ? '此项' : '';
  const again = one.history.state === 'returned' ? '再次' : '';
  return `${inWords(last.check.checkedOn)}${last.kind}${item}已整改到位，待${again}申请验收`;
}
