/**
 * 待批的申请: what units asked for in the words of their reports and nobody has answered — whose, of which issue, why,
 * since when — as one page, and as a sentence for the page of the issue. Internal only: the words are.
 */
import { daysBetween, inWords } from '../../day/calendar.ts';
import { handOversOf } from '../../domain/issue/owner.ts';
import {
  type PendingRequest,
  pendingRequests,
  requestInWords,
  requestKinds,
  type RequestKind,
} from '../../domain/issue/request.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { decisionAddress, issueAddress, requestsAddress } from '../address.ts';
import { type CellTable, linked, type TablePage, withRows, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';

interface Waiting extends PendingRequest {
  readonly one: IssueStanding;
  /** Since it was first asked for. */
  readonly days: number;
}

/** What an issue's unit asked for and nobody has answered; a hand-over of the account answers what came before it. */
export function requestsOf(
  { audience, ledger }: Face,
  { issue, history }: IssueStanding,
): PendingRequest[] {
  if (audience === 'public') return [];
  const over =
    issue.account === undefined ? undefined : handOversOf(ledger, issue, history).at(-1)?.on;
  return pendingRequests(history, over);
}

function waitingOf(face: Face): Waiting[] {
  return face.standing.issues
    .flatMap((one) =>
      requestsOf(face, one).map((asked) => ({
        ...asked,
        one,
        days: daysBetween(asked.since, face.today),
      })),
    )
    .toSorted((a, b) => b.days - a.days);
}

/** 2026年6月9日申请延期至2026年7月15日，等审核员批复，已6天。 A sentence a request; none on the public site. */
export function requestSentences(face: Face, one: IssueStanding): string[] {
  return requestsOf(face, one).map((asked) => {
    const days = daysBetween(asked.since, face.today);
    return `${inWords(asked.since)}${requestInWords(asked)}，等审核员批复${days > 0 ? `，已${String(days)}天` : ''}。`;
  });
}

/** How many wait. */
export function requestCount(face: Face): number {
  return waitingOf(face).length;
}

/** Undefined on the public site. */
export function requestsPage(face: Face): TablePage | undefined {
  if (face.audience === 'public') return undefined;
  const waiting = waitingOf(face);
  return {
    id: 'requests',
    href: requestsAddress,
    title: '待批的申请',
    intro: [
      introOf(waiting),
      '申请随单位报的“进展”来，照进展说明里的字认出（申请延期、申请暂缓、申请转长期坚持、有异议、不是本单位）。同意的，登记延期、暂缓、转长期坚持、移交或撤销；不同意的，在单位的填报页代单位报一条“进展”，以“不同意”开头写明理由。登记以后就不再列在这里。还没有收件的报送在“待办”里，不在这里。',
    ],
    tables: withRows([tableOf(face, waiting)]),
  };
}

function introOf(waiting: readonly Waiting[]): string {
  const [longest] = waiting;
  if (longest === undefined) return '没有等审核员批复的申请。';
  const kinds = (Object.keys(requestKinds) as RequestKind[]).flatMap((kind) => {
    const count = waiting.filter((asked) => asked.kind === kind).length;
    return count === 0 ? [] : [`${requestKinds[kind]}的${String(count)}件`];
  });
  return `等审核员批复的申请${String(waiting.length)}件：${kinds.join('，')}；最久的已等${String(longest.days)}天。`;
}

function tableOf({ ledger }: Face, waiting: readonly Waiting[]): CellTable {
  return {
    id: 'waiting',
    title: '等审核员批复',
    unit: '件',
    columns: [
      { title: '问题' },
      { title: '单位' },
      { title: '申请' },
      { title: '理由' },
      { title: '现截止日' },
      { title: '批复' },
    ],
    rows: waiting.map((asked) => {
      const { one, reason, since, days } = asked;
      const { dueOn } = one.history.round;
      return [
        { text: one.issue.finding, href: issueAddress(one.id) },
        linked(unitRef(ledger, one.unit)),
        words(`${inWords(since)}${requestInWords(asked)}，已等${String(days)}天`),
        words(reason),
        words(dueOn === undefined ? '没有截止日' : inWords(dueOn)),
        { text: '办理', href: `${decisionAddress(one.unit)}#issue-${one.id}` },
      ];
    }),
  };
}
