/** 审签 of a campaign: from when its decisions are drafted by one and approved by another, and by whom. */
import * as z from 'zod';
import { day, field, forgeAccount, text } from './field.ts';

/** 审签人: who approves what was drafted, by post; with an account also at a desk of their own. */
const approver = z.strictObject({
  post: field(text, {
    title: '职务',
    description: '与决定记录里的审签人写得一样，如 分管副主任',
    audience: 'internal',
    provenance: '系统设定',
  }),
  account: field(forgeAccount, {
    title: '平台账户',
    description: '在自己的办理台签发的才写，要同时登记为审核员；只在纸上签批的不写',
    audience: 'internal',
    provenance: '系统设定',
  }).optional(),
  until: field(day, {
    title: '止',
    description: '不再审签的最后一天；换人时另加一条，旧的不删',
    audience: 'internal',
    provenance: '系统设定',
  }).optional(),
});

export const approval = field(
  z.strictObject({
    from: field(day, {
      title: '起用日',
      description: '报告日期在这天及以后的决定要审签，以前的不受影响',
      audience: 'internal',
      provenance: '系统设定',
    }),
    until: field(day, {
      title: '止',
      description: '改回一步办理的，写审签的最后一天',
      audience: 'internal',
      provenance: '系统设定',
    }).optional(),
    approvers: field(z.array(approver).min(1, { error: '至少写一位审签人' }), {
      title: '审签人',
      audience: 'internal',
      provenance: '系统设定',
    }),
  }),
  {
    title: '审签',
    description:
      '写了的，验收、退回、转长期坚持、延期、暂缓、撤销由经办人拟办，领导审签以后签发；不写即一步办理',
    audience: 'internal',
    provenance: '系统设定',
  },
);
export type Approval = z.infer<typeof approval>;
