/** 关停: the steps that close an account in their order — which are done, which is next and between which days. */
import type { RegisteringRule, Registration, RegistrationAction } from '../schema/registration.ts';
import type { Entry } from '../schema/ledger.ts';
import { addDays, type Day } from '../day/calendar.ts';
import { addWorkdays } from '../day/workday.ts';
import type { Register } from './register.ts';
import type { Registered } from './registration.ts';
import { alwaysInForceOn } from './setting.ts';

/** 审批 → 公告 → 注销 → 备案. */
export const closureSteps = [
  'closing',
  'notice',
  'deregistered',
  'closureFiled',
] as const satisfies readonly RegistrationAction[];
export type ClosureAction = (typeof closureSteps)[number];

/** True from the approval of the closure on. */
export function isInClosure(state: Registered): boolean {
  return state === 'closing' || state === 'notice' || state === 'deregistered';
}

export interface ClosureStep {
  readonly action: ClosureAction;
  /** The step on record; undefined while it is still to be done. */
  readonly done: Entry<Registration> | undefined;
  /** Of what is still to be done, the first day on which it can be, and the last by the office's rule. */
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/** How far the closure of an account is on `today`. A closure that was taken back counts for nothing. */
export function closureOf(
  { steps, state, notice, dueOn }: Register,
  today: Day,
): readonly ClosureStep[] {
  const kept = steps.findLastIndex(({ step }) => step.action === 'kept');
  const told = steps.slice(kept + 1).map(({ step }) => step);
  const days: Record<ClosureAction, Pick<ClosureStep, 'from' | 'until'>> = {
    closing: { from: today, until: state === 'abandoned' ? dueOn : undefined },
    notice: { from: today, until: undefined },
    deregistered: {
      from: notice && addDays(notice.until, 1),
      until: state === 'notice' ? dueOn : undefined,
    },
    closureFiled: { from: state === 'deregistered' ? today : undefined, until: undefined },
  };
  return closureSteps.map((action) => {
    const done = told.findLast((step) => step.action === action);
    const open = done === undefined ? days[action] : { from: undefined, until: undefined };
    return { action, done, ...open };
  });
}

/** The first day on which a notice that begins on `from` has run as long as the rule in force asks. */
export function noticeUntil(from: Day, rules: readonly RegisteringRule[]): Day {
  if (rules.length === 0) return from;
  return addWorkdays(addDays(from, -1), alwaysInForceOn(rules, from).noticeDays).day;
}
