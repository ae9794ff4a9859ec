/**
 * content/reminders/<id>.yaml: 催办, each recorded once when it was sent; and vocabulary/reminding.yaml, the office's
 * rule of when to remind and when to go further.
 */
import * as z from 'zod';
import { reminderLevels, sendingAudiences, sendingKinds } from '../text/terms.ts';
import { day, daysSetting, field, id, text } from './field.ts';

export { reminderLevels };
export type ReminderLevel = keyof typeof reminderLevels;

const level = z.enum(Object.keys(reminderLevels) as [ReminderLevel, ...ReminderLevel[]], {
  error: `应为 ${Object.keys(reminderLevels).join('、')} 之一`,
});

export const reminder = z.strictObject({
  unit: field(id, {
    title: '单位',
    description: '单位编号',
    audience: 'internal',
    provenance: '登记',
  }),
  level: field(level, { title: '方式', audience: 'internal', provenance: '登记' }),
  sentOn: field(day, { title: '发出日期', audience: 'internal', provenance: '登记' }),
  issues: field(z.array(id).min(1, { error: '至少写一个问题' }), {
    title: '问题',
    description: '这次催办的问题编号',
    audience: 'internal',
    provenance: '登记',
  }),
  channel: field(text, {
    title: '渠道',
    description: '如 工作群、函、电话',
    audience: 'internal',
    provenance: '登记',
  }).optional(),
  to: field(text, {
    title: '收件人',
    description: '写职务',
    audience: 'internal',
    provenance: '登记',
  }).optional(),
  document: field(text, {
    title: '文号',
    description: '督办函、通报的文号',
    audience: 'internal',
    provenance: '登记',
  }).optional(),
  answer: field(text, {
    title: '平台的回答',
    description: '由程序发出的，各个渠道怎样回答；有这一项的，当天不再发',
    audience: 'internal',
    provenance: '登记',
  }).optional(),
  note: field(text, { title: '备注', audience: 'internal', provenance: '登记' }).optional(),
});
export type Reminder = z.infer<typeof reminder>;

const reach = (title: string) =>
  field(
    z.enum(Object.keys(sendingAudiences) as [SendingAudience, ...SendingAudience[]], {
      error: '应为 internal 或 public',
    }),
    {
      title,
      description:
        'internal：只有本单位和被催单位的人看得到；public：还有别人看得到，只发公开站上有的',
      audience: 'internal',
      provenance: '系统设定',
      choices: sendingAudiences,
    },
  ).optional();

/** site.yaml: which channels a reminder is sent to; addresses and secrets stand in the environment, never here. */
export const sending = z.strictObject({
  mail: reach(sendingKinds.mail),
  wecom: reach(sendingKinds.wecom),
  dingtalk: reach(sendingKinds.dingtalk),
  webhook: reach(sendingKinds.webhook),
} satisfies Record<SendingKind, unknown>);
export type SendingKind = keyof typeof sendingKinds;
export type SendingAudience = keyof typeof sendingAudiences;
export type Sending = z.infer<typeof sending>;

/** The rule in force from a day on; a change is a new entry, so that the past stays as it was. */
export const reminding = z.strictObject({
  rules: field(
    z
      .array(
        z.strictObject({
          from: field(day, { title: '起用日', audience: 'public', provenance: '系统设定' }),
          urgeAfter: daysSetting('发督办函', '逾期满多少个工作日，并且提醒后也满这些天'),
          circularAfter: daysSetting('通报', '逾期满多少个工作日，并且发督办函后也满两项之差'),
          interviewAfter: daysSetting('约谈', '逾期满多少个工作日，并且通报后也满两项之差'),
          silentAfter: daysSetting(
            '未报进展',
            '列入清单或上次报送后满多少个工作日没有报送，即提醒',
          ),
          replyWithin: daysSetting('回复期限', '督办函要求在多少个工作日内回复'),
          stoppedAfter: daysSetting(
            '催办停了',
            '有应当催办的，而满多少个工作日没有登记催办，内部站就说催办停了',
          ).default(5),
          expiryDays: daysSetting(
            '到期预警天数',
            '备案、认证有效期和备案、注销办理期限之前多少天（日历日）预警',
          ).default(30),
        }),
      )
      .min(1, { error: '至少写一条' }),
    { title: '催办规则', audience: 'public', provenance: '系统设定' },
  ),
});
export type Reminding = z.infer<typeof reminding>;
export type RemindingRule = Reminding['rules'][number];
