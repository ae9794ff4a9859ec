/** 情况报告: what the report of a campaign may say, from the ledger alone. */
import { breakdown } from '../../domain/figures/breakdown.ts';
import { type IssueStanding, type Standing, standingWithin } from '../../domain/issue/standing.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Face } from '../../views/face.ts';
import {
  dayFact,
  copiedFact,
  figureFacts,
  partsFact,
  type Value,
  type TemplateValues,
} from '../template/value.ts';

/** The values of report.md for a campaign. */
export function campaignReportValues(face: Face, campaign: Entry<Campaign>): TemplateValues {
  const part = standingWithin(face.standing, { campaign: campaign.id });
  const { list, notice } = campaign;
  return new Map<string, Value>([
    ...figureFacts(part),
    ...campaignFacts(part),
    ['专项名称', copiedFact(campaign.name, '专项名称')],
    ['通知标题', copiedFact(notice?.title, '专项的依据')],
    ['通知文号', copiedFact(notice?.number, '专项的依据')],
    ['清单标题', copiedFact(list.title, '清单标题')],
    ['报送单位', copiedFact(list.reportedBy, '清单的报送单位')],
    ['主送单位', copiedFact(list.reportedTo, '清单的主送单位')],
    ['填表日期', dayFact(list.listedOn, '清单的填表日期')],
    ['统计日期', dayFact(face.today, '统计截止日')],
    ['单独上报', separately(face, campaign)],
  ]);
}

/** The parts of the whole in words. */
function campaignFacts(part: Standing): [string, Value][] {
  const problems = breakdown(part, 'problem');
  return [
    ['按问题类别', partsFact(part, 'problem', '问题类别：一个问题归入几类就各计一次')],
    ['按平台', partsFact(part, 'platform', '账号所在平台；不涉及账号的单列')],
    ['涉及账号', issuesFact(part, '涉及账号的问题', ({ issue }) => issue.account !== undefined)],
    [
      '不涉及账号',
      issuesFact(part, '不涉及账号的问题', ({ issue }) => issue.account === undefined),
    ],
    ['按单位', partsFact(part, 'unit', '责任单位（涉及账号的，为账号的主办单位）')],
    ['按时限类型', partsFact(part, 'deadlineKind', '整改时限的类型')],
    ['按状态', partsFact(part, 'state', '统计日的状态')],
    [
      '问题项次',
      {
        text: String(problems.items),
        rows: part.issues.map(({ id }) => id),
        from: '各问题类别之和',
      },
    ],
    [
      '多类问题',
      issuesFact(part, '归入两类以上的问题', ({ issue }) => new Set(issue.problems).size > 1),
    ],
  ];
}

/** How many issues are such. */
function issuesFact(part: Standing, from: string, is: (one: IssueStanding) => boolean): Value {
  const rows = part.issues.filter(is).map(({ id }) => id);
  return { text: String(rows.length), rows, from };
}

/** Units that the campaign's source reports with a number of accounts and without their names. */
function separately({ ledger }: Face, { source }: Campaign): Value {
  const units = [...ledger.units.values()].filter(
    (unit) => unit.reported !== undefined && unit.source?.document === source?.document,
  );
  return {
    text: units
      .map(({ name, reported }) => `${name}${String(reported?.accounts ?? 0)}个`)
      .join('、'),
    rows: units.map(({ id }) => id),
    from: '来源只报了数的单位',
  };
}
