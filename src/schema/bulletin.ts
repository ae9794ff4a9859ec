/** content/bulletins/<id>.yaml: 通报 as it was published, frozen with its figures, its words, the commit and a checksum. */
import * as z from 'zod';
import { FIGURE_SET } from '../text/terms.ts';
import { sha256 } from './evidence.ts';
import { day, field, id, openFields, text } from './field.ts';

const open = openFields('登记');

/**
 * Which set of figures a bulletin counts. 1: pass rates of everything that was looked at, flows by issue; 2: pass rates of
 * what stands for the register with their interval, flows by round, reminders. A bulletin that says nothing is of set 1.
 */
export type FigureSet = 1 | 2;

export const bulletin = z
  .strictObject({
    inspection: open(id, '检查', '检查编号；检查的通报写').optional(),
    period: open(
      z.string({ error: '应为统计期' }).regex(/^\d{4}-(?:q[1-4]|h[12])$/u, {
        error: '应为统计期：季度写成 2026-q2，半年写成 2026-h1',
      }),
      '统计期',
      '季度、半年小结写',
    ).optional(),
    publishedOn: open(day, '印发日期'),
    number: open(text, '文号').optional(),
    corrects: open(id, '更正哪份通报', '数字有误而重新印发时填；被更正的不再重算').optional(),
    commit: open(
      z
        .string({ error: '应为提交号' })
        .regex(/^[0-9a-f]{40}$/u, { error: '应为 40 位小写十六进制的提交号' }),
      '提交',
      '印发时台账所在的提交',
    ).optional(),
    sha256: open(sha256, '校验值', '各指标和正文的 SHA-256'),
    figureSet: open(
      z.literal(FIGURE_SET, { error: `应为 ${String(FIGURE_SET)}；第 1 套的不写` }),
      '指标套次',
      '印发时各指标按哪一套定义计数，不写为第 1 套；以后按同一套重算',
    ).optional(),
    figures: open(
      z.array(z.strictObject({ name: open(text, '指标'), value: open(text, '数值') })),
      '各指标',
      '印发时的数；以后重算不同即为错误',
    ),
    paragraphs: open(z.array(text), '正文', '逐段'),
    note: field(text, { title: '内部备注', audience: 'internal', provenance: '登记' }).optional(),
  })
  .refine(({ inspection, period }) => (inspection === undefined) !== (period === undefined), {
    error: 'inspection（检查）和 period（统计期）写一个，也只写一个',
    path: ['inspection'],
  });
export type Bulletin = z.infer<typeof bulletin>;
