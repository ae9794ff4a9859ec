/** 退回的回话: what a unit is told of what was sent back, to be copied to it where it does not open the ledger. */
import { inWords } from '../../../day/calendar.ts';
import type { WaitingStep } from '../../page-data/waiting-report.ts';
import { copyOf, partIn } from '../device/dom.ts';
import { copyWords } from './copied.ts';

/** What was decided on one issue of a report, as it was sent. */
export interface ActSent {
  readonly issue: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** One passage for each unit of whose reports something was sent back; empty where nothing was. */
export function replyWords(
  steps: readonly WaitingStep[],
  decided: readonly ActSent[],
): Map<string, string> {
  const replies = new Map<string, string>();
  for (const { issue, action, fields } of decided) {
    const step = steps.find((one) => one.issue === issue);
    if (action !== 'returned' || step === undefined) continue;
    const { unitName, accountName, finding, actionName, reportedOn, deadline } = step;
    const reason = (fields['reason'] ?? '').replace(/[。；\s]+$/u, '');
    const line =
      `${accountName}“${finding}”：${inWords(reportedOn)}报的${actionName}已退回，理由是：${reason}。` +
      `请改好以后重新报送。整改时限：${deadline}。`;
    replies.set(unitName, `${replies.get(unitName) ?? `${unitName}：`}\n${line}`);
  }
  return replies;
}

/** Each passage with its button. */
export function replyCards(words: Iterable<string>): HTMLElement[] {
  return Array.from(words, (text) => {
    const card = copyOf('reply');
    const reply = partIn(card, '[data-reply]');
    reply.textContent = text;
    const button = partIn(card, '[data-copy]');
    button.addEventListener('click', () => void copyWords(reply, button));
    return card;
  });
}
