/**
 * content/snapshots/<child>/<day>.yaml and content/internal-snapshots/…: 快照 — what was fetched of a child on a day, or why
 * nothing of it could be taken. Only ever added, so that any past day can be counted again.
 */
import * as z from 'zod';
import { type Audience, day, field, text } from './field.ts';
import { sumsFor } from './rollup.ts';

/** One shape; whoever may see it decides in which folder it lies. */
function snapshotFor(audience: Audience) {
  const kept = <S extends z.ZodType>(schema: S, title: string, description?: string) =>
    field(schema, { title, description, audience, provenance: '登记' });
  const outcome = <K extends string>(value: K) =>
    field(z.literal(value), {
      title: '结果',
      audience: 'public',
      provenance: '登记',
      choices: { good: '收到', fault: '不能用' },
    });
  const sums = sumsFor(audience, true);
  const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, { error: '应为 SHA-256，64 位十六进制' });
  return z.discriminatedUnion(
    'outcome',
    [
      z.strictObject({
        outcome: outcome('good'),
        sha256: kept(sha256, '校验值', '收到的 summary.json 的；按报表计的，是那份报表的'),
        signed: kept(z.boolean(), '签名核对过').default(false),
        paper: kept(text, '文号', '按交回的报表计数的，报来的文号').optional(),
        parts: kept(
          z.array(
            z.strictObject({
              campaign: kept(text, '专项', '报送包里的专项名称'),
              number: kept(text, '文号'),
              asOf: kept(day, '统计截止日'),
              sha256: kept(sha256, '校验值'),
              figures: sums.shape.figures,
              platforms: sums.shape.platforms,
            }),
          ),
          '按专项的报送包',
          '合计由哪几个专项最近一次的报送包相加；不分专项的清单没有',
        ).optional(),
        summary: kept(sums, '合计'),
        assigned: kept(
          z.array(
            z.strictObject({
              id: kept(text, '编号'),
              state: kept(text, '状态'),
            }),
          ),
          '交办的状态',
          '本级交办的问题在下级台账里的状态；没有的不写',
        ).optional(),
        accounts: kept(
          z.array(text),
          '账号',
          '下级登记的账号（平台：名称），查重用；与上一份快照相同的不写',
        ).optional(),
      }),
      z.strictObject({
        outcome: outcome('fault'),
        why: kept(text, '缘由', '一句话：哪里不对'),
      }),
    ],
    { error: 'outcome 应为 good（收到）或 fault（不能用）' },
  );
}

export const snapshot = snapshotFor('public');
export const internalSnapshot = snapshotFor('internal');
export type Snapshot = z.infer<typeof snapshot>;
/** A package of a campaign, as it was counted. */
export type PaperPart = NonNullable<Extract<Snapshot, { outcome: 'good' }>['parts']>[number];
