/** 停了多久: in words, how long an unfinished issue has lain where it lies. */
import { awaitedSteps, states } from '../../text/terms.ts';
import { daysBetween } from '../../day/calendar.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { isUnitsMove, moveOf } from '../../domain/issue/transition.ts';
import { waitingSince } from '../../domain/issue/deadline/waiting.ts';
import { type Face, mayCallLate } from '../face.ts';

/** What is said before the days that it has waited, by the step that is waited for. */
const WAITED: Partial<Record<IssueStanding['history']['next']['step'], string>> = {
  verify: states.submitted,
  publicise: awaitedSteps.publicise,
  publicity: '已公示',
  confirm: awaitedSteps.confirm,
  review: '待复查',
};

/**
 * 待审核12天, 已166天未报进展; empty on the first day, for what is settled, and of units where the site may not call
 * them late.
 */
export function silenceInWords(face: Face, one: IssueStanding): string {
  const { history, issue } = one;
  if (!isUnfinished(one)) return '';
  const { owner, step } = history.next;
  if (owner === 'unit') {
    if (!mayCallLate(face, issue.campaign)) return '';
    // What the office did meanwhile (退回, 延期) is nothing that the unit handed in.
    const last = history.timeline.findLast(
      ({ refusal, update }) =>
        refusal === undefined && (update === undefined || isUnitsMove(moveOf(update))),
    );
    const days = last === undefined ? 0 : daysBetween(last.on, face.today);
    return days > 0 ? `已${String(days)}天未报进展` : '';
  }
  const since = waitingSince(history);
  const days = since === undefined ? 0 : daysBetween(since, face.today);
  if (days <= 0 || face.audience === 'public') return '';
  return `${WAITED[step] ?? ''}${String(days)}天`;
}
