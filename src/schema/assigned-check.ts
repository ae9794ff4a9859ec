/**
 * content/assigned-checks/<child>/<id>.yaml: 交办的检查 — a check of a child's accounts that was made here, or a self-check
 * that the child's units are to make, under the number of its letter. In the child it becomes a check or a campaign of the
 * same id; what a check failed goes down beside it as assignments, each with a closing of its own.
 */
import * as z from 'zod';
import { isSeen } from '../text/unseen.ts';
import { assigningChoice } from './assigning.ts';
import { day, field, id, insideFields, text } from './field.ts';
import { type InspectionResult, inspectionResults } from './inspection.ts';

const inside = insideFields('登记');

/** What is done below, in words. */
export const assignedCheckKinds = { inspection: '检查', 'self-check': '自查' } as const;
const kind = <K extends keyof typeof assignedCheckKinds>(name: K) =>
  field(z.literal(name), {
    title: '类别',
    audience: 'internal',
    provenance: '登记',
    choices: assignedCheckKinds,
  });

const head = {
  name: inside(text, '名称'),
  number: inside(text, '文号', '交办函的文号'),
  assignedOn: inside(day, '交办日期'),
  origin: assigningChoice('internal', '来源', '本级是哪一级，下级照此登记'),
};

const results = Object.keys(inspectionResults) as [InspectionResult, ...InspectionResult[]];
const inspected = {
  kind: kind('inspection'),
  ...head,
  checkedOn: inside(day, '检查日'),
  edition: inside(id, '指标版本', 'indicators.yaml 中的编号，原样交给下级'),
  accounts: inside(
    z
      .array(
        z.strictObject({
          account: inside(text, '账号', '平台：名称，如 微信公众号：甲街道发布'),
          results: inside(
            z
              .array(
                z.strictObject({
                  indicator: inside(text, '指标编号'),
                  result: field(z.enum(results, { error: `应为 ${results.join('、')} 之一` }), {
                    title: '结果',
                    audience: 'internal',
                    provenance: '登记',
                    choices: inspectionResults,
                  }),
                  finding: inside(text, '存在问题', '不合格的，写看到的情况').optional(),
                }),
              )
              .min(1, { error: '至少有一项结果' }),
            '各指标结果',
          ),
        }),
      )
      .min(1, { error: '至少有一个账号' })
      .max(5000),
    '检查清单',
  ),
};
const answered = {
  kind: kind('self-check'),
  ...head,
  items: inside(
    z.array(text).min(1, { error: '至少有一项' }).max(200),
    '重点内容',
    '照通知里的写法',
  ),
  replyBy: inside(day, '报送截止', '下级各单位在哪天以前报'),
};

export const assignedCheck = z.discriminatedUnion(
  'kind',
  [z.strictObject(inspected), z.strictObject(answered)],
  { error: 'kind 应为 inspection（检查）或 self-check（自查）' },
);
export type AssignedCheck = z.infer<typeof assignedCheck>;

/** As a file for a child holds them; it may say more than we know. */
export const assignedCheckList = z
  .array(
    z.discriminatedUnion('kind', [z.object({ id, ...inspected }), z.object({ id, ...answered })]),
  )
  .max(1000)
  .refine((list) => list.every(isSeen), { error: '不能有看不见的字符' });
export type ListedAssignedCheck = z.infer<typeof assignedCheckList>[number];
