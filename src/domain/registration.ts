/**
 * 账号状态转换: the one table of step × state → state or refusal. 未备案 → 备案中 → 正常 ⇄ 异常 → 拟关停 → 公告期 →
 * 已注销; 停用未注销 is an alarm from which an account goes back into use or on to its closure.
 */
import { accountStates, registrations } from '../text/terms.ts';
import type { AccountState, Registration, RegistrationAction } from '../schema/registration.ts';

/** The state of an account of which nothing is on record. */
export type Registered = AccountState | 'unknown';

/** The states with their Chinese names, in the order of an account's life. */
export const registeredNames: Readonly<Record<Registered, string>> = {
  ...accountStates,
  unknown: '未登记状态',
};

/** Where a step leads, or a Chinese sentence that says why not and what to do instead. */
export type RegistrationOutcome = { readonly to: Registered } | { readonly refusal: string };

/** A state, or the one that depends on whether a filing is on record. */
type Goal = AccountState | 'in-use';

/** All steps but the first, which leads from `unknown` to the state that it names, and `transferred`, which changes none. */
const table: Record<
  Exclude<RegistrationAction, 'entered' | 'transferred'>,
  Partial<Record<Registered, Goal>>
> = {
  applied: { unfiled: 'filing' },
  filed: { filing: 'normal' },
  refused: { filing: 'unfiled' },
  changed: { normal: 'normal', abnormal: 'abnormal' },
  faulted: { normal: 'abnormal' },
  restored: { abnormal: 'in-use', abandoned: 'in-use' },
  stopped: {
    unfiled: 'abandoned',
    filing: 'abandoned',
    normal: 'abandoned',
    abnormal: 'abandoned',
  },
  closing: {
    unfiled: 'closing',
    filing: 'closing',
    normal: 'closing',
    abnormal: 'closing',
    abandoned: 'closing',
  },
  kept: { closing: 'in-use', notice: 'in-use' },
  notice: { closing: 'notice' },
  deregistered: { notice: 'deregistered' },
  closureFiled: { deregistered: 'deregistered' },
};

/** What can be done next in a state, for whoever tried something else. */
const answers: Record<Registered, string> = {
  unknown: '还没有入册；先登记“入册”，写明入册时的状态',
  unfiled: '还没有备案；先登记“申请备案”，不再使用的登记“批准关停”',
  filing: '备案正在办；办结后登记“准予备案”或“退回备案”',
  normal: '状态正常；可以登记“变更备案”“列为异常”“发现停用”“批准关停”',
  abnormal: '正在异常状态；改好后登记“恢复正常”，不再使用的登记“批准关停”',
  closing: '已批准关停；先登记“关停公告”，不关的登记“撤回关停”',
  notice: '正在公告；期满后登记“平台注销”，不关的登记“撤回关停”',
  deregistered: '已经注销；报备案机关后登记“关停备案”，重新开设的另立账号',
  abandoned: '停用没有注销；恢复使用的登记“恢复正常”，不再使用的登记“批准关停”',
};

/** The state after `step` in `state`; `filed`: whether a filing is on record. */
export function registrationOutcome(
  step: Registration,
  state: Registered,
  filed: boolean,
): RegistrationOutcome {
  if (step.action === 'entered') {
    return state === 'unknown' ? { to: step.state } : { refusal: ENTERED };
  }
  if (step.action === 'transferred') return { to: state };
  const goal = table[step.action][state];
  if (goal === undefined) {
    return { refusal: `不能登记“${registrations[step.action]}”：${answers[state]}` };
  }
  return { to: goal === 'in-use' ? (filed ? 'normal' : 'unfiled') : goal };
}

const ENTERED = '已经入册；以后的变化按实际情况登记各步，不再登记“入册”';

/** The steps that the table allows in a state. */
export function stepsFrom(state: Registered): RegistrationAction[] {
  if (state === 'unknown') return ['entered', 'transferred'];
  const steps = (Object.keys(table) as (keyof typeof table)[]).filter(
    (action) => table[action][state] !== undefined,
  );
  return [...steps, 'transferred'];
}
