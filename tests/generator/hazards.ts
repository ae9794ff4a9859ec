/**
 * 安全隐患排查: a campaign without accounts. Its problems belong to units and places, some with assisting units, one in
 * each state that a page must draw. Nothing here is left to chance, so that it changes nothing of the other campaigns.
 */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import { approvalOwed } from '../../src/domain/issue/approval.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Approval } from '../../src/schema/approval.ts';
import type { issue, Origin } from '../../src/schema/issue.ts';
import type { update } from '../../src/schema/update.ts';
import type { NewCampaign } from './campaigns.ts';
import type { MadeUnit } from './units.ts';

type NewIssue = z.input<typeof issue>;
type NewUpdate = z.input<typeof update>;
type Step = {
  [A in NewUpdate['action']]: Omit<Extract<NewUpdate, { action: A }>, 'issue' | 'reportedOn'>;
}[NewUpdate['action']];

/** The category that this campaign adds to the shipped ones, as text behind them. */
export const hazardProblem = `  - id: safety-hazard
    name: 安全隐患
    aliases: [隐患]
    phrases: [安全隐患]
    owes:
      - { kinds: [link, number, file, stored], ask: 请附整改后的照片，或验收记录的编号、链接 }
`;

interface Hazard {
  /** Places of the units in the register: who answers, who assists. */
  unit: number;
  assisting?: readonly number[];
  place?: string;
  problem: 'safety-hazard' | 'rules-incomplete' | 'no-training';
  finding: string;
  measures: string;
  duties?: NewIssue['duties'];
  origin?: Origin;
  note?: string;
  /** Days from the listing to the last day, and its words; a lasting one has none. */
  within?: number;
  /** Days after the listing → what happened. */
  steps: readonly (readonly [after: number, step: Step])[];
}

const LISTED_BEFORE = 35;
const closed = (ask: string): Step => ({
  action: 'submitted',
  note: '已整改到位，申请验收（虚构）',
  publicNote: '已完成整改',
  reporter: '办公室主任（示例）',
  approver: '分管负责人（示例）',
  evidence: [{ number: ask }],
});
const started: Step = { action: 'started', note: '已明确责任人（虚构）', reporter: '科员（示例）' };
const accepted: Step = {
  action: 'accepted',
  note: '现场复核，同意销号（虚构）',
  reporter: '审核员（示例）',
};

const hazards: readonly Hazard[] = [
  {
    unit: 3,
    problem: 'rules-incomplete',
    finding: '消防安全管理制度不健全，没有写明值班巡查的责任人',
    measures: '修订消防安全管理制度，明确值班巡查责任人并印发。',
    within: 20,
    steps: [
      [2, started],
      [15, closed('示教办发〔2026〕6号')],
      [18, accepted],
    ],
  },
  {
    unit: 4,
    assisting: [0, 7],
    place: '街道便民服务中心',
    problem: 'safety-hazard',
    finding: '二层安全出口堆放杂物，应急照明灯损坏2处',
    measures: '清空安全出口，更换应急照明灯，每天闭门前巡查。',
    note: '检查时已当场提醒（内部备注，虚构）',
    within: 15,
    steps: [
      [1, started],
      [
        9,
        {
          action: 'progress',
          note: '杂物已清空，照明灯在采购（虚构）',
          publicNote: '正在整改',
          reporter: '科员（示例）',
        },
      ],
    ],
  },
  {
    unit: 5,
    place: '镇政府机关食堂',
    problem: 'safety-hazard',
    finding: '燃气报警器过期',
    measures: '更换燃气报警器，并每季度检测一次。',
    duties: [{ what: '燃气报警器检测', times: 1, per: 'quarter' }],
    within: 40,
    steps: [[30, closed('示检〔2026〕118号')]],
  },
  {
    unit: 6,
    assisting: [0],
    place: '乡政府信息机房',
    problem: 'safety-hazard',
    finding: '机房灭火器压力不足，线缆没有整理',
    measures: '更换灭火器，整理线缆并挂牌。',
    within: 45,
    steps: [
      [20, closed('示检〔2026〕120号')],
      [
        23,
        { action: 'returned', reason: '编号查不到，请补充验收记录', reporter: '审核员（示例）' },
      ],
    ],
  },
  {
    unit: 3,
    assisting: [1],
    place: '示例区第二小学校门口路段',
    problem: 'safety-hazard',
    finding: '上下学时段机动车占用人行道',
    measures: '每周组织一次护学巡查，长期坚持。',
    duties: [{ what: '护学巡查', times: 1, per: 'week' }],
    steps: [
      [8, closed('护学巡查记录〔2026〕1号')],
      [
        12,
        {
          action: 'sustained',
          reviewOn: '',
          publicNote: '转入长期坚持，定期复查',
          reporter: '审核员（示例）',
        },
      ],
    ],
  },
  {
    unit: 7,
    problem: 'no-training',
    finding: '没有组织本年度安全生产培训',
    measures: '组织一次安全生产培训，留存签到和课件。',
    within: 38,
    steps: [],
  },
  {
    unit: 8,
    assisting: [1, 4],
    place: '老旧小区改造项目（二期）工地',
    problem: 'safety-hazard',
    finding: '基坑临边防护缺失，配电箱没有上锁',
    measures: '补齐临边防护，配电箱上锁并由专人管理。',
    origin: 'city',
    within: 25,
    steps: [
      [3, started],
      [20, closed('示验〔2026〕31号')],
      [24, accepted],
    ],
  },
  {
    unit: 9,
    place: '农贸市场北侧消防通道',
    problem: 'safety-hazard',
    finding: '消防通道划线不清，常被车辆占用',
    measures: '重新划线，增设警示牌。',
    within: 22,
    steps: [
      [4, started],
      [
        18,
        {
          action: 'extended',
          askedOn: '',
          dueOn: '',
          reason: '连续降雨不能划线',
          reporter: '审核员（示例）',
        },
      ],
    ],
  },
];

