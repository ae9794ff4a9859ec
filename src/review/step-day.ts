/** 报告日期: whether a new update may say its day on the day on which it comes in. */
import { daysBetween, inWords } from '../day/calendar.ts';
import { approvalOfRecord } from '../domain/issue/approval.ts';
import { valueOn } from '../domain/setting.ts';
import type { Fault } from '../ledger/fault.ts';
import type { Entry } from '../schema/ledger.ts';
import type { Update } from '../schema/update.ts';
import { actions } from '../text/terms.ts';
import { faultOf, type StepCase } from './proposal/case.ts';

/** The day that a new update says, beside the one on which it comes in. */
export function dayFaults(file: StepCase, update: Entry<Update>): Fault[] {
  return [...lateFaults(file, update), ...approvalFaults(file, update)];
}

function lateFaults({ today, base }: StepCase, update: Entry<Update>): Fault[] {
  const { path, reportedOn } = update;
  if (reportedOn > today)
    return [
      faultOf(
        path,
        'future',
        `报告日期${inWords(reportedOn)}还没有到（今天是${inWords(today)}）`,
        '把 reportedOn 改成报送当天或之前的日期',
      ),
    ];
  const days = daysBetween(reportedOn, today);
  const most = valueOn(base.vocabulary.timing.lateReceiptDays, today);
  if (days <= most) return [];
  return [
    faultOf(
      path,
      'late-receipt',
      `报告日期比收件早 ${String(days)} 天，超过 ${String(most)} 天`,
      '请核对日期；合并后会标注“迟报”，收件日以合并之日为准',
      'warning',
    ),
  ];
}

/** A new decision is asked for its approval by the day on which it comes in, too: its own day anybody may type. */
function approvalFaults({ today, merged }: StepCase, update: Entry<Update>): Fault[] {
  if (update.drafter !== undefined || approvalOfRecord(merged, update) !== undefined) return [];
  const owed = approvalOfRecord(merged, update, today);
  if (owed === undefined) return [];
  return [
    faultOf(
      update.path,
      'approval-backdated',
      `本专项${inWords(owed.from)}起要审签，现在交来的“${actions[update.action]}”写着${inWords(update.reportedOn)}，没有审签`,
      '先拟办，领导审签以后再签发，reportedOn 写签发的那天',
    ),
  ];
}
