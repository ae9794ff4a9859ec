/** content/self-checks/<campaign>/<unit>-<stamp>.yaml: 自查 — a unit's answers to the checklist of a campaign, append-only. */
import * as z from 'zod';
import { day, field, id, insideTexts, openFields, text } from './field.ts';

const open = openFields('填报');
const inside = insideTexts('填报');

export const selfCheckAnswers = { yes: '有', no: '无', na: '不适用' } as const;
export type SelfCheckAnswer = keyof typeof selfCheckAnswers;

export const selfCheck = z.strictObject({
  campaign: open(id, '专项', '专项编号'),
  unit: open(id, '单位', '单位编号'),
  answeredOn: open(day, '自查日期'),
  answers: open(
    z
      .array(
        z.strictObject({
          item: open(text, '重点内容', '与专项清单里的写法相同'),
          answer: field(
            z.enum(Object.keys(selfCheckAnswers) as [SelfCheckAnswer, ...SelfCheckAnswer[]], {
              error: `应为 ${Object.keys(selfCheckAnswers).join('、')} 之一`,
            }),
            {
              title: '自查结果',
              audience: 'public',
              provenance: '填报',
              choices: selfCheckAnswers,
            },
          ),
          note: inside('情况说明', '答“有”的写明是什么问题'),
        }),
      )
      .min(1, { error: '至少有一项' }),
    '逐项结果',
    '全部为“无”或“不适用”的即为零报告',
  ),
  reporter: inside('填报人', '写职务'),
  approver: inside('审签人', '写职务'),
});
export type SelfCheck = z.infer<typeof selfCheck>;
