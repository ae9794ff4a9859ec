/** 下一步 as pages write it: who, what, until when. */
import { type Owner, owners, steps } from '../../domain/issue/next-step.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { shownDay, type DayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { failedSinceAccepted } from '../inspection/look-words.ts';

/** What a reviewer does about what failed in a check after it was accepted. */
const RECALL = '核实验收以后的检查，仍不合格的退回';

export interface NextStepView {
  readonly owner: Owner;
  /** 责任单位, 审核员, 上级; empty when nobody owes anything. */
  readonly ownerName: string;
  readonly words: string;
  readonly by: DayView | undefined;
}

/** As the way of an issue has it; of what failed in a check after its acceptance, the reviewer's look before that. */
export function nextStepView(face: Face, one: IssueStanding): NextStepView {
  if (failedSinceAccepted(face, one) !== undefined)
    return { owner: 'reviewer', ownerName: owners.reviewer, words: RECALL, by: undefined };
  const { owner, step, by } = one.history.next;
  return {
    owner,
    ownerName: owner === 'nobody' ? '' : owners[owner],
    words: steps[step],
    by: by === undefined ? undefined : shownDay(face, by),
  };
}
