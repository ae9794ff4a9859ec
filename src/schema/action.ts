/** 事项: what a report or decision may be, and why a closed issue is opened again. */
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

export type Action = keyof typeof actions;
