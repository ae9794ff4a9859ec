/**
 * content/probes/<stamp>.yaml: 网站访问和监测记录 — one round of visits to our own websites, or one list that a monitoring
 * platform exported; as input to a check, never a verdict.
 */
import * as z from 'zod';
import {
  count,
  day,
  field,
  id,
  insideFields,
  linkAsSaid,
  moment,
  openFields,
  text,
} from './field.ts';

const open = openFields('登记');

const inside = insideFields('登记');

/** What became of a visit; `observed` is what a monitoring platform says, without a visit of ours. */
export const probeOutcomes = {
  opened: '打开',
  failed: '无法打开',
  skipped: '没有访问',
  observed: '监测',
} as const;
export type ProbeOutcome = keyof typeof probeOutcomes;

const visit = z.strictObject({
  account: open(id, '网站', '账号编号'),
  outcome: field(
    z.enum(Object.keys(probeOutcomes) as [ProbeOutcome, ...ProbeOutcome[]], {
      error: `应为 ${Object.keys(probeOutcomes).join('、')} 之一`,
    }),
    { title: '结果', audience: 'public', provenance: '登记', choices: probeOutcomes },
  ),
  why: open(text, '缘由', '无法打开或没有访问的，写为什么').optional(),
  milliseconds: open(count, '用时（毫秒）', '从开始连接到读完首页').optional(),
  newestOn: open(
    day,
    '最新信息日',
    '网站从首页的链接和它们旁边的日期读出；监测的，平台说的最近一次发布',
  ).optional(),
  newestItem: open(text, '最新信息', '从哪一条读出的，供人核对').optional(),
  findings: inside(
    z
      .array(
        z.strictObject({
          words: inside(text, '发现', '监测平台的原话'),
          address: inside(linkAsSaid, '所在网址').optional(),
        }),
      )
      .min(1, { error: '至少一项' }),
    '监测发现',
    '错敏词、空更等，供人核对，不是结论',
  ).optional(),
});
export type Visit = z.infer<typeof visit>;

export const probe = z.strictObject({
  visitedAt: open(moment, '访问时刻', '北京时间；监测平台的清单写导出那天'),
  source: inside(
    text,
    '来源',
    '监测平台的哪一份清单；同一来源的下一份取代上一份，重复的并在一起',
  ).optional(),
  visits: open(z.array(visit).min(1, { error: '至少有一次访问' }), '访问'),
});
export type Probe = z.infer<typeof probe>;

/** site.yaml: which of our own websites may be visited; without it none is. */
export const probing = z.strictObject({
  accounts: field(
    z.array(id).min(1, { error: '至少写一个网站' }).max(200, { error: '至多 200 个网站' }),
    {
      title: '允许访问的网站',
      description: '本单位的网站的账号编号；没有写的一概不访问',
      audience: 'public',
      provenance: '系统设定',
    },
  ),
  privateAddresses: field(z.boolean(), {
    title: '可以访问内网地址',
    description: '网站在内网的写 true；不写时，解析到内网或本机地址的不访问',
    audience: 'public',
    provenance: '系统设定',
  }).default(false),
});
export type Probing = z.infer<typeof probing>;
