/** content/units/<unit>.yaml: 单位, its names, its clerks, its contacts. */
import { z } from 'zod';
import { count, field, text } from './field.ts';
import { member } from './site.ts';
import { readings, source } from './source.ts';

export const unitKinds = {
  office: '政府办公室',
  department: '部门',
  street: '街道办事处',
  town: '镇',
  township: '乡',
  other: '其他',
} as const;
export type UnitKind = keyof typeof unitKinds;

export const unit = z.strictObject({
  name: field(text, { title: '单位名称', audience: 'public', provenance: '归纳' }),
  aliases: field(z.array(text), {
    title: '别名',
    description: '来源文件中的其他写法、简称',
    audience: 'public',
    provenance: '归纳',
  }).default([]),
  kind: field(
    z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]], {
      error: `应为 ${Object.keys(unitKinds).join('、')} 之一`,
    }),
    {
      title: '类别',
      audience: 'public',
      provenance: '归纳',
      choices: unitKinds,
    },
  ),
  phone: field(text, {
    title: '办公电话',
    description: '对外公开的座机',
    audience: 'public',
    provenance: '登记',
  }).optional(),
  reported: field(
    z.strictObject({
      accounts: field(count, { title: '账号数', audience: 'public', provenance: '原文' }),
      note: field(text, { title: '说明', audience: 'public', provenance: '原文' }).optional(),
    }),
    {
      title: '上报账号数',
      description: '来源只报了数、没有列名时填写',
      audience: 'public',
      provenance: '原文',
    },
  ).optional(),
  members: field(z.array(member), {
    title: '填报员',
    audience: 'public',
    provenance: '系统设定',
  }).default([]),
  contacts: field(
    z.array(
      z.strictObject({
        name: field(text, { title: '姓名', audience: 'internal', provenance: '登记' }),
        post: field(text, { title: '职务', audience: 'internal', provenance: '登记' }).optional(),
        phone: field(text, { title: '电话', audience: 'internal', provenance: '登记' }).optional(),
        note: field(text, { title: '备注', audience: 'internal', provenance: '登记' }).optional(),
      }),
    ),
    { title: '联系人', audience: 'internal', provenance: '登记' },
  ).default([]),
  source: source.optional(),
  readings: readings.optional(),
});
export type Unit = z.infer<typeof unit>;
