/**
 * 整改时限: one vocabulary of kinds, used by records, commands, pages and tests.
 * `text` is always kept as the source wrote it; what cannot be read is `unread`, never guessed.
 */
import * as z from 'zod';
import { deadlineKinds, periods } from '../text/terms.ts';
import { count, day, field, lengthInDays, text } from './field.ts';

const phrase = field(text, {
  title: '时限原文',
  description: '按来源文件原样抄录，不改错别字',
  audience: 'public',
  provenance: '原文',
});
/** The kind of one branch of the union; all branches call it the same. */
const kind = <K extends string>(name: K) =>
  field(z.literal(name), {
    title: '时限类型',
    description: '读出来的类型',
    audience: 'public',
    provenance: '归纳',
    choices: deadlineKinds,
  });
const dueOn = field(day, {
  title: '截止日',
  description: '最后一天（含当天）',
  audience: 'public',
  provenance: '归纳',
});
const from = field(day, { title: '起算日', audience: 'public', provenance: '归纳' });
const goal = field(text, {
  title: '到期目标',
  description: '原文写明的到期要达到的程度',
  audience: 'public',
  provenance: '原文',
});
const reviewOn = field(day, { title: '首次复查日', audience: 'public', provenance: '归纳' });
const reviewEvery = field(lengthInDays.min(1, { error: '至少 1 天' }), {
  title: '复查间隔（天）',
  description: '来源写明时才填；不填按时限规则（系统设定）',
  audience: 'public',
  provenance: '归纳',
});

/** A length in one unit, of which none is longer than a length in days. */
export const span = (title: string) =>
  field(lengthInDays, { title, audience: 'public', provenance: '归纳' });

/** The unit in which a frequency counts. */
export const period = z.enum(Object.keys(periods) as [RecurrencePeriod, ...RecurrencePeriod[]], {
  error: `应为 ${Object.keys(periods).join('、')} 之一`,
});
export type RecurrencePeriod = keyof typeof periods;

export const times = field(count.min(1, { error: '至少 1 次' }), {
  title: '次数',
  audience: 'public',
  provenance: '归纳',
});
export const per = field(period, {
  title: '每',
  description: '周期单位',
  audience: 'public',
  provenance: '归纳',
  choices: periods,
});
export const everyDays = field(lengthInDays.min(1, { error: '至少 1 天' }), {
  title: '间隔（天）',
  description: '每隔不超过多少天一次',
  audience: 'public',
  provenance: '归纳',
});

/** 每月25日前: the day inside the period, as the source has it. */
const by = field(text, {
  title: '周期里的日子',
  description: '原文写明每个周期到哪一天为止时照抄，如 25日前',
  audience: 'public',
  provenance: '原文',
});

export const deadline = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      text: phrase,
      kind: kind('fixed'),
      dueOn,
      time: field(z.string().regex(/^\d{2}:\d{2}$/u, { error: '应为时刻，写成 18:00 这样' }), {
        title: '截止时刻',
        audience: 'public',
        provenance: '归纳',
      }).optional(),
      reportOn: field(day, {
        title: '报送日',
        description: '整改完成后另定的上报日期',
        audience: 'public',
        provenance: '归纳',
      }).optional(),
      goal: goal.optional(),
    }),
    z.strictObject({
      text: phrase,
      kind: kind('fixed-then-ongoing'),
      dueOn,
      goal: goal.optional(),
      reviewEvery: reviewEvery.optional(),
    }),
    z.strictObject({ text: phrase, kind: kind('immediate'), from }),
    z.strictObject({
      text: phrase,
      kind: kind('immediate-then-ongoing'),
      from,
      reviewEvery: reviewEvery.optional(),
    }),
    z.strictObject({
      text: phrase,
      kind: kind('ongoing'),
      reviewOn: reviewOn.optional(),
      reviewEvery: reviewEvery.optional(),
    }),
    z.strictObject({
      text: phrase,
      kind: kind('relative'),
      from: from.optional(),
      start: field(text, {
        title: '起算事件',
        description: '起算日是来源没有写明的某一天时填事件，如“注销之日”；知道是哪一天后再填起算日',
        audience: 'public',
        provenance: '归纳',
      }).optional(),
      length: field(
        z.union(
          [
            z.strictObject({ hours: span('小时') }),
            z.strictObject({ days: span('天') }),
            z.strictObject({ workdays: span('工作日') }),
            z.strictObject({ months: span('个月') }),
          ],
          { error: '应写 hours、days、workdays、months 之一' },
        ),
        { title: '期限长度', audience: 'public', provenance: '归纳' },
      ),
    }),
    z.strictObject({
      text: phrase,
      kind: kind('recurring'),
      every: field(
        z.union(
          [z.strictObject({ times, per, by: by.optional() }), z.strictObject({ everyDays })],
          {
            error: '应写 { times, per } 或 { everyDays }',
          },
        ),
        { title: '频次', audience: 'public', provenance: '归纳' },
      ),
    }),
    z.strictObject({
      text: phrase,
      kind: kind('unread'),
      candidates: field(z.array(text), {
        title: '可能的读法',
        description: '由人确认后改写成确定的类型',
        audience: 'public',
        provenance: '归纳',
      }),
    }),
  ],
  {
    error:
      '时限类型应为 fixed、fixed-then-ongoing、immediate、immediate-then-ongoing、ongoing、relative、recurring、unread 之一',
  },
);
export type Deadline = z.infer<typeof deadline>;
export type DeadlineKind = Deadline['kind'];

/** A frequency that the measures promise, such as 一周两次信息发布. */
export const duty = z.union(
  [
    z.strictObject({
      what: field(text, { title: '事项', audience: 'public', provenance: '归纳' }),
      times,
      per,
    }),
    z.strictObject({
      what: field(text, { title: '事项', audience: 'public', provenance: '归纳' }),
      everyDays,
    }),
  ],
  { error: '应写 { what, times, per } 或 { what, everyDays }' },
);
export type Duty = z.infer<typeof duty>;
