/** 台账行: an issue with all that the working ledger of an office shows of it, for downloads and tables. */
import { type Day, inWords } from '../../day/calendar.ts';
import type { Lateness } from '../../domain/issue/deadline/lateness.ts';
import type { State } from '../../domain/issue/transition.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { type Origin, origins } from '../../schema/issue.ts';
import { reopenGrounds } from '../../schema/update.ts';
import { type Face, mayCallLate } from '../face.ts';
import { issueRow } from './issue-row.ts';

export interface LedgerRow {
  readonly id: string;
  /** 序号 in the campaign's list. */
  readonly row: number;
  readonly campaign: string;
  readonly campaignName: string;
  readonly unit: string;
  readonly unitName: string;
  /** Both undefined where it is about no account. */
  readonly account: string | undefined;
  readonly accountName: string | undefined;
  readonly place: string | undefined;
  /** 配合单位, by name. */
  readonly assisting: readonly string[];
  readonly platform: string;
  readonly platformId: string;
  readonly problems: readonly string[];
  readonly problemIds: readonly string[];
  /** 问题来源: 市级交办. */
  readonly origin: string;
  readonly originId: Origin;
  /** 政府网站/政务新媒体, 主办单位, 存在问题, 整改措施 and 整改时限 as written in the source. */
  readonly listed: string | undefined;
  readonly listedHost: string;
  readonly finding: string;
  /** Of a later round, why it is open again, in place of the finding of the first; undefined in the first. */
  readonly again: string | undefined;
  readonly measures: string;
  readonly deadline: string;
  readonly listedOn: Day;
  /** The last day in force; undefined where there is none. */
  readonly dueOn: Day | undefined;
  /** Whole days to the last day, negative after it; undefined where there is none, it is settled, or not to be said. */
  readonly daysLeft: number | undefined;
  readonly state: string;
  readonly stateId: State;
  readonly lateness: string;
  readonly round: number;
  /** Who owes what next: 责任单位：整改后申请验收. */
  readonly next: string;
  readonly closedOn: Day | undefined;
  /** Undefined on the public site. */
  readonly latenessId: Lateness['kind'] | undefined;
  readonly reportedOn: Day | undefined;
  readonly progress: string | undefined;
  readonly note: string | undefined;
}

/** The row of an issue of this face. */
export function ledgerRow(face: Face, one: IssueStanding): LedgerRow {
  const { issue, history } = one;
  const row = issueRow(face, one);
  const last = history.timeline.findLast(({ update }) => update !== undefined)?.update;
  const told = history.timeline.findLast(({ update }) => update?.note !== undefined)?.update;
  const inside = face.audience === 'internal';
  const { ownerName, words } = row.next;
  return {
    id: one.id,
    row: issue.row,
    campaign: issue.campaign,
    campaignName: row.campaign.name,
    unit: one.unit,
    unitName: row.unit.name,
    account: issue.account,
    accountName: row.account?.name,
    place: issue.place,
    assisting: row.assisting.map(({ name }) => name),
    platform: row.platform.name,
    platformId: one.platform,
    problems: row.problems.map(({ name }) => name),
    problemIds: issue.problems,
    origin: origins[issue.origin],
    originId: issue.origin,
    listed: issue.listed,
    listedHost: issue.listedHost,
    finding: issue.finding,
    again: againOf(face, one),
    measures: issue.measures,
    deadline: issue.deadline.text,
    listedOn: issue.listedOn,
    dueOn: history.round.dueOn,
    daysLeft: daysLeftOf(one.lateness, mayCallLate(face, issue.campaign)),
    state: row.stateName,
    stateId: history.state,
    lateness: row.lateness.words,
    round: history.round.number,
    next: ownerName === '' ? '' : `${ownerName}：${words}`,
    closedOn: history.round.closedOn,
    latenessId: inside ? one.lateness.kind : undefined,
    reportedOn: inside ? last?.reportedOn : undefined,
    progress: inside ? told?.note : undefined,
    note: inside ? issue.note : undefined,
  };
}

/** 第2轮（2026年6月1日重启，回头看发现）：备案已失效. The reason is said inside only. */
function againOf({ audience }: Face, { history }: IssueStanding): string | undefined {
  const { number, startedOn, ground } = history.round;
  if (number === 1) return undefined;
  const begun = history.timeline.find(
    ({ round, refusal, update }) => round === number && refusal === undefined && update,
  )?.update;
  const what =
    ground === undefined || ground === 'lapsed' ? '复查未保持' : `重启，${reopenGrounds[ground]}`;
  const inside = audience === 'internal';
  const reason = begun !== undefined && 'reason' in begun ? begun.reason : begun?.note;
  const why = begun?.publicNote ?? (inside ? reason : undefined);
  return `第${String(number)}轮（${inWords(startedOn)}${what}）${why === undefined ? '' : `：${why}`}`;
}

function daysLeftOf(lateness: Lateness, mayName: boolean): number | undefined {
  switch (lateness.kind) {
    case 'due-today':
      return 0;
    case 'due-soon':
    case 'due-later':
    case 'deferred':
      return lateness.days;
    case 'overdue':
    case 'in-grace':
      return mayName ? -lateness.days : undefined;
    case 'void':
    case 'settled-in-time':
    case 'settled-late':
    case 'settled-undated':
    case 'waiting':
    case 'waiting-late':
    case 'no-date':
    case 'review':
      return undefined;
    default:
      return lateness satisfies never;
  }
}
