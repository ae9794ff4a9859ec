/**
 * 汇总: what a ledger publishes for the office above. `data/summary.json` holds its sums, `data/ledger.json` the rows that
 * they are the sums of, so that whoever reads both can count again. One shape for the public and the internal site.
 *
 * The first number of the version rises when something goes or changes its meaning, the second when something is added;
 * a reader holds on to the first and lets pass what it does not know.
 */
import * as z from 'zod';
import { unseenIn } from '../text/unseen.ts';
import { type Audience, count, day, field, linkAsSaid, siteAddress } from './field.ts';

export const ROLLUP_VERSION = '1.5';
export const SUMS_FORMAT = 'rectification-ledger/summary';
export const ROWS_FORMAT = 'rectification-ledger/ledger';
export const FILE_FORMAT = 'rectification-ledger/rollup';

/** A name as somebody else's file gives it: one line, nothing unseen, not endless. */
export const plainName = z
  .string({ error: '应为文字' })
  .min(1, { error: '不能为空' })
  .max(200, { error: '至多 200 字' })
  .refine(
    (text) => text.trim() === text && !/[\n\r\t]/u.test(text) && unseenIn(text).length === 0,
    {
      error: '不能有换行、首尾空格和看不见的字符',
    },
  );

/** A page of a site, from its root: nothing else can follow the address of a child. */
export const page = z
  .string()
  .regex(/^(?:\/[\w%-][\w.%-]*)+\.html$/u, { error: '应为网页的地址，如 /issues/a-1.html' });

const key = z.string().regex(/^[a-z][a-z-]{0,39}$/u, { error: '应为指标编号' });
/** 代码: an administrative division (GB/T 2260) or a unified social credit code (GB 32100). */
export const officialCode = z
  .string({ error: '应为代码，如 610802；写在引号里' })
  .regex(/^[0-9A-Z]{2,18}$/u, { error: '应为代码，如 610802；写在引号里' });

const version = z.string({ error: '应为格式版本' }).regex(/^\d{1,3}\.\d{1,3}$/u, {
  error: '应为格式版本，如 1.0',
});
const checksum = z.string().regex(/^[0-9a-f]{64}$/u, { error: '应为 SHA-256，64 位十六进制' });

/**
 * The sums. `audience` says who may see a record that holds them; a record of a ledger is `strict`, what another program
 * published may say more than we know.
 */
export function sumsFor(audience: Audience, strict: boolean) {
  const object = strict ? (z.strictObject as typeof z.object) : z.object;
  const said = <S extends z.ZodType>(schema: S, title: string, description?: string) =>
    field(schema, { title, description, audience, provenance: '填报' });
  const figures = (title: string, description: string) =>
    said(z.record(key, count, { error: '应为指标编号和数' }), title, description);
  // What was kept is as it was; what comes in is looked at.
  const address = strict ? linkAsSaid : siteAddress;
  const group = object({
    name: said(plainName, '名称'),
    total: said(count, '问题总数'),
    unfinished: said(count, '未完成'),
    closed: said(count, '已销号'),
  });
  return object({
    version: said(version, '格式版本'),
    name: said(plainName, '台账名称'),
    authority: said(plainName, '主管机关'),
    code: said(officialCode, '代码').optional(),
    level: said(
      z.enum(['public', 'internal'], { error: '应为 public 或 internal' }),
      '公开程度',
      'public：公开站的口径；internal：内部口径，只给上级',
    ),
    asOf: said(day, '统计截止日'),
    commit: said(
      z.string().regex(/^(?:[0-9a-f]{40})?$/u, { error: '应为提交的哈希' }),
      '提交',
      '算这些数的那次提交；不在仓库里的为空',
    ),
    address: said(address, '网站地址').optional(),
    fiction: said(plainName, '虚构声明').optional(),
    searchable: said(
      z.boolean(),
      '上级可以检索',
      'true：明细里带着名称和网页的地址，上级的网站按名称检索得到',
    ).optional(),
    rules: said(plainName, '指标版本', '统计截止日起用的检查指标版本').optional(),
    figures: figures('合计', '指标编号和数，含计入的下级；比率写分子，分母写在编号加 -of 里'),
    own: figures('本级', '不含下级；没有下级的不写').optional(),
    withheld: figures('不列明细的', '计入本级而不按公开程度列出的条数').default({}),
    countedOnly: said(count, '只公布统计的问题', '只公布统计的专项的问题数，不在合计里'),
    platforms: said(z.array(group).max(200), '按平台'),
    problems: said(z.array(group).max(500), '按问题类别'),
    // 1.5; an older ledger does not say.
    indicators: said(
      z.array(group).max(500),
      '按检查指标',
      '问题记着的指标和它的版本，没有记的合为一项；各项之和是问题总数',
    ).optional(),
    children: said(
      z
        .array(
          object({
            name: said(plainName, '名称'),
            code: said(officialCode, '代码').optional(),
            asOf: said(day, '统计截止日').optional(),
            counted: said(z.boolean(), '计入合计'),
            why: said(plainName, '缘由').optional(),
            address: said(address, '网站地址').optional(),
            figures: figures('数', '这个下级的合计；没有数的不写').default({}),
          }),
        )
        .max(500),
      '下级',
    ).default([]),
    shared: said(count, '重复登记的账号', '在本级和下级的台账里登记了不止一次的账号').default(0),
  });
}

