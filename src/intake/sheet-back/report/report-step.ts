/** 报送的一步: what the days of a report owe the history of its issue, and which reports come too late to count. */
import { addDays, inWords } from '../../../day/calendar.ts';
import { closingOf, policyOn } from '../../../domain/issue/round/closing.ts';
import { type History, replay } from '../../../domain/issue/replay.ts';
import { moveOf, transition } from '../../../domain/issue/transition.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { Entry, Ledger } from '../../../schema/ledger.ts';
import { actions } from '../../../text/terms.ts';
import type { NewUpdate, ReportContext } from './new-update.ts';

type Ask = (message: string, remedy: string) => void;

function historyOf(issue: Entry<Issue>, ledger: Ledger, today: string): History {
  return replay(issue, ledger.updates.get(issue.id) ?? [], {
    campaign: closingOf(ledger, issue),
    timing: ledger.vocabulary.timing,
    today,
  });
}

/** An extension is asked for where there is a last day; after it too, and is then decided as 逾期后批准. */
export function checkExtension(
  issue: Entry<Issue>,
  extendTo: string | undefined,
  { ledger, reportedOn }: ReportContext,
  ask: Ask,
): void {
  const { dueOn } = historyOf(issue, ledger, reportedOn).round;
  if (extendTo === undefined) return;
  if (dueOn === undefined) ask('这个问题没有确定的截止日，不用延期', '改选“进展”');
  else if (extendTo <= dueOn)
    ask(
      `延到${inWords(extendTo)}不晚于现截止日${inWords(dueOn)}`,
      `写${inWords(addDays(dueOn, 1))}或以后的日子`,
    );
}

/** What was completed before it was on the list, or before it was opened again, is not what was found; what will be is not. */
export function checkCompletion(
  issue: Entry<Issue>,
  completedOn: string | undefined,
  { ledger, reportedOn }: ReportContext,
  ask: Ask,
): void {
  if (completedOn === undefined) return;
  const { round } = historyOf(issue, ledger, reportedOn);
  if (completedOn > reportedOn)
    ask(
      `完成日期${inWords(completedOn)}晚于填报日期${inWords(reportedOn)}`,
      '整改完成以后再申请验收；还没有完成的，报“进展”',
    );
  else if (completedOn < issue.listedOn)
    ask(
      `完成日期${inWords(completedOn)}早于列入清单的${inWords(issue.listedOn)}`,
      '核对年份和月日，写这个问题整改完成的那一天',
    );
  else if (completedOn < round.startedOn)
    ask(
      `完成日期${inWords(completedOn)}早于重启的${inWords(round.startedOn)}`,
      '写重启以后整改完成的那一天',
    );
}

/**
 * Why a report that the review refuses needs nothing of the unit, in Chinese, and the field that shows it: it was
 * reported already, or decided on since; undefined where the unit has to mend it.
 */
export function passedBy(
  { issue, report, record }: NewUpdate,
  ledger: Ledger,
  today: string,
): { field: 'report' | 'reportedOn'; message: string } | undefined {
  const entry = ledger.issues.get(issue);
  if (entry === undefined) return undefined;
  const last = ledger.updates.get(issue)?.findLast((one) => one.reportedOn > record.reportedOn);
  if (last !== undefined)
    return {
      field: 'reportedOn',
      message: `填报日期${inWords(record.reportedOn)}早于${inWords(last.reportedOn)}登记的“${actions[last.action]}”，这一行没有登记；现在的情况请另填一张`,
    };
  const { phase } = historyOf(entry, ledger, today);
  const policy = policyOn(entry, closingOf(ledger, entry), today);
  const outcome = transition(moveOf(record), 'clerk', policy, phase);
  return 'refusal' in outcome
    ? { field: 'report', message: `“${report}”没有登记：${outcome.refusal}` }
    : undefined;
}
