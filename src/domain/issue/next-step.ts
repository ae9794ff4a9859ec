/** 下一步: who owes the next step of an issue, and which. */
import { addDays, type Day } from '../../day/calendar.ts';
import type { Round } from './round/round.ts';
import type { Phase, Policy } from './transition.ts';

export const owners = {
  unit: '责任单位',
  reviewer: '审核员',
  above: '上级',
  nobody: '无',
} as const;
export type Owner = keyof typeof owners;

/** The next steps, as Chinese sentences without a full stop. */
export const steps = {
  start: '开始整改，整改后申请验收',
  submit: '整改后申请验收',
  amend: '按退回意见整改后再申请验收',
  verify: '验收或退回',
  publicise: '登记公示',
  publicity: '等公示期满',
  confirm: '核销',
  keep: '继续坚持，到期接受复查',
  review: '复查',
  none: '无需办理',
} as const;
type StepKey = keyof typeof steps;

/** `by` is the day until which or on which it is due, where there is one. */
export interface NextStep {
  readonly owner: Owner;
  readonly step: StepKey;
  readonly by: Day | undefined;
}

/** Who owes what next on `today`. */
export function nextStep(phase: Phase, round: Round, policy: Policy, today: Day): NextStep {
  switch (phase) {
    case 'open':
      return { owner: 'unit', step: 'start', by: round.dueOn };
    case 'rectifying':
      return { owner: 'unit', step: 'submit', by: round.dueOn };
    case 'returned':
      return { owner: 'unit', step: 'amend', by: round.dueOn };
    case 'submitted':
      return { owner: 'reviewer', step: 'verify', by: undefined };
    case 'awaiting':
      return heldStep(round, policy, today);
    case 'sustained': {
      const due = round.reviewOn !== undefined && round.reviewOn <= today;
      return due
        ? { owner: 'reviewer', step: 'review', by: round.reviewOn }
        : { owner: 'unit', step: 'keep', by: round.reviewOn };
    }
    case 'closed':
    case 'void':
      return { owner: 'nobody', step: 'none', by: undefined };
    default:
      return phase satisfies never;
  }
}

function heldStep(round: Round, policy: Policy, today: Day): NextStep {
  if (policy.publicity) {
    if (round.publicity === undefined) {
      return { owner: 'reviewer', step: 'publicise', by: undefined };
    }
    const last = round.publicity.until;
    if (today <= last) return { owner: 'nobody', step: 'publicity', by: addDays(last, 1) };
  }
  return { owner: 'above', step: 'confirm', by: undefined };
}
