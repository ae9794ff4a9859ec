/** 事项: what a report or decision may be, and why a closed issue is opened again. */

/** Why a closed issue is opened again. */
export const reopenGrounds = {
  recurrence: '问题反弹',
  inspection: '回头看发现',
  complaint: '群众反映',
  above: '上级不予核销',
  mistake: '验收有误',
} as const;
export type ReopenGround = keyof typeof reopenGrounds;

/** The actions, in the order of an issue's life, with their Chinese names. */
export const actions = {
  started: '开始整改',
  progress: '进展',
  submitted: '申请验收',
  returned: '退回',
  accepted: '验收',
  publicity: '公示',
  confirmedAbove: '上级核销',
  sustained: '转长期坚持',
  reviewed: '复查',
  extended: '延期',
  reopened: '重启',
  voided: '撤销',
} as const;
export type Action = keyof typeof actions;
