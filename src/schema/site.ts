/** content/site.yaml: who publishes this ledger, from which day it counts, who reviews it. */
import * as z from 'zod';
import { day, field, forgeAccount, id, link, nameText, siteAddress, text } from './field.ts';
import { probing } from './probe.ts';
import { sending } from './reminder.ts';
import { officialCode } from './rollup.ts';
import { audiences, webForges } from '../text/terms.ts';

/** The number of the newest migration; a ledger with a smaller one is migrated first. */
export const SCHEMA_VERSION = 4;

/** Somebody who may act on the forge; dated, so that a hand-over is a line and not a deletion. */
export const member = z.strictObject({
  account: field(forgeAccount, { title: '平台账户', audience: 'public', provenance: '系统设定' }),
  name: field(text, { title: '姓名', audience: 'internal', provenance: '系统设定' }).optional(),
  post: field(text, { title: '职务', audience: 'internal', provenance: '系统设定' }).optional(),
  from: field(day, { title: '起', audience: 'public', provenance: '系统设定' }),
  until: field(day, {
    title: '止',
    description: '交接后的最后一天',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
});
export type Member = z.infer<typeof member>;

export const forgeKind = z.enum([...webForges, 'bare'], {
  error: '应为 github、gitlab、gitea（含 Forgejo）、gitee、bare 之一',
});

/** Where a ledger lies in its repository: plain names with slashes between, or a dot. */
const repositoryFolder = z
  .string({ error: '应为仓库里的文件夹，如 content；台账在最上层的写 .' })
  .regex(/^(?:\.|(?!\.)[^/\\\s:]+(?:\/(?!\.)[^/\\\s:]+)*)$/u, {
    error: '应为仓库里的文件夹，如 content，前后不写斜线；台账在最上层的写 .',
  });

const optionalText = (title: string, description?: string) =>
  field(text, { title, description, audience: 'public', provenance: '系统设定' }).optional();

/** 保管期限 with their codes in a 档号. */
export const retentions = { 永久: 'Y', '30年': 'D30', '10年': 'D10' } as const;
export type Retention = keyof typeof retentions;

/** What only the office and its archive know of a 档号; nothing of it is ever guessed. */
const archiving = z.strictObject({
  fonds: optionalText('全宗号', '档案馆给本单位编的代号'),
  category: optionalText('档案门类代码', '按本单位的分类方案'),
  section: optionalText('机构（问题）代码', '分类方案有这一级才填'),
  retention: field(
    z.enum(Object.keys(retentions) as [Retention, ...Retention[]], {
      error: `应为 ${Object.keys(retentions).join('、')} 之一`,
    }),
    {
      title: '保管期限',
      description: '按本单位的文书档案保管期限表；不填则目录里空着',
      audience: 'public',
      provenance: '系统设定',
    },
  ).optional(),
});
export type Archiving = z.infer<typeof archiving>;

export const site = z.strictObject({
  schemaVersion: field(
    z.literal(SCHEMA_VERSION, {
      error: `应为 ${String(SCHEMA_VERSION)}；旧台账请先运行 npx ledger migrate`,
    }),
    {
      title: '格式版本',
      audience: 'public',
      provenance: '系统设定',
    },
  ),
  name: field(nameText, { title: '台账名称', audience: 'public', provenance: '系统设定' }),
  authority: field(nameText, { title: '主管机关', audience: 'public', provenance: '系统设定' }),
  code: field(officialCode, {
    title: '代码',
    description: '行政区划代码或统一社会信用代码；上级汇总时核对',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  searchAbove: field(z.boolean({ error: '应为 true 或 false' }), {
    title: '上级可以检索',
    description:
      '写 true：报上级的汇总里带上单位、账号、问题的名称和网页的地址，上级的网站按名称检索得到；不写就不带',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  address: field(siteAddress, {
    title: '公开网站地址',
    description: '用于二维码、订阅源；没有就不填',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  internalAddress: field(siteAddress, {
    title: '内部网站地址',
    description: '用于内部网站打印件上的地址和二维码；没有就不填',
    audience: 'internal',
    provenance: '系统设定',
  }).optional(),
  asOf: field(day, {
    title: '统计截止日',
    description: '不填则为生成网站的当天',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  asOfNote: optionalText('截止日说明'),
  fiction: optionalText('虚构声明', '演示台账在每一页显示的声明；真实台账不填'),
  repository: field(z.enum(['public', 'internal'], { error: '应为 public 或 internal' }), {
    title: '仓库性质',
    choices: audiences,
    description: 'public：仓库本身公开，任何内部栏目都不得填写',
    audience: 'public',
    provenance: '系统设定',
  }),
  footer: field(
    z.strictObject({
      host: optionalText('主办单位'),
      operator: optionalText('承办单位'),
      phone: optionalText('联系电话', '也写在公开网站的问题页，供指出差错；没有就不填'),
      siteCode: optionalText('网站标识码'),
      icp: optionalText('ICP备案号'),
      police: optionalText('公安备案号'),
      corrections: field(link, {
        title: '找错入口',
        description: '“我为政府网站找错”的网址，页脚和说明页链接到它；没有就不填',
        audience: 'public',
        provenance: '系统设定',
      }).optional(),
    }),
    { title: '页脚', audience: 'public', provenance: '系统设定' },
  ).optional(),
  forge: field(
    z.strictObject({
      kind: field(forgeKind, { title: '平台', audience: 'public', provenance: '系统设定' }),
      address: field(siteAddress, {
        title: '平台地址',
        audience: 'public',
        provenance: '系统设定',
      }).optional(),
      repository: field(text, {
        title: '仓库',
        description: '所有者/仓库名',
        audience: 'public',
        provenance: '系统设定',
      }).optional(),
      branch: field(text, {
        title: '主分支',
        audience: 'public',
        provenance: '系统设定',
      }).default('main'),
      folder: field(repositoryFolder, {
        title: '台账在仓库里的文件夹',
        description: '在线填报按它写文件；不填则为 content，台账就在仓库最上层的写 .',
        audience: 'public',
        provenance: '系统设定',
      }).optional(),
      formApp: optionalText(
        '表单应用编号',
        '在平台上登记的 OAuth 应用的编号，在线填报跳转登录用；不填则请填报人填一次令牌',
      ),
      signIn: field(link, {
        title: '换令牌的地址',
        description:
          'GitHub、Gitee 不让网页自己换令牌，跳转登录要经本单位的中转服务；不填则请填报人填一次令牌',
        audience: 'public',
        provenance: '系统设定',
      }).optional(),
    }),
    { title: '代码托管平台', audience: 'public', provenance: '系统设定' },
  ).optional(),
  reviewers: field(z.array(member), {
    title: '审核员',
    audience: 'public',
    provenance: '系统设定',
  }).default([]),
  maintainers: field(z.array(member), {
    title: '管理员',
    audience: 'public',
    provenance: '系统设定',
  }).default([]),
  robots: field(z.array(member), {
    title: '定时任务的账户',
    description: '只能登记催办，别的都不能；由管理员在平台上为催办任务单独开设',
    audience: 'public',
    provenance: '系统设定',
  }).default([]),
  sending: field(sending, {
    title: '催办发到哪里',
    description: '不写的渠道一概不发；地址和密钥不写在这里，见程序的 docs/sending.md',
    audience: 'internal',
    provenance: '系统设定',
  }).optional(),
  probe: field(probing, {
    title: '访问本单位网站',
    description: '不写就一个也不访问',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  archive: field(archiving, {
    title: '归档设置',
    description: '归档文件目录的档号和保管期限；不写就空着',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  office: field(id, {
    title: '牵头单位',
    description: '单位编号',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
});
export type Site = z.infer<typeof site>;
