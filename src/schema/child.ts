/** content/children/<id>.yaml: 下级台账 — an office below that keeps a ledger of its own, and where its sums are fetched. */
import * as z from 'zod';
import {
  type Audience,
  lengthInDays,
  day,
  field,
  gitAddress,
  nameText,
  siteAddress,
  text,
} from './field.ts';
import { officialCode } from './rollup.ts';
import { webForges } from '../text/terms.ts';

/** Where sums lie: exactly one of four ways. */
function placeFor(audience: Audience) {
  const set = <S extends z.ZodType>(schema: S, title: string, description?: string) =>
    field(schema, { title, description, audience, provenance: '系统设定' });
  return z.union(
    [
      z.strictObject({
        address: set(
          siteAddress,
          '网站地址',
          '下级网站的地址；取它下面的 data/summary.json 和 data/ledger.json',
        ),
        privateAddresses: set(
          z.boolean(),
          '可以访问内网地址',
          '网站在内网的写 true；不写时，解析到内网或本机地址的不访问',
        ).default(false),
      }),
      z.strictObject({
        path: set(
          text,
          '文件或文件夹',
          '相对台账文件夹；文件是下级做的汇总文件，文件夹里是 summary.json 和 ledger.json',
        ),
      }),
      z.strictObject({
        git: set(gitAddress, 'Git 仓库地址'),
        branch: set(
          z.string().regex(/^[A-Za-z0-9][\w./-]*$/u, { error: '应为分支名' }),
          '分支',
          '放着生成的网站的分支',
        ),
        folder: set(
          z.string().regex(/^(?!\.)[^/\\\s:]+(?:\/(?!\.)[^/\\\s:]+)*$/u, {
            error: '应为仓库里的文件夹，前后不写斜线',
          }),
          '文件夹',
          '网站在分支里的文件夹；不写则在最上层',
        ).optional(),
      }),
      z.strictObject({
        // How a child reports is no secret, wherever its sums are shown.
        paper: field(z.literal(true, { error: '写 true' }), {
          title: '按报表计',
          description: '没有台账，按它交回的表或报送包计数',
          audience: 'public',
          provenance: '系统设定',
        }),
      }),
    ],
    { error: '写一种：address（网站地址）、path（文件或文件夹）、git 和 branch，或 paper: true' },
  );
}

const toward = <S extends z.ZodType>(schema: S, title: string, description?: string) =>
  field(schema, { title, description, audience: 'internal', provenance: '系统设定' });

/** Where proposals for the child's ledger go. */
const proposals = z.strictObject({
  kind: field(
    z.enum(webForges, {
      error: '应为 github、gitlab、gitea（含 Forgejo）、gitee 之一',
    }),
    { title: '平台', audience: 'internal', provenance: '系统设定' },
  ),
  address: toward(
    siteAddress,
    '平台地址',
    '不写则为 github.com、gitlab.com 或 gitee.com',
  ).optional(),
  repository: toward(text, '仓库', '所有者/仓库名'),
  branch: toward(
    z.string().regex(/^[A-Za-z0-9][\w./-]*$/u, { error: '应为分支名' }),
    '主分支',
  ).default('main'),
  folder: toward(
    z.string().regex(/^(?:\.|(?!\.)[^/\\\s:]+(?:\/(?!\.)[^/\\\s:]+)*)$/u, {
      error: '应为仓库里的文件夹，前后不写斜线；台账在最上层的写 .',
    }),
    '文件夹',
    '台账在仓库里的文件夹；不写则为 content',
  ).optional(),
  git: toward(
    gitAddress,
    'Git 地址',
    '从哪里读下级的台账；不写则为平台地址后面接仓库名。登录用本机 Git 的设置',
  ).optional(),
});

export const child = z.strictObject({
  name: field(nameText, {
    title: '名称',
    description: '下级台账自己写的名称；改了名的，核对后改这里',
    audience: 'public',
    provenance: '登记',
  }),
  shortName: field(nameText, {
    title: '简称',
    description: '页面上怎样称它，如 甲区；不写则用名称',
    audience: 'public',
    provenance: '登记',
  }).optional(),
  code: field(officialCode, {
    title: '代码',
    description: '行政区划代码或统一社会信用代码，与下级 site.yaml 的 code 核对',
    audience: 'public',
    provenance: '登记',
  }).optional(),
  order: field(lengthInDays, {
    title: '顺序',
    description: '官方排列的顺序；页面总按它排，从不排名次',
    audience: 'public',
    provenance: '登记',
  }).optional(),
  since: field(day, { title: '起', audience: 'public', provenance: '登记' }),
  until: field(day, {
    title: '止',
    description: '最后一天；撤并了的写，记录不删',
    audience: 'public',
    provenance: '登记',
  }).optional(),
  lateAfter: field(lengthInDays.min(1, { error: '至少 1 天' }), {
    title: '几天没有新数算未按时报',
    description: '统计截止日早于这么多天的，不计入合计',
    audience: 'public',
    provenance: '系统设定',
  }).default(35),
  public: field(placeFor('public'), {
    title: '公开的数取自',
    audience: 'public',
    provenance: '系统设定',
  }).optional(),
  internal: field(placeFor('internal'), {
    title: '内部的数取自',
    description: '只给上级的口径，只进内部站',
    audience: 'internal',
    provenance: '系统设定',
  }).optional(),
  proposals: field(proposals, {
    title: '交办提到',
    description: '下级的台账在哪个平台的哪个仓库；写了的，交办可以直接提成合并请求',
    audience: 'internal',
    provenance: '系统设定',
  }).optional(),
  key: field(
    z.string().regex(/^(?:ssh-ed25519|ecdsa-sha2-nistp256|ssh-rsa) [A-Za-z0-9+/=]+$/u, {
      error: '应为 SSH 公钥的前两段，如 ssh-ed25519 AAAA…',
    }),
    {
      title: '公钥',
      description: 'SSH 公钥；写了的，没有签名或签名不对的数不收',
      audience: 'public',
      provenance: '系统设定',
    },
  ).optional(),
});
export type Child = z.infer<typeof child>;
export type ChildPlace = NonNullable<Child['public']>;
export type ChildProposals = z.infer<typeof proposals>;
