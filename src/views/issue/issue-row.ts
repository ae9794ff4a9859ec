/** 问题 as a row of a list. */
import type { Day } from '../../day/calendar.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { isFromAbove } from '../../domain/issue/round/closing.ts';
import { isSameAccount } from '../../domain/membership.ts';
import { officerOf } from '../../domain/issue/owner.ts';
import { type Issue, origins } from '../../schema/issue.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import { phases, type State } from '../../domain/issue/transition.ts';
import { issueAddress, type Ref } from '../address.ts';
import { shownDay, type DayView } from '../day-view.ts';
import { type Face, mayCallLate } from '../face.ts';
import { type LatenessView, latenessView } from './lateness-view.ts';
import {
  accountRef,
  campaignRef,
  platformBeside,
  platformRef,
  problemRef,
  unitRef,
} from '../names.ts';
import { lateAside, lateInShort } from '../unit/late-aside.ts';
import { shortName } from '../unit/short-name.ts';
import { silenceInWords } from './silence-view.ts';
import { type NextStepView, nextStepView } from './next-step-view.ts';

export interface IssueRow {
  readonly id: string;
  readonly href: string;
  /** 序号 in the campaign's list. */
  readonly row: number;
  readonly campaign: Ref;
  /** Its name and the unit's without the area that all share, for a row among others. */
  readonly short: { readonly campaign: string; readonly unit: string };
  /** The ledger has several campaigns, so that a number alone does not tell the issue. */
  readonly ofSeveral: boolean;
  readonly unit: Ref;
  /** Undefined where it is about no account. */
  readonly account: Ref | undefined;
  /** What it is about in words: the account's name, else the place; empty where the unit says it all. */
  readonly subject: string;
  readonly assisting: readonly Ref[];
  /** 经办人, by name or account; undefined on the public site and where nobody is named. */
  readonly officer: string | undefined;
  readonly platform: Ref;
  /** Its platform behind the account's name; undefined where it is about none, or the platform tells nothing. */
  readonly onPlatform: string | undefined;
  readonly problems: readonly Ref[];
  /** 问题来源, for filters: 市级交办, and 上级交办 of whatever came from above. */
  readonly originNames: readonly string[];
  /** As written in the source. */
  readonly finding: string;
  readonly deadlineText: string;
  readonly dueOn: DayView | undefined;
  /**
   * The day that counts now — the last day, the next recheck, of what is over its end — and what it is; undefined where
   * there is none.
   */
  readonly mark:
    { readonly name: '截止' | '复查' | '销号' | '撤销'; readonly day: DayView } | undefined;
  /** The month of the 销号, as 2026年5月; undefined where it is not closed. */
  readonly closedIn: string | undefined;
  /** 待审核12天; empty where nobody but the unit is waited for, and on the public site. */
  readonly waited: string;
  readonly state: State;
  readonly stateName: string;
  /** For filters: the state, and of what was accepted what it waits for as well. */
  readonly stateNames: readonly string[];
  readonly lateness: LatenessView;
  /** What is to be read with its days late: that it was handed over late, that a check found it mended; empty elsewhere. */
  readonly aside: string;
  /** The same in a few words, for a phone. */
  readonly asideInShort: string;
  /** Its unit owes it by a day, and whether that day was missed is not published of its campaign. */
  readonly untold: boolean;
  readonly next: NextStepView;
  readonly listedOn: Day;
}

export function issueRow(face: Face, one: IssueStanding): IssueRow {
  const { ledger } = face;
  const { issue, history } = one;
  const { dueOn } = history.round;
  const account = issue.account === undefined ? undefined : accountRef(ledger, issue.account);
  const platform = platformRef(ledger, one.platform);
  return {
    id: one.id,
    href: issueAddress(one.id),
    row: issue.row,
    campaign: campaignRef(ledger, issue.campaign),
    short: {
      campaign: shortName(ledger, campaignRef(ledger, issue.campaign).name),
      unit: shortName(ledger, unitRef(ledger, one.unit).name),
    },
    ofSeveral: ledger.campaigns.size > 1,
    unit: unitRef(ledger, one.unit),
    account,
    subject: account?.name ?? issue.listed ?? issue.place ?? '',
    assisting: (issue.assisting ?? []).map((id) => unitRef(ledger, id)),
    officer: face.audience === 'internal' ? officerName(ledger, issue) : undefined,
    platform,
    onPlatform: account && platformBeside(platform),
    problems: issue.problems.map((id) => problemRef(ledger, id)),
    originNames: originNames(issue),
    finding: issue.finding,
    deadlineText: issue.deadline.text,
    dueOn: dueOn === undefined ? undefined : shownDay(face, dueOn),
    mark: markOf(face, one),
    closedIn: closedIn(history.round.closedOn),
    waited: history.next.owner === 'unit' ? '' : silenceInWords(face, one),
    state: history.state,
    stateName: stateInWords(history),
    stateNames: [...new Set([phases[history.phase], stateInWords(history)])],
    lateness: latenessView(face, one),
    aside: lateAside(face, one),
    asideInShort: lateInShort(face, one),
    untold: isUntold(face, one),
    next: nextStepView(face, one),
    listedOn: issue.listedOn,
  };
}

/** Of all that waits for its unit, late or not: neither is told apart from the other. */
function isUntold(face: Face, { issue, history, lateness }: IssueStanding): boolean {
  if (mayCallLate(face, issue.campaign) || lateness.kind === 'review') return false;
  return history.next.owner === 'unit' && history.round.dueOn !== undefined;
}

/** What was assigned by whichever level above. */
export const FROM_ABOVE = '上级交办';

/** 问题来源 of an issue; what came from a level above is asked for as a whole too. */
export function originNames(issue: Pick<Issue, 'origin'>): string[] {
  return [origins[issue.origin], ...(isFromAbove(issue) ? [FROM_ABOVE] : [])];
}

/** The name of the reviewer who has it in hand, else his account. */
function officerName(ledger: Ledger, issue: Issue): string | undefined {
  const account = officerOf(ledger, issue);
  if (account === undefined) return undefined;
  const member = ledger.site.reviewers.findLast((one) => isSameAccount(one.account, account));
  return member?.name ?? account;
}

/** The day by which an issue stands in a list: the next recheck, the end of what is over, else the last day. */
export function markedDay({
  lateness,
  history,
}: IssueStanding):
  { readonly name: '截止' | '复查' | '销号' | '撤销'; readonly day: Day } | undefined {
  if (lateness.kind === 'review') return { name: '复查', day: lateness.reviewOn };
  const { dueOn, closedOn, voidedOn } = history.round;
  if (history.state === 'closed' && closedOn !== undefined) return { name: '销号', day: closedOn };
  if (history.state === 'void' && voidedOn !== undefined) return { name: '撤销', day: voidedOn };
  return dueOn === undefined ? undefined : { name: '截止', day: dueOn };
}

function markOf(face: Face, one: IssueStanding): IssueRow['mark'] {
  const mark = markedDay(one);
  return mark && { name: mark.name, day: shownDay(face, mark.day) };
}

function closedIn(day: Day | undefined): string | undefined {
  if (day === undefined) return undefined;
  const [year = '', month = ''] = day.split('-');
  return `${year}年${String(Number(month))}月`;
}

/** The rows of these issues, in the given order; ids that the face does not hold are left out. */
export function issueRows(face: Face, ids: readonly string[]): IssueRow[] {
  return ids.flatMap((id) => {
    const one = face.issues.get(id);
    return one === undefined ? [] : [issueRow(face, one)];
  });
}