/** The files of the campaign: its record, its issues, what happened to them. */
export function hazardFiles(owners: readonly MadeUnit[], asOf: string): Map<string, string> {
  const listedOn = addDays(asOf, -LISTED_BEFORE);
  const campaign = `${listedOn.slice(0, 4)}-hazard`;
  const owner = (place: number) => {
    const found = owners[place];
    if (found === undefined) throw new RangeError(`no unit ${String(place)}`);
    return found;
  };
  const files = new Map([
    [`campaigns/${campaign}.yaml`, canonical('campaign', campaignRecord(listedOn))],
  ]);
  for (const [index, hazard] of hazards.entries()) {
    const row = index + 1;
    const id = `${campaign}-0${String(row)}`;
    const { problem, finding, measures, duties, note, place, origin = 'district', within } = hazard;
    const unit = owner(hazard.unit);
    const dueOn = within === undefined ? undefined : addDays(listedOn, within);
    const record: NewIssue = {
      campaign,
      row,
      unit: unit.id,
      ...(hazard.assisting ? { assisting: hazard.assisting.map((at) => owner(at).id) } : {}),
      ...(place === undefined ? {} : { place }),
      listedHost: row % 3 === 0 ? unit.short : unit.name,
      problems: [problem],
      finding,
      measures,
      ...(duties ? { duties } : {}),
      deadline:
        dueOn === undefined
          ? { text: '长期坚持', kind: 'ongoing' }
          : {
              text: `${String(Number(dueOn.slice(5, 7)))}月${String(Number(dueOn.slice(8)))}日前`,
              kind: 'fixed',
              dueOn,
            },
      listedOn,
      origin,
      ...(note === undefined ? {} : { note }),
      source: { document: '安全隐患排查问题清单（虚构）', at: `第${String(row)}行` },
    };
    files.set(`issues/${campaign}/${id}.yaml`, canonical('issue', record));
    for (const [at, [after, step]] of hazard.steps.entries()) {
      const reportedOn = addDays(listedOn, after);
      const said = { ...step, issue: id, reportedOn };
      if (said.action === 'sustained') said.reviewOn = addDays(reportedOn, 60);
      if (said.action === 'extended') {
        said.askedOn = addDays(reportedOn, -1);
        said.dueOn = addDays(dueOn ?? reportedOn, 20);
      }
      if (approvalOwed({ approval: approvalFrom(listedOn) }, said) !== undefined)
        Object.assign(said, {
          drafter: 'reviewer-1',
          draftedOn: addDays(reportedOn, -1),
          approver: '分管副主任（示例）',
          approvedOn: reportedOn,
        });
      const stamp = `${reportedOn.replaceAll('-', '')}-${String(9 + at).padStart(2, '0')}3000-hz${String(at)}`;
      files.set(`updates/${id}/${stamp}.yaml`, canonical('update', said));
    }
  }
  return files;
}

/** 审签: for a year by way of trial; who signed before has left. */
function approvalFrom(listedOn: string): Approval {
  return {
    from: listedOn,
    until: addDays(listedOn, 365),
    approvers: [
      { post: '副主任（示例）', until: listedOn },
      { post: '分管副主任（示例）', account: 'leader-1' },
    ],
  };
}

function campaignRecord(listedOn: string): NewCampaign {
  return {
    name: '示例区办公和服务场所安全隐患排查',
    notice: {
      title: '关于开展办公和服务场所安全隐患排查的通知',
      number: `示政办函〔${listedOn.slice(0, 4)}〕15号`,
    },
    list: {
      title: '办公和服务场所安全隐患排查问题清单',
      reportedBy: '示例区人民政府办公室',
      reportedTo: '示例市安全生产委员会办公室',
      listedOn,
    },
    checklist: { items: ['消防通道', '用电用气', '制度和培训'] },
    approval: approvalFrom(listedOn),
    publication: {
      level: 'list',
      approvedOn: addDays(listedOn, 3),
      basis: '区政府办审签（示例）',
    },
    office: 'shili-office',
    source: { document: '安全隐患排查问题清单（虚构）', at: '全文' },
  };
}
