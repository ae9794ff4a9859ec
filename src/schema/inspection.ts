/** content/inspections/<id>.yaml: 检查 — what was looked at, by whom, on which day, and what was found on each account. */
import * as z from 'zod';
import { assigningChoice } from './assigning.ts';
import {
  count,
  day,
  field,
  id,
  insideTexts,
  lengthInDays,
  nameText,
  openFields,
  text,
} from './field.ts';

const open = openFields('登记');
const inside = insideTexts('登记');

/** What a check says of an indicator. */
export const inspectionResults = { passed: '合格', failed: '不合格', na: '不适用' } as const;
export type InspectionResult = keyof typeof inspectionResults;

/** The titles of the columns of a check's sheet that are filled in or tell its rows. */
export const inspectionTitles = {
  account: '账号编号',
  lastPostOn: '最近更新日',
  days: '统计天数',
  posts: '发布条数',
  originals: '原创条数',
  stale: '逾期不更新的一级栏目',
  overdue: '应更新未更新的栏目',
  empty: '空白栏目',
  finding: '存在问题',
} as const;

/** How much of the register a check looks at. */
export const inspectionScopes = { all: '全部检查', sample: '抽查', above: '上级检查' } as const;
const scopeKind = <K extends keyof typeof inspectionScopes>(name: K) =>
  field(z.literal(name), {
    title: '范围',
    audience: 'public',
    provenance: '登记',
    choices: inspectionScopes,
  });

const row = z.strictObject({
  account: open(id, '账号', '账号编号'),
  lookBack: open(z.boolean(), '回头看', '上次检查不合格，这次再看').default(false),
  lastPostOn: open(day, '最近更新日', '检查时看到的最近一次发布').optional(),
  counted: open(
    z.strictObject({
      days: open(lengthInDays.min(1, { error: '至少 1 天' }), '统计天数', '检查日往前数多少天'),
      posts: open(count, '发布条数'),
      originals: open(count, '原创条数').optional(),
    }),
    '发布统计',
    '按频次要求检查时填写',
  ).optional(),
  columns: open(
    z.strictObject({
      stale: open(
        count,
        '一级栏目逾期不更新',
        '2周未更新的动态要闻类与6个月未更新的通知公告、政策文件类一级栏目数',
      ).optional(),
      overdue: open(count, '应更新未更新的栏目数').optional(),
      empty: open(count, '空白栏目数').optional(),
    }),
    '栏目统计',
    '网站检查时由人数出来填写，W4 由此推算',
  ).optional(),
  results: open(
    z.array(
      z.strictObject({
        indicator: open(text, '指标编号'),
        result: field(
          z.enum(Object.keys(inspectionResults) as [InspectionResult, ...InspectionResult[]], {
            error: `应为 ${Object.keys(inspectionResults).join('、')} 之一`,
          }),
          {
            title: '结果',
            description: '更新类指标由最近更新日推算，可以不写',
            audience: 'public',
            provenance: '登记',
            choices: inspectionResults,
          },
        ),
        finding: open(text, '存在问题', '不合格的，写看到的情况').optional(),
        note: inside('检查备注'),
      }),
    ),
    '各指标结果',
  ).default([]),
  pictures: field(
    z.array(
      z.strictObject({
        file: field(text, {
          title: '文件',
          description: '放在 content/evidence/检查编号/ 下的文件名',
          audience: 'internal',
          provenance: '登记',
        }),
      }),
    ),
    {
      title: '截图',
      description: '检查时看到的',
      audience: 'internal',
      provenance: '登记',
    },
  ).optional(),
  note: inside('账号备注'),
});

export const inspection = z.strictObject({
  name: open(nameText, '检查名称'),
  checkedOn: open(day, '检查日', '更新情况按这一天推算'),
  from: open(day, '检查起').optional(),
  until: open(day, '检查止').optional(),
  edition: open(id, '指标版本', 'indicators.yaml 中的编号'),
  campaign: open(id, '列入专项', '检查发现列入哪个专项；还没有的，开列问题时新建'),
  previous: open(id, '上次检查', '检查编号').optional(),
  replyBy: open(day, '反馈截止', '通报要求在哪天之前反馈整改情况').optional(),
  population: open(count, '应查总数', '检查时登记在册、没有注销的账号和网站数'),
  scope: open(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: scopeKind('all') }),
      z.strictObject({
        kind: scopeKind('sample'),
        seed: open(
          count,
          '抽取号',
          '随机抽取的起点：同一抽取号、同一名册抽出同样的账号，按此号可以复核',
        ),
        share: open(
          z.int({ error: '应为整数' }).min(1, { error: '至少 1' }).max(100, { error: '至多 100' }),
          '抽查比例（%）',
        ),
      }),
      z.strictObject({
        kind: scopeKind('above'),
        origin: assigningChoice('public', '检查的上级', '上级是哪一级；查哪些账号由上级定'),
        document: open(text, '文号', '上级交办函的文号'),
      }),
    ]),
    '检查范围',
  ),
  checker: inside('检查人', '写职务'),
  accounts: open(z.array(row).min(1, { error: '至少有一个账号' }), '检查清单'),
  note: inside('内部备注'),
});
export type Inspection = z.infer<typeof inspection>;
export type InspectionRow = Inspection['accounts'][number];
