/**
 * 佐证材料: a link, a number, a file in the repository, or a file stored elsewhere with its hash.
 * A link or number is as good as a screenshot: nobody is made to take needless pictures.
 */
import * as z from 'zod';
import { count, day, field, linkAsSaid, text } from './field.ts';

const common = {
  what: field(text, {
    title: '说明',
    description: '这是什么材料',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  day: field(day, {
    title: '材料日期',
    description: '如最近一次发布的日期',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  public: field(z.boolean(), {
    title: '可公开',
    description: '审核员确认可以公开时写 true；不写即不公开',
    audience: 'public',
    provenance: '填报',
  }).optional(),
};

/** 64 hexadecimal digits of SHA-256. */
export const sha256 = z
  .string({ error: '应为 SHA-256 校验值' })
  .regex(/^[0-9a-f]{64}$/u, { error: '应为 64 位小写十六进制的 SHA-256 校验值' });

export const evidence = z.union(
  [
    z.strictObject({
      link: field(linkAsSaid, { title: '链接', audience: 'internal', provenance: '填报' }),
      ...common,
    }),
    z.strictObject({
      number: field(text, {
        title: '编号',
        description: '备案编号、受理编号、回执编号；盖章的页留在纸上或办公系统里的，写它的文号',
        audience: 'internal',
        provenance: '填报',
      }),
      ...common,
    }),
    z.strictObject({
      file: field(text, {
        title: '文件',
        description: '放在 content/evidence/问题编号/ 下的文件名',
        audience: 'internal',
        provenance: '填报',
      }),
      ...common,
    }),
    z.strictObject({
      stored: field(
        z.strictObject({
          name: field(text, { title: '文件名', audience: 'internal', provenance: '填报' }),
          sha256: field(sha256, { title: '校验值', audience: 'internal', provenance: '填报' }),
          size: field(count, { title: '大小（字节）', audience: 'internal', provenance: '填报' }),
          where: field(text, { title: '存放处', audience: 'internal', provenance: '填报' }),
        }),
        {
          title: '另存文件',
          description: '存在仓库以外的文件',
          audience: 'internal',
          provenance: '填报',
        },
      ),
      ...common,
    }),
  ],
  { error: '佐证应写 link（链接）、number（编号）、file（文件名）或 stored（另存文件）之一' },
);
export type Evidence = z.infer<typeof evidence>;

/** The kinds of evidence, in the order in which a form offers them. */
export const evidenceKinds = ['link', 'number', 'file', 'stored'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A file that was taken out for privacy: named with its hash, so that the replay still holds. */
export const removedEvidence = z.strictObject({
  removed: field(
    z.array(
      z.strictObject({
        file: field(text, {
          title: '文件',
          description: '问题编号/文件名',
          audience: 'internal',
          provenance: '登记',
        }),
        sha256: field(sha256, { title: '校验值', audience: 'internal', provenance: '登记' }),
        reason: field(text, { title: '原因', audience: 'internal', provenance: '登记' }),
        removedOn: field(day, { title: '移除日期', audience: 'internal', provenance: '登记' }),
      }),
    ),
    { title: '已移除的佐证', audience: 'internal', provenance: '登记' },
  ),
});
export type RemovedEvidence = z.infer<typeof removedEvidence>;
