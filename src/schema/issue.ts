/**
 * content/issues/<campaign>/<id>.yaml: the facts of a finding, written once by a reviewer, as the source has them.
 * It belongs to an account or, on a list without accounts (制度不健全, 巡察, 隐患, 督察), to a unit; never to both.
 */
import * as z from 'zod';
import { deadline, duty } from './deadline.ts';
import { count, day, field, id, officer, text } from './field.ts';
import { readings, source } from './source.ts';

/** Who found it; `district` is the ledger's own level, be it a district or a county. What came from above closes only when the level above confirms it. */
export const origins = {
  'self-check': '自查',
  district: '本级检查',
  city: '市级交办',
  province: '省级交办',
  nation: '国家交办',
  public: '群众反映',
} as const;
export type Origin = keyof typeof origins;

const fields = z.strictObject({
  campaign: field(id, {
    title: '专项',
    description: '专项编号',
    audience: 'public',
    provenance: '登记',
  }),
  row: field(count.min(1, { error: '序号从 1 起' }), {
    title: '序号',
    audience: 'public',
    provenance: '原文',
  }),
  account: field(id, {
    title: '账号',
    description: '账号编号；不涉及账号的问题改写 unit（单位）',
    audience: 'public',
    provenance: '归纳',
  }).optional(),
  unit: field(id, {
    title: '责任单位',
    description: '单位编号；只用于不涉及账号的问题，涉及账号的由账号得出',
    audience: 'public',
    provenance: '归纳',
  }).optional(),
  assisting: field(z.array(id), {
    title: '配合单位',
    description: '单位编号；由责任单位一家报送，配合单位只看不报',
    audience: 'public',
    provenance: '归纳',
  }).optional(),
  place: field(text, {
    title: '地点或项目名称',
    description: '来源写明在哪里、哪个项目时填，按原文；会公开',
    audience: 'public',
    provenance: '原文',
  }).optional(),
  listed: field(text, {
    title: '政府网站/政务新媒体（原文）',
    description: '按来源原样抄录，不改错别字',
    audience: 'public',
    provenance: '原文',
  }).optional(),
  listedHost: field(text, {
    title: '主办单位（原文）',
    description: '不涉及账号的问题抄责任单位一栏',
    audience: 'public',
    provenance: '原文',
  }),
  problems: field(z.array(id).min(1, { error: '至少归入一类' }), {
    title: '问题类别',
    description: 'problems.yaml 中的编号，可多个',
    audience: 'public',
    provenance: '归纳',
  }),
  finding: field(text, { title: '存在问题', audience: 'public', provenance: '原文' }),
  measures: field(text, { title: '整改措施', audience: 'public', provenance: '原文' }),
  duties: field(z.array(duty), {
    title: '措施承诺的频次',
    audience: 'public',
    provenance: '归纳',
  }).default([]),
  deadline: field(deadline, { title: '整改时限', audience: 'public', provenance: '归纳' }),
  listedOn: field(day, {
    title: '列入日期',
    description: '清单的填表日期',
    audience: 'public',
    provenance: '原文',
  }),
  foundOn: field(day, {
    title: '发现日期',
    description: '来源写明时才填',
    audience: 'public',
    provenance: '原文',
  }).optional(),
  origin: field(
    z.enum(Object.keys(origins) as [Origin, ...Origin[]], {
      error: `应为 ${Object.keys(origins).join('、')} 之一`,
    }),
    {
      title: '问题来源',
      audience: 'public',
      provenance: '归纳',
      choices: origins,
    },
  ),
  indicator: field(
    z.strictObject({
      id: field(text, { title: '指标编号', audience: 'public', provenance: '登记' }),
      edition: field(id, { title: '指标版本', audience: 'public', provenance: '登记' }),
    }),
    { title: '检查指标', audience: 'public', provenance: '登记' },
  ).optional(),
  officer: officer.optional(),
  note: field(text, { title: '内部备注', audience: 'internal', provenance: '登记' }).optional(),
  source: source.optional(),
  readings: readings.optional(),
});

export const issue = fields
  .refine(({ account, unit }) => account !== undefined || unit !== undefined, {
    error: '写账号；不涉及账号的改写 unit（责任单位）',
    path: ['account'],
  })
  .refine(({ account, unit }) => account === undefined || unit === undefined, {
    error: '已经写了 account，责任单位由账号得出：删去 unit；不涉及账号的，删去 account',
    path: ['unit'],
  })
  .refine(({ account, listed }) => account === undefined || listed !== undefined, {
    error: '涉及账号的问题要照抄来源所写的账号名称',
    path: ['listed'],
  });
export type Issue = z.infer<typeof issue>;
