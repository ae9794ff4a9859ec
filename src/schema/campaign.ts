/** content/campaigns/<id>.yaml: 专项整治, its notice, the head of its list, what it reported, what may be published. */
import * as z from 'zod';
import { closingPolicies, defaultClosing, publicationLevels } from '../text/terms.ts';
import { approval } from './approval.ts';
import { assigningChoice } from './assigning.ts';
import { count, day, field, id, lengthInDays, officer, nameText, text } from './field.ts';
import { readings, source } from './source.ts';

const policies = Object.keys(closingPolicies) as [ClosingPolicy, ...ClosingPolicy[]];
type ClosingPolicy = keyof typeof closingPolicies;
export type PublicationLevel = keyof typeof publicationLevels;

export const campaign = z.strictObject({
  name: field(nameText, { title: '专项名称', audience: 'public', provenance: '原文' }),
  notice: field(
    z.strictObject({
      title: field(text, { title: '通知标题', audience: 'public', provenance: '原文' }),
      number: field(text, { title: '文号', audience: 'public', provenance: '原文' }).optional(),
    }),
    { title: '依据', audience: 'public', provenance: '原文' },
  ).optional(),
  list: field(
    z.strictObject({
      title: field(text, { title: '清单标题', audience: 'public', provenance: '原文' }),
      reportedBy: field(text, { title: '报送单位', audience: 'public', provenance: '原文' }),
      reportedTo: field(text, {
        title: '主送单位',
        audience: 'public',
        provenance: '原文',
      }).optional(),
      listedOn: field(day, { title: '填表日期', audience: 'public', provenance: '原文' }),
    }),
    { title: '清单', audience: 'public', provenance: '原文' },
  ),
  reported: field(
    z.strictObject({
      units: field(count, { title: '单位数', audience: 'public', provenance: '原文' }).optional(),
      accounts: field(count, {
        title: '新媒体账号数',
        audience: 'public',
        provenance: '原文',
      }).optional(),
      websites: field(count, {
        title: '网站数',
        audience: 'public',
        provenance: '原文',
      }).optional(),
    }),
    {
      title: '报告所列总数',
      description: '来源文件报的总数，与台账列名数分开显示',
      audience: 'public',
      provenance: '原文',
    },
  ).default({}),
  checklist: field(
    z.strictObject({
      items: field(z.array(text), { title: '重点内容', audience: 'public', provenance: '原文' }),
      note: field(text, { title: '说明', audience: 'public', provenance: '登记' }).optional(),
    }),
    { title: '自查清单', audience: 'public', provenance: '原文' },
  ).default({ items: [] }),
  assigned: field(
    z.strictObject({
      origin: assigningChoice('public', '布置的上级', '上级是哪一级'),
      replyBy: field(day, { title: '报送截止', audience: 'public', provenance: '登记' }),
    }),
    {
      title: '上级布置',
      description: '上级布置的自查；结项要写上级同意的文号',
      audience: 'public',
      provenance: '登记',
    },
  ).optional(),
  closing: field(
    z.strictObject({
      policy: field(
        z.enum(policies, {
          error: '应为 verification（审核销号）或 merge（合并即销号）',
        }),
        {
          title: '销号方式',
          description: 'verification：合并是收件，审核员验收才销号；merge：合并即验收',
          audience: 'public',
          provenance: '系统设定',
          choices: closingPolicies,
        },
      ),
      publicityDays: field(lengthInDays, {
        title: '公示天数',
        description: '0 为不公示',
        audience: 'public',
        provenance: '系统设定',
      }).default(0),
      earlier: field(
        z.array(
          z.strictObject({
            until: field(day, {
              title: '沿用至',
              description: '旧规则有效的最后一天',
              audience: 'public',
              provenance: '系统设定',
            }),
            policy: field(
              z.enum(policies, {
                error: '应为 verification（审核销号）或 merge（合并即销号）',
              }),
              {
                title: '销号方式',
                audience: 'public',
                provenance: '系统设定',
                choices: closingPolicies,
              },
            ),
            publicityDays: field(lengthInDays, {
              title: '公示天数',
              audience: 'public',
              provenance: '系统设定',
            }).default(0),
          }),
        ),
        {
          title: '以前的销号规则',
          description: '改规则时把旧的抄到这里；已按旧规则销号的不受影响',
          audience: 'public',
          provenance: '系统设定',
        },
      ).optional(),
    }),
    { title: '销号规则', audience: 'public', provenance: '系统设定' },
  ).default(defaultClosing),
  approval: approval.optional(),
  publication: field(
    z.strictObject({
      level: field(
        z.enum(Object.keys(publicationLevels) as [PublicationLevel, ...PublicationLevel[]], {
          error: '应为 none（不公开）、statistics（只公开统计）、list（公开清单）之一',
        }),
        {
          title: '公开程度',
          audience: 'public',
          provenance: '系统设定',
          choices: publicationLevels,
        },
      ),
      overdueNames: field(z.boolean(), {
        title: '公开逾期单位名称',
        description:
          '不写则公开网站不说哪个单位逾期；清单上的时限和状态照清单公开，读者可以自己对照，不愿这样的用只公开统计',
        audience: 'public',
        provenance: '系统设定',
      }).default(false),
      approvedOn: field(day, {
        title: '审签日期',
        audience: 'internal',
        provenance: '登记',
      }).optional(),
      basis: field(text, { title: '公开依据', audience: 'public', provenance: '登记' }).optional(),
    }),
    { title: '公开', description: '不写即不公开', audience: 'public', provenance: '系统设定' },
  ).default({ level: 'none', overdueNames: false }),
  office: field(id, {
    title: '牵头单位',
    description: '单位编号',
    audience: 'public',
    provenance: '归纳',
  }),
  officer: officer.optional(),
  concluded: field(
    z.strictObject({
      on: field(day, { title: '结项日期', audience: 'public', provenance: '登记' }),
      document: field(text, {
        title: '结项文号',
        audience: 'public',
        provenance: '登记',
      }).optional(),
      note: field(text, {
        title: '结项说明',
        audience: 'internal',
        provenance: '登记',
      }).optional(),
      remaining: field(z.array(id), {
        title: '继续整改的问题',
        description: '结项那天还没有办结的，逐个列明；仍在本专项名下办到底',
        audience: 'public',
        provenance: '登记',
      }).default([]),
    }),
    {
      title: '结项',
      description: '结项那天，除列明继续整改的以外，问题都已销号、长期坚持或撤销',
      audience: 'public',
      provenance: '登记',
    },
  ).optional(),
  source: source.optional(),
  readings: readings.optional(),
});
export type Campaign = z.infer<typeof campaign>;
