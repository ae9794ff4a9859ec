/**
 * 状态转换: the one table of action × role × policy × state → state or refusal.
 *
 * An acceptance is not always a closing (完成 ≠ 销号): where the campaign asks for publicity (公示) or the finding came
 * from above (谁交办谁销号), an accepted issue is `awaiting`: readers see it as 待审核, and it settles by itself on the day
 * on which nothing holds it back any more (`replay.ts`).
 *
 * 长期坚持: an acceptance of an issue whose deadline goes on (`ongoing`, `…-then-ongoing`, `recurring`) leads to
 * `sustained`, never to `closed`; the action `sustained` is an acceptance that leads there whatever the deadline says.
 * Both owe the same: a submission of this round. Nothing leads from `sustained` to `closed`: what no longer exists is voided.
 */
import type { Role } from '../membership.ts';
import { heldState, actions, type closingPolicies, states, unitActions } from '../../text/terms.ts';
import type { Action, Update } from '../../schema/update.ts';

export type State = keyof typeof states;

/** The next step is the unit's own: it has not asked for the closing of this round, or was sent back. */
export const WITH_UNIT: ReadonlySet<State> = new Set(['open', 'rectifying', 'returned']);

/** 未完成: neither closed nor sustained nor withdrawn, whatever has been handed in. */
export const UNFINISHED: ReadonlySet<State> = new Set([...WITH_UNIT, 'submitted']);

/** What a round is settled as. */
export type Settlement = 'closed' | 'sustained';
export const SETTLED: ReadonlySet<State> = new Set<Settlement>(['closed', 'sustained']);

/** The states of the table: `awaiting` is 待审核 that was accepted and waits for publicity or for the level above. */
export const phases = { ...states, awaiting: heldState } as const;
export type Phase = keyof typeof phases;

/** The state that readers see of a phase. */
export function stateOf(phase: Phase): State {
  return phase === 'awaiting' ? 'submitted' : phase;
}

/** What a campaign and an issue make of an acceptance. */
export interface Policy {
  /** `merge`: merging a unit's submission is its acceptance. */
  closing: keyof typeof closingPolicies;
  /** The campaign asks for days of publicity before a closing. */
  publicity: boolean;
  /** The finding came from the city, the province or the nation, which alone confirms its closing. */
  above: boolean;
  /** The deadline goes on, so that an acceptance leads to 长期坚持. */
  ongoing: boolean;
}

const {
  reviewed: rechecked,
  extended,
  deferred,
  transferred,
  reopened,
  voided,
  ...before
} = actions;

/** The actions, a recheck counted as two: it found the improvement kept or not. */
export const moves = {
  ...before,
  held: `${rechecked}（保持）`,
  lapsed: `${rechecked}（未保持）`,
  extended,
  deferred,
  transferred,
  reopened,
  voided,
} as const satisfies Record<Exclude<Action, 'reviewed'> | 'held' | 'lapsed', string>;
export type Move = keyof typeof moves;

/** The move that an update makes. */
export function moveOf(update: Update): Move {
  return update.action === 'reviewed' ? (update.held ? 'held' : 'lapsed') : update.action;
}

/** Where a move leads: the next phase, or a Chinese sentence that says why not and what to do instead. */
export type Outcome = { readonly to: Phase } | { readonly refusal: string };

/** A phase, or a decision that depends on the policy. */
type Goal = Phase | 'handed-in' | 'accepted' | 'kept';

interface Rule {
  /** The unit may do this; a reviewer may do everything, also on behalf of a unit. */
  readonly clerk: boolean;
  readonly from: Partial<Record<Phase, Goal>>;
}

const table: Record<Move, Rule> = {
  started: { clerk: true, from: { open: 'rectifying', returned: 'rectifying' } },
  progress: {
    clerk: true,
    from: {
      open: 'rectifying',
      rectifying: 'rectifying',
      submitted: 'submitted',
      returned: 'rectifying',
      sustained: 'sustained',
      awaiting: 'awaiting',
    },
  },
  submitted: {
    clerk: true,
    from: { open: 'handed-in', rectifying: 'handed-in', returned: 'handed-in' },
  },
  returned: { clerk: false, from: { submitted: 'returned', awaiting: 'returned' } },
  accepted: { clerk: false, from: { submitted: 'accepted' } },
  publicity: { clerk: false, from: { awaiting: 'awaiting' } },
  confirmedAbove: { clerk: false, from: { awaiting: 'awaiting' } },
  sustained: { clerk: false, from: { submitted: 'kept' } },
  held: { clerk: false, from: { sustained: 'sustained' } },
  lapsed: { clerk: false, from: { sustained: 'rectifying' } },
  extended: {
    clerk: false,
    from: { open: 'open', rectifying: 'rectifying', returned: 'returned' },
  },
  deferred: {
    clerk: false,
    from: { open: 'open', rectifying: 'rectifying', returned: 'returned' },
  },
  transferred: {
    clerk: false,
    from: {
      open: 'open',
      rectifying: 'rectifying',
      submitted: 'submitted',
      returned: 'returned',
      closed: 'closed',
      sustained: 'sustained',
      void: 'void',
      awaiting: 'awaiting',
    },
  },
  reopened: { clerk: false, from: { closed: 'open', sustained: 'open', void: 'open' } },
  voided: {
    clerk: false,
    from: {
      open: 'void',
      rectifying: 'void',
      submitted: 'void',
      returned: 'void',
      sustained: 'void',
      awaiting: 'void',
    },
  },
};

