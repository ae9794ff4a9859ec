/** content/units/<unit>.yaml: 单位, its names, its clerks, its contacts. */
import * as z from 'zod';
import { count, day, field, id, nameText, text } from './field.ts';
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

/** How a unit came to its end. A mere change of its name is no end: see `formerNames`. */
export const unitEnds = { merged: '合并', split: '分设', abolished: '撤销' } as const;
export type UnitEnd = keyof typeof unitEnds;

const ended = z
  .strictObject({
    on: field(day, {
      title: '自哪天起',
      description: '从这一天起不再是一个单位',
      audience: 'public',
      provenance: '登记',
    }),
    how: field(
      z.enum(Object.keys(unitEnds) as [UnitEnd, ...UnitEnd[]], {
        error: `应为 ${Object.keys(unitEnds).join('、')} 之一`,
      }),
      { title: '怎样结束', audience: 'public', provenance: '登记', choices: unitEnds },
    ),
    successors: field(z.array(id), {
      title: '承接单位',
      description: '单位编号；撤销而没有承接单位的不写',
      audience: 'public',
      provenance: '登记',
    }).default([]),
    document: field(text, {
      title: '依据',
      description: '批文的文号；公开台账不写',
      audience: 'internal',
      provenance: '登记',
    }).optional(),
  })
  .refine(({ how, successors }) => how === 'abolished' || successors.length > 0, {
    error: '合并、分设的要写承接单位（successors）',
    path: ['successors'],
  });

export const unit = z.strictObject({
  name: field(nameText, { title: '单位名称', audience: 'public', provenance: '归纳' }),
  aliases: field(z.array(nameText), {
    title: '别名',
    description: '来源文件中的其他写法、简称',
    audience: 'public',
    provenance: '归纳',
  }).default([]),
  formerNames: field(
    z.array(
      z.strictObject({
        name: field(nameText, { title: '曾用名', audience: 'public', provenance: '登记' }),
        until: field(day, {
          title: '用到哪天',
          description: '用这个名称的最后一天',
          audience: 'public',
          provenance: '登记',
        }),
      }),
    ),
    {
      title: '更名',
      description: '编号不变；以前的日子按那时的名称',
      audience: 'public',
      provenance: '登记',
    },
  ).optional(),
  establishedOn: field(day, {
    title: '设立日期',
    description: '合并、分设时新立的单位才写；在这以前不计入登记单位',
    audience: 'public',
    provenance: '登记',
  }).optional(),
  ended: field(ended, {
    title: '撤并',
    description: '合并、分设、撤销；记录和网页都留着',
    audience: 'public',
    provenance: '登记',
  }).optional(),
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
  order: field(count, {
    title: '排序',
    description: '在本级单位序列里的次序，小的在前；不写的排在后面，按类别、编号',
    audience: 'public',
    provenance: '登记',
  }).optional(),
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
