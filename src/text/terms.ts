/**
 * 固定词表: words of the program's own that records, rules and pages name alike, each once. What an office may change
 * stands in content/vocabulary/ instead; docs/glossary.md says which English word stands for which Chinese one.
 */

/** The steps of an issue, in the order of its life. */
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
  deferred: '暂缓',
  transferred: '移交',
  reopened: '重启',
  voided: '撤销',
} as const;

/** The steps that a unit reports, the likeliest first; every other step is the office's. */
export const unitActions = [
  'submitted',
  'progress',
  'started',
] as const satisfies readonly (keyof typeof actions)[];

/** The states of an issue that a reader sees, in the order of its life. */
export const states = {
  open: '待整改',
  rectifying: '整改中',
  submitted: '待审核',
  returned: '退回',
  closed: '已销号',
  sustained: '长期坚持',
  void: '撤销',
} as const;

/** What is neither closed nor sustained nor withdrawn. */
export const openState = '未完成';

/** What an accepted problem waits for, by the step that comes next; behind 已验收 it is its state. */
export const awaitedSteps = {
  publicise: '待公示',
  publicity: '公示中',
  confirm: '待上级核销',
} as const;
export type AwaitedStep = keyof typeof awaitedSteps;

/** 待审核 of what was accepted, by the step that it waits for. */
export const acceptedStates = {
  publicise: `已验收${awaitedSteps.publicise}`,
  publicity: `已验收${awaitedSteps.publicity}`,
  confirm: `已验收${awaitedSteps.confirm}`,
} as const;

/** The counts that pages follow, by the ids of their figures, as they are called beside others. */
export const figureNames = {
  unfinished: '未完成',
  overdue: '逾期',
  closed: states.closed,
  sustained: states.sustained,
  void: states.void,
} as const;

/** Those whose change is followed, and those that the valid problems (all but the withdrawn) are divided into. */
export const followedFigures = ['unfinished', 'overdue', 'closed', 'sustained'] as const;
export const validFigures = ['closed', 'sustained', 'unfinished'] as const;

/** What was accepted and not yet closed, whatever it waits for. */
export const heldState = '已验收待销号';

/** The kinds of account. */
export const accountKinds = { website: '网站', 'new-media': '新媒体' } as const;

/** Where an account stands in its life. */
export const accountStates = {
  unfiled: '未备案',
  filing: '备案中',
  normal: '正常',
  abnormal: '异常',
  closing: '拟关停',
  notice: '公告期',
  deregistered: '已注销',
  abandoned: '停用未注销',
} as const;

/** The steps of an account, in the order of its life. */
export const registrations = {
  entered: '入册',
  applied: '申请备案',
  filed: '准予备案',
  refused: '退回备案',
  changed: '变更备案',
  faulted: '列为异常',
  restored: '恢复正常',
  transferred: '移交',
  stopped: '发现停用',
  closing: '批准关停',
  kept: '撤回关停',
  notice: '关停公告',
  deregistered: '平台注销',
  closureFiled: '关停备案',
} as const;

/** The kinds of deadline. */
export const deadlineKinds = {
  fixed: '到某天为止',
  'fixed-then-ongoing': '到某天为止，之后长期坚持',
  immediate: '立行立改',
  'immediate-then-ongoing': '立行立改，之后长期坚持',
  ongoing: '长期坚持',
  relative: '自某天起多少天',
  recurring: '按频次',
  unread: '读不准，待确认',
} as const;

/** The units in which a frequency counts. */
export const periods = {
  day: '天',
  week: '周',
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
} as const;

/** How a campaign closes its issues. */
export const closingPolicies = { verification: '审核销号', merge: '合并即销号' } as const;

/** What holds where a campaign says nothing of closing: a reviewer accepts, nothing is made public. */
export const defaultClosing = { policy: 'verification', publicityDays: 0 } as const;

/** What a decision in two acts (拟办、审签) holds. */
export const approvalActs = {
  drafter: '拟办人',
  draftedOn: '拟办日期',
  approver: '审签人',
  approvedOn: '审签日期',
} as const;

/** What of a campaign may be published: nothing, counts only, or the list itself. */
export const publicationLevels = {
  none: '不公开',
  statistics: '只公开统计',
  list: '公开清单',
} as const;

/** What an account's check came to. */
export const accountResults = { passed: '合格', failed: '不合格', unchecked: '没有结果' } as const;

/** Who may see something. */
export const audiences = { public: '公开', internal: '内部' } as const;

/** Forges that can be asked for anything on the web. */
export const webForges = ['github', 'gitlab', 'gitea', 'gitee'] as const;
export type WebForge = (typeof webForges)[number];

/** What stands for a platform where the account is a website. */
export const WEBSITE = { id: 'website', name: '政府网站' } as const;

/** How a record says that the source does not name the platform. */
export const UNSTATED = 'unstated';
/** Accounts on a platform that the vocabulary does not have; the list's own word for it tells them apart. */
export const OTHER = 'other';

/** True for a platform that its id names. */
export function isNamedPlatform(id: string): boolean {
  return id !== UNSTATED && id !== OTHER;
}

/** How far a reminder goes, in the order of escalation. */
export const reminderLevels = {
  remind: '提醒',
  urge: '督办函',
  circular: '通报',
  interview: '约谈',
} as const;

/** Where a reminder can be sent, and whether others than those concerned read there. */
export const sendingKinds = {
  mail: '邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  webhook: '网络钩子',
} as const;
export const sendingAudiences = {
  internal: audiences.internal,
  public: audiences.public,
} as const;

/** Which set of figures is published now; what a bulletin of an earlier one counted, is counted again as it was. */
export const FIGURE_SET = 2;
