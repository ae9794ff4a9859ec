/** 事项: what a report or decision may be, why a closed issue is opened again, why one is withdrawn. */
import type { actions } from '../text/terms.ts';

/** Why a closed issue is opened again. */
export const reopenGrounds = {
  recurrence: '问题反弹',
  inspection: '回头看发现',
  complaint: '群众反映',
  above: '上级不予核销',
  mistake: '验收有误',
} as const;
export type ReopenGround = keyof typeof reopenGrounds;

/** Why an issue is withdrawn. */
export const voidGrounds = {
  closed: '账号已关停',
  unfounded: '不属实',
  duplicate: '重复列入',
  mistake: '列入有误',
} as const;
export type VoidGround = keyof typeof voidGrounds;

export type Action = keyof typeof actions;