/** The sums without what belongs to the file alone. */
export const sumsPart = sumsFor('public', false);
export type RollupSums = z.output<typeof sumsPart>;
export type FigureCounts = RollupSums['figures'];

/** data/summary.json */
export const sumsFile = sumsPart.extend({
  format: z.literal(SUMS_FORMAT, { error: `应为 ${SUMS_FORMAT}` }),
  /** Names of the figures, for readers. */
  names: z.record(z.string(), z.string()).default({}),
  rows: z.object({ file: z.literal('ledger.json'), bytes: count, sha256: checksum }),
});
export type SumsFile = z.output<typeof sumsFile>;

const counted = {
  /** Figures in whose rows it is; of a rate the numerator. */
  figures: z.array(key).max(100),
};

/** data/ledger.json */
export const rowsFile = z.object({
  format: z.literal(ROWS_FORMAT, { error: `应为 ${ROWS_FORMAT}` }),
  version,
  level: z.enum(['public', 'internal']),
  asOf: day,
  units: z.array(z.object({ name: plainName, href: page.optional(), ...counted })).max(50_000),
  accounts: z
    .array(
      z.object({
        key: plainName.optional(),
        name: plainName,
        unit: plainName,
        platform: plainName,
        href: page.optional(),
        ...counted,
      }),
    )
    .max(200_000),
  issues: z
    .array(
      z.object({
        id: plainName,
        unit: plainName,
        account: plainName.optional(),
        platform: plainName,
        problems: z.array(plainName).max(50),
        /** 1.5: as `indicators` of the sums calls it; not there where the issue states none. */
        indicator: plainName.optional(),
        state: plainName,
        /** What its page is called; with `searchable` only. */
        title: plainName.optional(),
        /** The day by which it is to be mended, while it is not; with `searchable` only. */
        dueOn: day.optional(),
        href: page,
        ...counted,
      }),
    )
    .max(200_000),
  /** 1.3: what the office above assigned, where it stands in words; checks and self-checks in internal rows only. */
  assigned: z
    .array(z.object({ id: plainName, state: plainName }))
    .max(20_000)
    .default([]),
  /** Accounts of the children that are counted: their keys. */
  below: z.array(plainName).max(400_000).default([]),
});
export type RowsFile = z.output<typeof rowsFile>;

/** Both files, and their signature where there is one, in one, for a stick: the texts as they were, byte for byte. */
export const rollupFile = z.object({
  format: z.literal(FILE_FORMAT, { error: `应为 ${FILE_FORMAT}` }),
  version,
  /** 1.5: of both texts, one behind the other. */
  sha256: checksum.optional(),
  summary: z.string(),
  ledger: z.string(),
  signature: z.string().optional(),
});