const unreviewed = '还没有转长期坚持，无从复查；单位整改后先申请验收';
const notSubmitted = '本轮还没有申请验收；请单位先报“申请验收”';
const notAccepted = '本轮还没有验收；请先登记“验收”，再办这一步';
const notSettled = '还没有销号，不用重启；要单位再改的，登记“退回”或请单位报“进展”';

/** Why a move is refused in a phase, and what to do instead. What a move does not name, the phase answers. */
const remedies: Record<Move, Partial<Record<Phase, string>>> = {
  started: { rectifying: '已在整改；新的情况请报“进展”' },
  progress: {},
  submitted: {},
  returned: { returned: '已经退回；等单位整改后再报' },
  accepted: {},
  publicity: {
    open: notAccepted,
    rectifying: notAccepted,
    submitted: notAccepted,
    returned: notAccepted,
  },
  confirmedAbove: {
    open: notAccepted,
    rectifying: notAccepted,
    submitted: notAccepted,
    returned: notAccepted,
  },
  sustained: {},
  held: {
    open: unreviewed,
    rectifying: unreviewed,
    submitted: unreviewed,
    returned: unreviewed,
    awaiting: unreviewed,
  },
  lapsed: {
    open: unreviewed,
    rectifying: unreviewed,
    submitted: unreviewed,
    returned: unreviewed,
    awaiting: unreviewed,
  },
  extended: { submitted: '单位已申请验收，不用延期；验收不合格的先登记“退回”' },
  deferred: { submitted: '单位已申请验收，不用暂缓；验收不合格的先登记“退回”' },
  transferred: {},
  reopened: {
    open: notSettled,
    rectifying: notSettled,
    submitted: notSettled,
    returned: notSettled,
    awaiting: notSettled,
  },
  voided: {},
};

const answers: Record<Phase, string> = {
  open: notSubmitted,
  rectifying: notSubmitted,
  submitted: '已申请验收，等审核员验收或退回；补充情况请报“进展”',
  returned: notSubmitted,
  closed: '已销号；情况有变的，由审核员登记“重启”并写明依据',
  sustained: '已转长期坚持；坚持情况报“进展”，由审核员定期登记“复查”',
  void: '已撤销；撤销有误的，由审核员登记“重启”并写明依据',
  awaiting: '已验收，正等公示期满或上级核销；补充情况报“进展”，有异议的登记“退回”',
};

/** Where an acceptance leads: held back where something is still owed, else settled. */
function settled(policy: Policy, goal: Settlement): Phase {
  return policy.publicity || policy.above ? 'awaiting' : goal;
}

/** True for what a unit reports itself; everything else is a reviewer's decision. */
export function isUnitAction(action: string): boolean {
  return (unitActions as readonly string[]).includes(action);
}

/** The same of a move. */
export function isUnitsMove(move: Move): boolean {
  return table[move].clerk;
}

/** The next phase after `move` by `role` in `phase`, or the refusal as a Chinese sentence. */
export function transition(move: Move, role: Role, policy: Policy, phase: Phase): Outcome {
  const rule = table[move];
  if (role === 'maintainer')
    return { refusal: `管理员只管程序、设置和单位资料，不办“${moves[move]}”；请审核员登记` };
  if (role === 'clerk' && !rule.clerk)
    return {
      refusal: `“${moves[move]}”由审核员登记；填报员请报“开始整改”“进展”或“申请验收”，并写明情况`,
    };
  if (move === 'publicity' && !policy.publicity)
    return { refusal: '本专项的销号规则没有公示；要公示的，先由管理员在专项里写明公示天数' };
  if (move === 'confirmedAbove' && !policy.above)
    return { refusal: '这个问题不是上级交办的，不用上级核销；请登记“验收”' };
  const goal = rule.from[phase];
  if (goal === undefined) return { refusal: remedies[move][phase] ?? answers[phase] };
  const acceptance = policy.ongoing ? 'sustained' : 'closed';
  switch (goal) {
    case 'handed-in':
      return { to: policy.closing === 'merge' ? settled(policy, acceptance) : 'submitted' };
    case 'accepted':
      return { to: settled(policy, acceptance) };
    case 'kept':
      return { to: settled(policy, 'sustained') };
    default:
      return { to: goal };
  }
}
