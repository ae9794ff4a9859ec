/** content/accounts/<unit>/<id>.yaml: an official website or a new-media account. */
import * as z from 'zod';
import { accountKinds } from '../text/terms.ts';
import { day, field, id, link, nameText, openFields, text } from './field.ts';
import { readings, source } from './source.ts';

const open = openFields('登记');
const optional = <S extends z.ZodType>(schema: S, title: string, description?: string) =>
  open(schema, title, description).optional();

/** The kind of one branch of the union. */
const kind = <K extends string>(name: K) =>
  field(z.literal(name), {
    title: '类别',
    audience: 'public',
    provenance: '归纳',
    choices: accountKinds,
  });

const owner = {
  unit: field(id, {
    title: '主办单位',
    description: '入册时的单位编号，以后不改；换了单位的登记“移交”',
    audience: 'public',
    provenance: '归纳',
  }),
  name: field(nameText, { title: '名称', audience: 'public', provenance: '归纳' }),
  aliases: field(z.array(nameText), {
    title: '别名',
    audience: 'public',
    provenance: '归纳',
  }).default([]),
};

/** What a register says of websites and accounts alike. */
const entry = {
  address: optional(link, '网址', '网站首页或账号主页'),
  supervisor: optional(text, '主管单位'),
  operator: optional(text, '运维单位'),
  openedOn: optional(day, '开设日期'),
  functions: optional(text, '主要功能'),
  interaction: optional(text, '互动方式', '没有互动功能时写“无”'),
  updateRule: optional(text, '更新要求', '本单位自定的更新频次'),
  lastPostOn: optional(day, '最近更新日'),
  exception: optional(text, '一单位多账号的说明', '同一平台有多个账号时，说明理由后不再提示'),
  source: source.optional(),
  readings: readings.optional(),
};

export const account = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: kind('website'),
      ...owner,
      siteCode: optional(text, '网站标识码'),
      icp: optional(text, 'ICP备案号'),
      police: optional(text, '公安备案号'),
      ...entry,
    }),
    z.strictObject({
      kind: kind('new-media'),
      ...owner,
      platform: field(id, {
        title: '平台',
        description: 'platforms.yaml 中的编号；原文未写明时写 unstated',
        audience: 'public',
        provenance: '归纳',
      }),
      subtype: optional(text, '类型', '如 订阅号、服务号'),
      formerNames: optional(z.array(text), '曾用名'),
      certifiedBody: optional(text, '认证主体'),
      certifiedUntil: optional(day, '认证有效期至', '平台认证到期的日子；临近时预警'),
      ...entry,
    }),
  ],
  { error: 'kind 应为 website（网站）或 new-media（新媒体）' },
);
export type Account = z.infer<typeof account>;
