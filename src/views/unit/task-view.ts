/**
 * 待本单位办理: what a unit has to do next, a task an issue, the most pressing first — what is late or due, why it was
 * sent back, what has to be handed in. And what it has handed in or keeps up, which others have to look at.
 */
import {
  closingLines,
  evidenceOfRound,
  isWithUnit,
  owedLines,
} from '../../domain/issue/round/owed.ts';
import { standsReturned } from '../../domain/issue/returned.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { type DayView, shownDay } from '../day-view.ts';
import { sentBackTerm } from '../due/sent-back-view.ts';
import type { Face } from '../face.ts';
import { mendedInShort } from '../inspection/look-words.ts';
import { foundInWords } from '../inspection/found-words.ts';
import { type EvidenceView, evidenceViews } from '../issue/evidence-view.ts';
import type { IssueRow } from '../issue/issue-row.ts';
import { type DeskGroup, deskGroups } from './desk.ts';
import { pressingInWords, standingInWords } from './standing-words.ts';

export interface TaskView {
  readonly row: IssueRow;
  /** 2026年6月5日检查时的情况; empty where the finding counts no days. */
  readonly found: string;
  /** 2026年6月5日回头看已整改到位，待申请验收; empty where it is not so, and on the public site. */
  readonly mended: string;
  /** The last return of this round, its reason and by when to hand in again; undefined on the public site and where it was not sent back. */
  readonly returned:
    { readonly on: DayView; readonly reason: string; readonly term: string } | undefined;
  /** What is asked for a closing, a sentence each without a full stop. */
  readonly owed: readonly string[];
  /** What was handed in in this round: before it was sent back where `returned` stands, and where it waits for a reviewer. */
  readonly handedIn: readonly EvidenceView[];
  /** What the unit wrote last where it waits for a reviewer; undefined elsewhere and where it wrote nothing. */
  readonly note: string | undefined;
}

/** The tasks of a group of the desk: an address leads to it, as the numbers of other pages do. */
export interface TaskGroup {
  readonly id: string;
  readonly tasks: readonly TaskView[];
}

export interface DutiesView {
  readonly total: number;
  /** The most pressing first. */
  readonly groups: readonly TaskGroup[];
  /** 逾期2个，临期1个; empty where the site may not say so of a single one, or where there is none. */
  readonly pressing: string;
  /** How all issues of the unit stand (`standingInWords`); empty where it has none. */
  readonly standing: string;
  /** 待审核 and 已验收待销号, which are unfinished too. */
  readonly waiting: DeskGroup | undefined;
  readonly held: DeskGroup | undefined;
  readonly sustained: DeskGroup | undefined;
  /** 已销号 and 撤销. */
  readonly done: readonly DeskGroup[];
}

export function dutiesView(face: Face, unit: string): DutiesView {
  const issues = face.byUnit.get(unit) ?? [];
  const own = new Map(issues.map((one) => [one.id, one]));
  const desk = deskGroups(face, issues);
  const groups = desk.flatMap(({ id, rows }): TaskGroup[] => {
    const tasks = rows.flatMap((row) => {
      const one = own.get(row.id);
      return one !== undefined && isWithUnit(one.history) ? [taskView(face, one, row)] : [];
    });
    return tasks.length === 0 ? [] : [{ id, tasks }];
  });
  const tasks = groups.flatMap((group) => group.tasks);
  return {
    total: tasks.length,
    groups,
    pressing: pressingInWords(
      face,
      issues.filter(({ history }) => isWithUnit(history)),
    ),
    standing: standingInWords(face, issues, '待本单位办理'),
    waiting: desk.find(({ id }) => id === 'waiting'),
    held: desk.find(({ id }) => id === 'held'),
    sustained: desk.find(({ id }) => id === 'sustained'),
    done: desk.filter(({ id }) => id === 'closed' || id === 'void'),
  };
}

function taskView(face: Face, one: IssueStanding, row: IssueRow): TaskView {
  const { ledger } = face;
  const { history } = one;
  const returned = face.audience === 'internal' ? returnOf(face, one) : undefined;
  const evidence = returned === undefined ? [] : evidenceOfRound(history, history.round.number);
  return {
    row,
    found: foundInWords(ledger, one.issue),
    mended: mendedInShort(face, one),
    returned,
    handedIn: evidenceViews(face, one.id, evidence),
    note: undefined,
    owed: owedLines(one.issue, ledger.vocabulary.problems, one.history),
  };
}

/** What waits for a reviewer: what the closing owes beside what was handed in and said. For the internal site only. */
export function waitingTask(face: Face, row: IssueRow): TaskView {
  const one = face.issues.get(row.id);
  if (one === undefined) return bareTask(row);
  const { history, issue, id } = one;
  const submission = history.timeline.findLast(
    ({ action, refusal }) => action === 'submitted' && refusal === undefined,
  )?.update;
  return {
    ...bareTask(row),
    owed: closingLines(issue, face.ledger.vocabulary.problems),
    handedIn: evidenceViews(face, id, evidenceOfRound(history, history.round.number)),
    note: submission?.note ?? submission?.publicNote,
  };
}

/** A row of which nothing more is said. */
export function bareTask(row: IssueRow): TaskView {
  return {
    row,
    found: '',
    mended: '',
    returned: undefined,
    owed: [],
    handedIn: [],
    note: undefined,
  };
}

/** Only while it stands: a report after the return answers it. */
function returnOf(face: Face, one: IssueStanding): TaskView['returned'] {
  const back = standsReturned(one.history);
  return (
    back && { on: shownDay(face, back.on), reason: back.reason, term: sentBackTerm(one, back) }
  );
}
