/**
 * content/updates/<campaign>/<hundred>/<issue>/<stamp>.yaml: one report or decision, append-only.
 * The state of an issue is never written down: it is replayed from these.
 */
import * as z from 'zod';
import { count, day, field, id, text } from './field.ts';
import { actions } from '../text/terms.ts';
import { reopenGrounds, type ReopenGround, voidGrounds, type VoidGround } from './action.ts';
import { details } from './update-details.ts';

export {
  reopenGrounds,
  voidGrounds,
  type Action,
  type ReopenGround,
  type VoidGround,
} from './action.ts';

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

/** Owed wherever the repository is internal (rules/reasons.ts); a public one may not hold it and owes a public note. */
const reason = field(text, {
  title: '理由',
  description: '退回、延期、暂缓、重启、撤销都要写；公开仓库里改写在公开说明里',
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
        description: '公开台账不写',
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
        description: '过了原截止日才申请的，照样登记，注明逾期后批准',
        audience: 'public',
        provenance: '填报',
      }),
      dueOn: field(day, { title: '延期后截止日', audience: 'public', provenance: '填报' }),
      reason,
      ...details,
    }),
    z.strictObject({
      issue,
      action: action('deferred'),
      reportedOn,
      askedOn: field(day, { title: '申请日期', audience: 'public', provenance: '填报' }),
      until: field(day, {
        title: '暂缓到',
        description: '因客观原因暂不能完成，批准到哪一天；到这天照常到期',
        audience: 'public',
        provenance: '填报',
      }),
      reason,
      document: field(text, {
        title: '批准文号',
        description: '上级交办的，写交办机关同意暂缓的文号；公开台账不写',
        audience: 'internal',
        provenance: '填报',
      }).optional(),
      ...details,
    }),
    z.strictObject({
      issue,
      action: action('transferred'),
      reportedOn,
      to: field(id, {
        title: '接收单位',
        description: '单位编号；只用于不涉及账号的问题，涉及账号的随账号移交',
        audience: 'public',
        provenance: '填报',
      }),
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
    z.strictObject({
      issue,
      action: action('voided'),
      reportedOn,
      reason,
      ground: field(
        z.enum(Object.keys(voidGrounds) as [VoidGround, ...VoidGround[]], {
          error: `应为 ${Object.keys(voidGrounds).join('、')} 之一`,
        }),
        {
          title: '撤销依据',
          description: '账号已关停的写 closed，单独计数',
          audience: 'public',
          provenance: '填报',
          choices: voidGrounds,
        },
      ).optional(),
      ...details,
    }),
  ],
  { error: `action 应为 ${Object.keys(actions).join('、')} 之一` },
);
export type Update = z.infer<typeof update>;
