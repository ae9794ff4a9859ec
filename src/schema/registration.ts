/**
 * content/registry/<account>/<stamp>.yaml: 备案登记, one step in the life of a website or account, append-only; and
 * vocabulary/registering.yaml, the office's working days for the steps. Where an account stands is replayed from these.
 */
import * as z from 'zod';
import { accountStates, registrations } from '../text/terms.ts';
import { day, daysSetting, field, id, insideTexts, linkAsSaid, openFields, text } from './field.ts';

/** Where an account stands in its life. */
export type AccountState = keyof typeof accountStates;

/** A step of its life. */
export type RegistrationAction = keyof typeof registrations;

const open = openFields('登记');
const inside = insideTexts('登记');

const action = <A extends RegistrationAction>(name: A) =>
  field(z.literal(name), {
    title: '事项',
    audience: 'public',
    provenance: '登记',
    choices: registrations,
  });

/** What every step says. */
const head = {
  account: open(id, '账号', '账号编号'),
  reportedOn: open(day, '登记日期', '这一步发生的日子'),
};
const details = {
  publicNote: open(text, '公开说明', '可以公开的一句话').optional(),
  note: inside('内部备注'),
};
const filing = {
  filedOn: open(day, '备案日期'),
  filingNumber: open(text, '备案编号'),
};
const filedUntil = open(day, '备案有效期至', '备案有有效期的才写；临近时预警').optional();
const reason = inside('理由', '退回备案、列为异常、撤回关停都要写；公开仓库里改写在公开说明里');

export const registration = z.discriminatedUnion(
  'action',
  [
    z.strictObject({
      ...head,
      action: action('entered'),
      state: field(
        z.enum(Object.keys(accountStates) as [AccountState, ...AccountState[]], {
          error: `应为 ${Object.keys(accountStates).join('、')} 之一`,
        }),
        {
          title: '入册时状态',
          audience: 'public',
          provenance: '登记',
          choices: accountStates,
        },
      ),
      filedOn: filing.filedOn.optional(),
      filingNumber: filing.filingNumber.optional(),
      filedUntil,
      ...details,
    }),
    z.strictObject({
      ...head,
      action: action('applied'),
      receipt: inside('受理编号'),
      ...details,
    }),
    z.strictObject({ ...head, action: action('filed'), ...filing, filedUntil, ...details }),
    z.strictObject({ ...head, action: action('refused'), reason, ...details }),
    z.strictObject({
      ...head,
      action: action('changed'),
      what: open(text, '变更内容', '如 名称由甲改为乙'),
      filingNumber: open(text, '变更后的备案编号', '编号不变的不写').optional(),
      filedUntil,
      ...details,
    }),
    z.strictObject({ ...head, action: action('faulted'), reason, ...details }),
    z.strictObject({ ...head, action: action('restored'), ...details }),
    z.strictObject({
      ...head,
      action: action('transferred'),
      to: open(id, '接收单位', '单位编号；自登记日期起是这个单位的账号'),
      ...details,
    }),
    z.strictObject({
      ...head,
      action: action('stopped'),
      lastPostOn: open(day, '最后更新日').optional(),
      ...details,
    }),
    z.strictObject({
      ...head,
      action: action('closing'),
      approval: inside('批准文号', '同意关停的批文；公开台账不写'),
      ...details,
    }),
    z.strictObject({ ...head, action: action('kept'), reason, ...details }),
    z.strictObject({
      ...head,
      action: action('notice'),
      from: open(day, '公告起'),
      until: open(day, '公告止'),
      link: open(linkAsSaid, '公告链接'),
      ...details,
    }),
    z.strictObject({
      ...head,
      action: action('deregistered'),
      receipt: inside('注销回执', '平台的受理编号或回执'),
      ...details,
    }),
    z.strictObject({
      ...head,
      action: action('closureFiled'),
      receipt: inside('受理编号', '报备案机关的受理编号'),
      ...details,
    }),
  ],
  { error: `action 应为 ${Object.keys(registrations).join('、')} 之一` },
);
export type Registration = z.infer<typeof registration>;

/** The columns of a register that can be compared; `ignored` is known and not compared. */
export const registerColumnIds = [
  'name',
  'unit',
  'platform',
  'subtype',
  'certifiedBody',
  'address',
  'supervisor',
  'operator',
  'openedOn',
  'siteCode',
  'icp',
  'police',
  'filingNumber',
  'filedOn',
  'state',
  'ignored',
] as const;
export type RegisterColumnId = (typeof registerColumnIds)[number];

/** register-columns.yaml: the names under which other systems write the columns of a register. */
export const registerColumns = z.strictObject({
  columns: field(
    z.array(
      z.strictObject({
        id: field(
          z.enum(registerColumnIds, { error: `应为 ${registerColumnIds.join('、')} 之一` }),
          { title: '栏目', audience: 'public', provenance: '系统设定' },
        ),
        names: field(z.array(text).min(1, { error: '至少写一个' }), {
          title: '栏名',
          description: '名册表头的各种写法',
          audience: 'public',
          provenance: '系统设定',
        }),
      }),
    ),
    { title: '名册栏名', audience: 'public', provenance: '系统设定' },
  ),
});
export type RegisterColumn = z.infer<typeof registerColumns>['columns'][number];

/** The rule in force from a day on; a change is a new entry. */
export const registering = z.strictObject({
  rules: field(
    z
      .array(
        z.strictObject({
          from: field(day, { title: '起用日', audience: 'public', provenance: '系统设定' }),
          filingDays: daysSetting('备案办理', '申请后多少个工作日内办结'),
          noticeDays: daysSetting('公告期', '关停公告至少满多少个工作日'),
          deregisterDays: daysSetting('注销办理', '公告期满后多少个工作日内在平台注销'),
          abandonedDays: daysSetting('停用处理', '发现停用后多少个工作日内恢复或批准关停'),
        }),
      )
      .min(1, { error: '至少写一条' }),
    { title: '备案规则', audience: 'public', provenance: '系统设定' },
  ),
});
export type RegisteringRule = z.infer<typeof registering>['rules'][number];
