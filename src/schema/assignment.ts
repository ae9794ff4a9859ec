/**
 * content/assignments/<child>/<id>.yaml: 交办 — a finding made here that a ledger below mends, under the number of its letter.
 * In the child it becomes the issue of the same id; only the office that assigned it confirms its closing (谁交办谁销号).
 */
import * as z from 'zod';
import { assigningChoice } from './assigning.ts';
import { day, id, insideFields, text } from './field.ts';
import { plainName } from './rollup.ts';
import { isSeen } from '../text/unseen.ts';

const inside = insideFields('登记');

const indicator = inside(
  z.strictObject({
    id: inside(text, '指标编号'),
    edition: inside(text, '指标版本'),
  }),
  '检查指标',
  '发现时用的检查指标和版本，原样交给下级',
).optional();

const fields = {
  number: inside(text, '文号', '交办函的文号'),
  assignedOn: inside(day, '交办日期'),
  origin: assigningChoice('internal', '问题来源', '本级是哪一级，下级照此登记'),
  account: inside(text, '账号', '平台：名称，如 微信公众号：甲街道发布').optional(),
  unit: inside(text, '责任单位', '不涉及账号的写下级的单位全称；写了账号的以账号为准').optional(),
  finding: inside(text, '存在问题'),
  measures: inside(text, '整改要求'),
  deadline: inside(text, '整改时限', '照函里写的，如 2026年6月30日'),
  indicator,
  confirmed: inside(
    z.strictObject({
      on: inside(day, '核销日期'),
      number: inside(text, '核销文号'),
    }),
    '核销',
    '本级核销以后写；下级收到才销号',
  ).optional(),
};

export const assignment = z
  .strictObject({
    ...fields,
    problems: inside(
      z.array(id).min(1, { error: '至少归入一类' }),
      '问题类别',
      'problems.yaml 中的编号，可多个',
    ),
  })
  .refine(({ account, unit }) => account !== undefined || unit !== undefined, {
    error: '写账号；不涉及账号的改写 unit（责任单位）',
    path: ['account'],
  });
export type Assignment = z.infer<typeof assignment>;

export const ASSIGNMENTS_FORMAT = 'rectification-ledger/assignments';
/** Problems go by their names: each ledger has ids of its own. */
export const assignedList = z
  .array(z.object({ id, ...fields, problems: z.array(text).min(1) }))
  .max(10_000)
  .refine((list) => list.every(isSeen), { error: '不能有看不见的字符' });
export type Assigned = z.infer<typeof assignedList>[number];

/** The file for a child: `list` is the text of an `assignedList`, so that its checksum is of exactly those bytes. */
export const assignmentsFile = z.object({
  format: z.literal(ASSIGNMENTS_FORMAT),
  version: z.string().regex(/^1\./u),
  by: plainName,
  child: z.object({ name: plainName, code: plainName.optional() }),
  list: z.string(),
  sha256: z.string(),
  /** 1.1: the text of an `assignedCheckList`, and its checksum. */
  checks: z.object({ list: z.string(), sha256: z.string() }).optional(),
});
