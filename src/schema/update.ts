/**
 * content/updates/<issue>/<stamp>.yaml: one report or decision, append-only.
 * The state of an issue is never written down: it is replayed from these.
 */
import { z } from 'zod';
import { count, day, field, id, text } from './field.ts';
import { actions } from '../text/terms.ts';
import { reopenGrounds, type ReopenGround } from './action.ts';
import { evidence } from './evidence.ts';

export { reopenGrounds, type Action, type ReopenGround } from './action.ts';

const issue = field(id, {
  title: '问题',
  description: '问题编号',
  audience: 'public',
  provenance: '填报',
});
const reportedOn = field(day, { title: '报告日期', audience: 'public', provenance: '填报' });

/** The action of one branch of the union; all branches call it the same. */
const action = <A extends string>(name: A) =>
  field(z.literal(name), {
    title: '事项',
    description: '这次报送或决定是什么',
    audience: 'public',
    provenance: '填报',
    choices: actions,
  });

/** What any report may say beside its own facts. */
const details = {
  note: field(text, {
    title: '进展说明',
    description: '供审核用，不对外公开',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  publicNote: field(text, {
    title: '公开说明',
    description: '审核后可对外公开的一句话',
    audience: 'public',
    provenance: '填报',
  }).optional(),
  evidence: field(z.array(evidence), {
    title: '佐证材料',
    audience: 'internal',
    provenance: '填报',
  }).default([]),
  reporter: field(text, {
    title: '填报人',
    description: '写职务',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  approver: field(text, {
    title: '审签人',
    description: '写职务',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  onBehalfOf: field(id, {
    title: '代录单位',
    description: '审核员代哪个单位录入',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  receivedBy: field(text, {
    title: '收件人',
    description: '写职务',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  channel: field(text, {
    title: '收件渠道',
    description: '如 报送单、函、电话',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
};

/** Owed wherever the repository is internal (rules/reasons.ts); a public one may not hold it and owes a public note. */
const reason = field(text, {
  title: '理由',
  description: '退回、延期、重启、撤销都要写；公开仓库里改写在公开说明里',
  audience: 'internal',
  provenance: '填报',
}).optional();
const reviewOn = field(day, { title: '下次复查日', audience: 'public', provenance: '填报' });

export const update = z.discriminatedUnion(
  'action',
  [
    z.strictObject({ issue, action: action('started'), reportedOn, ...details }),
    z.strictObject({ issue, action: action('progress'), reportedOn, ...details }),
    z.strictObject({
      issue,
      action: action('submitted'),
      reportedOn,
      completedOn: field(day, {
        title: '完成日期',
        audience: 'public',
        provenance: '填报',
      }).optional(),
      ...details,
    }),
    z.strictObject({ issue, action: action('returned'), reportedOn, reason, ...details }),
    z.strictObject({ issue, action: action('accepted'), reportedOn, ...details }),
    z.strictObject({
      issue,
      action: action('publicity'),
      reportedOn,
      from: field(day, { title: '公示起', audience: 'public', provenance: '填报' }),
      until: field(day, { title: '公示止', audience: 'public', provenance: '填报' }),
      contact: field(text, {
        title: '公示联系方式',
        audience: 'public',
        provenance: '填报',
      }).optional(),
      ...details,
    }),
    z.strictObject({
      issue,
      action: action('confirmedAbove'),
      reportedOn,
      confirmedOn: field(day, { title: '核销日期', audience: 'public', provenance: '填报' }),
      document: field(text, {
        title: '核销文号',
        description: '公开仓库里不写',
        audience: 'internal',
        provenance: '填报',
      }).optional(),
      ...details,
    }),
    z.strictObject({ issue, action: action('sustained'), reportedOn, reviewOn, ...details }),
    z.strictObject({
      issue,
      action: action('reviewed'),
      reportedOn,
      held: field(z.boolean({ error: '应为 true（保持）或 false（未保持）' }), {
        title: '是否保持',
        audience: 'public',
        provenance: '填报',
      }),
      reviewOn: reviewOn.optional(),
      ...details,
    }),
    z.strictObject({
      issue,
      action: action('extended'),
      reportedOn,
      askedOn: field(day, {
        title: '申请日期',
        description: '须不晚于原截止日',
        audience: 'public',
        provenance: '填报',
      }),
      dueOn: field(day, { title: '延期后截止日', audience: 'public', provenance: '填报' }),
      reason,
      ...details,
    }),
    z.strictObject({
      issue,
      action: action('reopened'),
      reportedOn,
      reason,
      ground: field(
        z.enum(Object.keys(reopenGrounds) as [ReopenGround, ...ReopenGround[]], {
          error: `应为 ${Object.keys(reopenGrounds).join('、')} 之一`,
        }),
        {
          title: '重启依据',
          audience: 'public',
          provenance: '填报',
          choices: reopenGrounds,
        },
      ),
      dueOn: field(day, {
        title: '新一轮截止日',
        audience: 'public',
        provenance: '填报',
      }).optional(),
      round: field(count.min(2, { error: '重启后从第 2 轮起' }), {
        title: '轮次',
        audience: 'public',
        provenance: '填报',
      }),
      ...details,
    }),
    z.strictObject({ issue, action: action('voided'), reportedOn, reason, ...details }),
  ],
  { error: `action 应为 ${Object.keys(actions).join('、')} 之一` },
);
export type Update = z.infer<typeof update>;
