/** content/vocabulary/: the words of the ledger that an office may extend without touching the program. */
import * as z from 'zod';
import { day, field, id, lengthInDays, nameText, text } from './field.ts';
import { span } from './deadline.ts';
import { evidenceKinds } from './evidence.ts';
import type { Indicators } from './indicators.ts';
import type { RegisterColumn, RegisteringRule } from './registration.ts';
import type { RemindingRule } from './reminder.ts';

const aliases = field(z.array(nameText), {
  title: '别名',
  description: '来源文件和检索中会出现的其他写法',
  audience: 'public',
  provenance: '系统设定',
}).default([]);
const name = field(nameText, { title: '名称', audience: 'public', provenance: '系统设定' });

/** platforms.yaml: 微信公众号, 新浪微博, …; `unstated` is 未写明, where the source does not say. */
export const platforms = z.strictObject({
  platforms: field(
    z.array(
      z.strictObject({ id: field(id, { title: '编号', audience: 'public' }), name, aliases }),
    ),
    { title: '平台', audience: 'public', provenance: '系统设定' },
  ),
});
export type Platform = z.infer<typeof platforms>['platforms'][number];

/** What a closing owes for a kind of problem, and the sentence that asks for it. */
export const evidenceOwed = z.strictObject({
  kinds: field(
    z
      .array(z.enum(evidenceKinds, { error: '应为 link、number、file、stored 之一' }))
      .min(1, { error: '至少写一种' }),
    { title: '可用的佐证', description: '任一种即可', audience: 'public', provenance: '系统设定' },
  ),
  dated: field(z.boolean(), {
    title: '须有日期',
    audience: 'public',
    provenance: '系统设定',
  }).default(false),
  ask: field(text, {
    title: '提示',
    description: '缺少时对填报员说的一句话',
    audience: 'public',
    provenance: '系统设定',
  }),
});
export type EvidenceOwed = z.infer<typeof evidenceOwed>;

/** problems.yaml: category of problem → how it is recognised, judged and proved solved. */
export const problems = z.strictObject({
  problems: field(
    z.array(
      z.strictObject({
        id: field(id, { title: '编号', audience: 'public' }),
        name,
        aliases,
        phrases: field(z.array(text), {
          title: '识别用语',
          description:
            '问题描述里出现这些字样时，建议归入此类；…处可以有别的字，(甲/乙) 是几种写法',
          audience: 'public',
          provenance: '系统设定',
        }).default([]),
        indicators: field(z.array(text), {
          title: '对应检查指标',
          description: 'indicators.yaml 中的编号',
          audience: 'public',
          provenance: '系统设定',
        }).default([]),
        measures: field(text, {
          title: '整改措施模板',
          description: '由检查开列问题时写进整改措施',
          audience: 'public',
          provenance: '系统设定',
        }).optional(),
        within: field(
          z.union(
            [
              z.strictObject({ days: span('天') }),
              z.strictObject({ workdays: span('工作日') }),
              z.strictObject({ months: span('个月') }),
            ],
            { error: '应写 days、workdays、months 之一' },
          ),
          {
            title: '整改期限',
            description: '由检查开列问题时，自开列之日起多久；不写为立即整改',
            audience: 'public',
            provenance: '系统设定',
          },
        ).optional(),
        owes: field(z.array(evidenceOwed), {
          title: '销号所需佐证',
          audience: 'public',
          provenance: '系统设定',
        }).default([]),
      }),
    ),
    { title: '问题类别', audience: 'public', provenance: '系统设定' },
  ),
});
export type Problem = z.infer<typeof problems>['problems'][number];

/** The columns of a list that intake knows; any other column is shown and not recorded. */
export const columnIds = [
  'row',
  'listed',
  'platform',
  'name',
  'host',
  'finding',
  'measures',
  'deadline',
  'origin',
  'foundOn',
  'result',
  'place',
  'assisting',
  'category',
  'campaign',
  'status',
  'closedOn',
  'ignored',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** columns.yaml: the names under which offices write the columns of a list. */
export const columns = z.strictObject({
  columns: field(
    z.array(
      z.strictObject({
        id: field(z.enum(columnIds, { error: `应为 ${columnIds.join('、')} 之一` }), {
          title: '栏目',
          description: '台账的哪一栏；ignored 为认得但不录入的栏',
          audience: 'public',
          provenance: '系统设定',
        }),
        names: field(z.array(text).min(1, { error: '至少写一个' }), {
          title: '栏名',
          description: '清单表头的各种写法；同一张表里有几个时，排在前面的优先',
          audience: 'public',
          provenance: '系统设定',
        }),
      }),
    ),
    { title: '清单栏名', audience: 'public', provenance: '系统设定' },
  ),
});
export type Column = z.infer<typeof columns>['columns'][number];

/** A setting with the day from which it holds: a change never rewrites the past. */
const dated = <V extends z.ZodType>(title: string, value: V, description?: string) =>
  field(
    z
      .array(
        z.strictObject({
          from: field(day, { title: '起用日', audience: 'public', provenance: '系统设定' }),
          value: field(value, { title, audience: 'public', provenance: '系统设定' }),
        }),
      )
      .min(1, { error: '至少写一条' }),
    { title, description, audience: 'public', provenance: '系统设定' },
  );

/** timing.yaml: what the office adds to the deadlines of the source; always shown as 系统设定. */
export const timing = z.strictObject({
  dueSoonDays: dated('临期天数', lengthInDays, '距截止日不超过多少天为临期'),
  graceDays: dated('宽限天数', lengthInDays, '过截止日多少天之内不计逾期'),
  reviewEveryDays: dated(
    '复查间隔（天）',
    lengthInDays.min(1, { error: '至少 1 天' }),
    '长期坚持事项多少天复查一次',
  ),
  immediateDays: dated(
    '立行立改提醒天数',
    lengthInDays,
    '立即整改事项满多少天未报结果即提醒；不是截止日',
  ),
  lateReceiptDays: dated('迟报天数', lengthInDays, '报告日早于收件日超过多少天即标注'),
  closeOfBusiness: dated(
    '下班时刻',
    z.string().regex(/^\d{2}:\d{2}$/u, { error: '应为时刻，写成 18:00 这样' }),
    '“下班前”指几点',
  ),
});
export type Timing = z.infer<typeof timing>;

/** The whole vocabulary, as the rooms above receive it. */
export interface Vocabulary {
  platforms: Platform[];
  problems: Problem[];
  timing: Timing;
  indicators: Indicators;
  /** Empty where the ledger has no columns.yaml: it is needed for importing lists only. */
  columns: Column[];
  /** Empty where the ledger has no reminding.yaml: it is needed for reminders only. */
  reminding: RemindingRule[];
  /** Empty where the ledger has no register-columns.yaml: it is needed for `ledger reconcile` only. */
  registerColumns: RegisterColumn[];
  /** Empty where the ledger has no registering.yaml: nothing of the register is then late. */
  registering: RegisteringRule[];
}
