/** 专项整治: its notice, the head of its list, what it reported against what it names, its rows in the source's columns. */
import type { Campaign } from '../../schema/campaign.ts';
import type { Entry } from '../../schema/ledger.ts';
import { standingWithin } from '../../domain/issue/standing.ts';
import { campaignAddress, type Ref } from '../address.ts';
import { type DayView, dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { campaignFigurePage } from '../figure/figure-roll.ts';
import { figureViews, type FigureView } from '../figure/figure-view.ts';
import { type IssueRow, issueRow } from '../issue/issue-row.ts';
import {
  listedCell,
  type ListedColumn,
  listedColumns,
  type ListedKey,
} from '../issue/listed-columns.ts';
import { unitRef } from '../names.ts';
import type { Roll } from '../roll.ts';
import { readingViews, type DisputedReading, sourceView, type SourceView } from '../source-view.ts';

/** A row of the list in the source's own columns, every word as written. */
export interface ListedRow {
  readonly row: IssueRow;
  readonly cells: Readonly<Record<Exclude<ListedKey, 'row' | 'deadline'>, string>>;
}

export interface CampaignHead {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly listedOn: DayView;
  readonly office: Ref;
  /** 结项, once its day has come: the day, and how many issues go on. */
  readonly concluded: { readonly on: DayView; readonly words: string } | undefined;
  /** `counts`: only figures are published, no rows. */
  readonly shows: 'rows' | 'counts';
  readonly figures: readonly FigureView[];
  /** 问题共23个：已销号0个，长期坚持0个，未完成23个，其中逾期2个。 */
  readonly words: string;
}

export interface CampaignView {
  readonly head: CampaignHead;
  readonly notice: { readonly title: string; readonly number: string | undefined } | undefined;
  readonly list: {
    readonly title: string;
    readonly reportedBy: string;
    readonly reportedTo: string | undefined;
    readonly columns: readonly ListedColumn[];
  };
  readonly closing: readonly string[];
  readonly checklist: { readonly items: readonly string[]; readonly note: string | undefined };
  readonly publication: readonly string[];
  /** The rows of its list, rendered page by page; none where only figures are published. */
  readonly roll: Roll;
  readonly source: SourceView | undefined;
  readonly readings: readonly DisputedReading[];
}

/** All campaigns of the face: those with rows first, what is concluded behind, the newest list in front. */
export function campaignHeads(face: Face): CampaignHead[] {
  const ended = (campaign: Campaign) => Number(concludedOf(face, campaign) !== undefined);
  const listed = [...face.ledger.campaigns.values()]
    .toSorted((a, b) => ended(a) - ended(b) || (a.list.listedOn < b.list.listedOn ? 1 : -1))
    .map((campaign) => headOf(face, campaign, 'rows'));
  return [...listed, ...face.counted.map(({ campaign }) => headOf(face, campaign, 'counts'))];
}

export function campaignView(face: Face, id: string): CampaignView {
  const rows = face.ledger.campaigns.get(id);
  const campaign = rows ?? face.counted.find((one) => one.campaign.id === id)?.campaign;
  if (campaign === undefined) throw new RangeError(`no campaign ${id} in this face`);
  const { notice, list, checklist } = campaign;
  return {
    head: headOf(face, campaign, rows === undefined ? 'counts' : 'rows'),
    notice: notice === undefined ? undefined : { title: notice.title, number: notice.number },
    list: {
      title: list.title,
      reportedBy: list.reportedBy,
      reportedTo: list.reportedTo,
      columns: columnsOf(face, id),
    },
    closing: closingInWords(campaign),
    checklist: { items: checklist.items, note: checklist.note },
    publication: publicationInWords(face, campaign),
    roll: campaignRoll(face, id),
    source: sourceView(campaign.source),
    readings: readingViews('campaign', campaign.readings),
  };
}

function headOf(face: Face, campaign: Entry<Campaign>, shows: CampaignHead['shows']): CampaignHead {
  const { id } = campaign;
  const counted = face.counted.find((one) => one.campaign.id === id)?.standing;
  const figures =
    counted === undefined
      ? figureViews(standingWithin(face.standing, { campaign: id }), campaignFigurePage(face, id))
      : figureViews(standingWithin(counted, { campaign: id }), () => undefined);
  return {
    id,
    href: campaignAddress(id),
    name: campaign.name,
    listedOn: dayView(campaign.list.listedOn, face.today),
    office: unitRef(face.ledger, campaign.office),
    concluded: concludedOf(face, campaign),
    shows,
    figures,
    words: standingInWords(figures),
  };
}

/** 撤销 and 逾期 are said where there are such. */
function standingInWords(figures: readonly FigureView[]): string {
  const said = (id: string, name: string, always: boolean): string[] => {
    const count = figures.find((figure) => figure.id === id)?.count ?? 0;
    return always || count > 0 ? [`${name}${String(count)}个`] : [];
  };
  const parts = [
    ...said('closed', '已销号', true),
    ...said('sustained', '长期坚持', true),
    ...said('void', '撤销', false),
    ...said('unfinished', '未完成', true),
    ...said('overdue', '其中逾期', false),
  ];
  return `${said('total', '问题共', true).join('')}：${parts.join('，')}。`;
}

function concludedOf({ today }: Face, { concluded }: Campaign): CampaignHead['concluded'] {
  if (concluded === undefined || concluded.on > today) return undefined;
  const { document, remaining } = concluded;
  const number = document === undefined ? '' : `（${document}）`;
  const left = remaining.length === 0 ? '' : `，${String(remaining.length)}个继续整改`;
  const on = dayView(concluded.on, today);
  return { on, words: `${on.words}结项${number}${left}` };
}

/** The list of a campaign as a roll. */
export function campaignRoll({ standing }: Face, id: string): Roll {
  const own = standing.issues.filter(({ issue }) => issue.campaign === id);
  return { href: campaignAddress(id), ids: own.map((one) => one.id) };
}

function columnsOf({ standing, counted }: Face, campaign: string): ListedColumn[] {
  const shown = standing.issues.map(({ issue }) => issue);
  const part = counted.find((one) => one.campaign.id === campaign)?.standing.issues;
  const issues = part?.map(({ issue }) => issue) ?? shown;
  return listedColumns(issues.filter((one) => one.campaign === campaign));
}

/** The rows of these issues of one campaign in the columns of its list. */
export function listedRows(face: Face, ids: readonly string[]): ListedRow[] {
  const [first = ''] = ids;
  const columns = columnsOf(face, face.issues.get(first)?.issue.campaign ?? '');
  return ids.flatMap((id) => {
    const one = face.issues.get(id);
    if (one === undefined) return [];
    const row = issueRow(face, one);
    const { issue } = one;
    const { place = '', listedHost, finding, measures } = issue;
    const assisting = row.assisting.map(({ name }) => name).join('、');
    const cells = {
      listed: listedCell(columns, issue),
      place,
      listedHost,
      assisting,
      finding,
      measures,
    };
    return [{ row, cells }];
  });
}

function closingInWords({ closing }: Campaign): string[] {
  const policy =
    closing.policy === 'verification'
      ? '单位申请验收后，由审核员验收；验收合格才销号。'
      : '单位的整改报送经审核合并，即为验收合格。';
  return closing.publicityDays > 0
    ? [policy, `验收后公示${String(closing.publicityDays)}天，期满无异议再销号。`]
    : [policy];
}

const LEVELS = {
  none: '不公开，只在内部网站上看得到。',
  statistics: '只公开统计数，不公开清单。',
  list: '公开清单。',
} as const;

function publicationInWords(face: Face, { publication }: Campaign): string[] {
  const { level, basis, overdueNames, approvedOn } = publication;
  const inside = face.audience === 'internal';
  return [
    LEVELS[level],
    ...(basis === undefined ? [] : [`公开依据：${basis}。`]),
    ...(level === 'list' && !overdueNames ? ['不公开逾期单位名称。'] : []),
    ...(inside && approvedOn !== undefined
      ? [`${dayView(approvedOn, face.today).words}审签。`]
      : []),
  ];
}
