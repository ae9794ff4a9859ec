/** 下一步 as pages write it: who, what, until when. */
import { type Owner, owners, steps } from '../../domain/issue/next-step.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { shownDay, type DayView } from '../day-view.ts';
import type { Face } from '../face.ts';

export interface NextStepView {
  readonly owner: Owner;
  /** 责任单位, 审核员, 上级; empty when nobody owes anything. */
  readonly ownerName: string;
  readonly words: string;
  readonly by: DayView | undefined;
}

export function nextStepView(face: Face, { history }: IssueStanding): NextStepView {
  const { owner, step, by } = history.next;
  return {
    owner,
    ownerName: owner === 'nobody' ? '' : owners[owner],
    words: steps[step],
    by: by === undefined ? undefined : shownDay(face, by),
  };
}
