/** 报送的一步: whether a report is a legal step in the history of its issue. */
import { defaultClosing } from '../../text/terms.ts';
import { addDays, inWords } from '../../day/calendar.ts';
import { evidenceOfRound, missingEvidence } from '../../domain/issue/owed.ts';
import { replay } from '../../domain/issue/replay.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Update } from '../../schema/update.ts';
import type { NewUpdate, ReportContext } from './new-update.ts';

/** An extension is asked for before the deadline, and only where there is one. */
export function checkExtension(
  issue: Entry<Issue>,
  extendTo: string | undefined,
  { ledger, reportedOn }: ReportContext,
  fault: (message: string, remedy: string) => void,
): void {
  const dueOn = historyOf(issue, ledger.updates.get(issue.id) ?? [], ledger, reportedOn).round
    .dueOn;
  if (extendTo === undefined) return;
  if (dueOn === undefined) fault('这个问题没有确定的截止日，不用延期', '改选“进展”');
  else if (reportedOn > dueOn)
    fault(
      `填报日期${inWords(reportedOn)}已过截止日${inWords(dueOn)}，不能再申请延期`,
      '改选“进展”，写明情况',
    );
  else if (extendTo <= dueOn)
    fault(
      `延到${inWords(extendTo)}不晚于现截止日${inWords(dueOn)}`,
      `写${inWords(addDays(dueOn, 1))}或以后的日子`,
    );
}

function historyOf(
  issue: Entry<Issue>,
  updates: readonly Entry<Update>[],
  ledger: Ledger,
  today: string,
  own?: string,
) {
  const campaign = ledger.campaigns.get(issue.campaign);
  return replay(issue, updates, {
    campaign: campaign ?? { closing: defaultClosing },
    timing: ledger.vocabulary.timing,
    today,
    roleOf: ({ id }) => (id === own ? 'clerk' : 'reviewer'),
  });
}

/** Why the update is not a legal step, or undefined; what a closing still owes becomes a remark. */
export function judge(
  update: NewUpdate,
  issue: Entry<Issue>,
  { ledger, settings }: ReportContext,
): string | undefined {
  const id = `${issue.id}/${update.stamp}`;
  const entry: Entry<Update> = { ...update.record, id, path: `updates/${id}.yaml` };
  const history = historyOf(
    issue,
    [...(ledger.updates.get(issue.id) ?? []), entry],
    ledger,
    settings.today,
    id,
  );
  const fault = history.faults.find((one) => one.update.id === id);
  if (fault) return fault.sentence;
  if (update.report === '申请验收') {
    const evidence = evidenceOfRound(history, history.round.number);
    for (const { owed } of missingEvidence(issue, ledger.vocabulary.problems, evidence))
      update.remarks.push(`销号前还要补：${owed.ask}`);
  }
  return undefined;
}
