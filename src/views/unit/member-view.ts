/** 填报员 and 审核员, for the internal site only. */
import { holdsOn } from '../../day/period.ts';
import type { Member } from '../../schema/site.ts';
import { type DayView, dayView } from '../day-view.ts';
import type { Face } from '../face.ts';

export interface MemberView {
  readonly account: string;
  readonly name: string | undefined;
  readonly post: string | undefined;
  readonly from: DayView;
  readonly until: DayView | undefined;
  /** False after a hand-over or before it. */
  readonly serves: boolean;
}

export function memberViews({ today }: Face, members: readonly Member[]): MemberView[] {
  return members.map(({ account, name, post, from, until }) => ({
    account,
    name,
    post,
    from: dayView(from, today),
    until: until === undefined ? undefined : dayView(until, today),
    serves: holdsOn({ from, until }, today),
  }));
}
