/** 时限状况: an issue's lateness as a page shows it — words, and a light that names shape and colour. */
import {
  type Lateness,
  latenessInWords,
  type Light,
  lightOf,
  NOT_LATE_NOW,
} from '../../domain/issue/deadline/lateness.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import { phases, SETTLED } from '../../domain/issue/transition.ts';
import { states } from '../../text/terms.ts';
import { shownDay } from '../day-view.ts';
import { type Face, isPast, mayCallLate } from '../face.ts';

export interface LatenessView {
  readonly words: string;
  readonly light: Light;
  /** For filters: 逾期, 临期 … without days. */
  readonly group: string;
}

export function latenessView(face: Face, one: IssueStanding): LatenessView {
  const { lateness } = one;
  if (
    !mayCallLate(face, one.issue.campaign) &&
    (isSettled(one.history) || tellsOfDelay(lateness))
  ) {
    return { words: neutralWords(face, one), light: 'none', group: neutralGroup(one) };
  }
  const light = lightOf(lateness);
  const told = latenessInWords(lateness, stateInWords(one.history));
  const ahead = isPast(face) ? aheadInWords(lateness) : undefined;
  return {
    words: ahead ?? (isPast(face) ? told.replace(NOT_LATE_NOW, '当天不计入逾期') : told),
    light,
    group: groupOf(face, one),
  };
}

/** What lay ahead of the day of a ledger of the past, without counting down to it; undefined of what did not. */
function aheadInWords(lateness: Lateness): string | undefined {
  switch (lateness.kind) {
    case 'due-today':
      return '统计日当天截止';
    case 'due-soon':
      return '未到期（临期）';
    case 'due-later':
      return '未到期';
    case 'deferred':
      return '暂缓';
    case 'review':
      return lateness.days < 0 ? undefined : '未过复查日';
    default:
      return undefined;
  }
}

/**
 * How it stands to its last day, in words that change when that does and not with every new day: 6月30日截止, 逾期. Each is empty where
 * the state says all of it.
 */
export function latenessByDay(
  face: Face,
  one: IssueStanding,
): { readonly due: string; readonly word: string } {
  const { lateness, history } = one;
  const { state, round } = history;
  const isWaited = state !== 'submitted' && !isSettled(history) && state !== 'void';
  const due =
    isWaited && round.dueOn !== undefined ? `${shownDay(face, round.dueOn).short}截止` : '';
  const isSaid = mayCallLate(face, one.issue.campaign) || !tellsOfDelay(lateness);
  return { due, word: isSaid ? wordOf(lateness) : '' };
}

function wordOf(lateness: Lateness): string {
  switch (lateness.kind) {
    case 'overdue':
      return '逾期';
    case 'in-grace':
      return '宽限期内';
    case 'due-today':
    case 'due-soon':
      return '临期';
    case 'deferred':
      return '暂缓';
    case 'waiting-late':
      return `逾期报送，${NOT_LATE_NOW}`;
    case 'settled-late':
      return '逾期报送';
    case 'no-date':
      return latenessInWords(lateness);
    case 'review':
      return lateness.days < 0 ? '已过复查日' : '';
    case 'due-later':
    case 'waiting':
    case 'settled-in-time':
    case 'settled-undated':
    case 'void':
      return '';
    default:
      return lateness satisfies never;
  }
}

/** What the public site may call late; there may be more. */
export const OPENLY_LATE = '公开的逾期';

/** What has no time limit any more: both kinds are named, since the one is not the other. */
const SETTLED_WORDS = `${states.closed}、${states.sustained}`;

/** Where late units are not named, what was settled in time is not told apart from what was settled late. */
function isSettled({ state }: IssueStanding['history']): boolean {
  return SETTLED.has(state);
}

/** True for what reproaches a unit; the public site says it only where the campaign's publication allows. */
export function tellsOfDelay(lateness: Lateness): boolean {
  switch (lateness.kind) {
    case 'overdue':
    case 'in-grace':
    case 'waiting-late':
    case 'settled-late':
      return true;
    case 'no-date':
      return lateness.remind && lateness.why !== 'unread';
    case 'review':
      return lateness.days < 0;
    case 'void':
    case 'settled-in-time':
    case 'settled-undated':
    case 'waiting':
    case 'due-today':
    case 'due-soon':
    case 'due-later':
    case 'deferred':
      return false;
    default:
      return lateness satisfies never;
  }
}

function neutralWords(face: Face, { lateness, history }: IssueStanding): string {
  const { state, round } = history;
  if (state === 'submitted' || isSettled(history)) return stateInWords(history);
  if (lateness.kind === 'no-date') return '无截止日';
  return round.dueOn === undefined ? '无截止日' : `${shownDay(face, round.dueOn).short}截止`;
}

function neutralGroup({ history }: IssueStanding): string {
  if (history.state === 'submitted') return phases[history.phase];
  if (isSettled(history)) return SETTLED_WORDS;
  return history.round.dueOn === undefined ? '无截止日' : '有截止日';
}

/** The lateness without days. Where late issues are not named, what is not due yet is not told apart from them. */
function groupOf(face: Face, one: IssueStanding): string {
  const { lateness } = one;
  switch (lateness.kind) {
    case 'overdue':
      return face.audience === 'public' ? OPENLY_LATE : '逾期';
    case 'in-grace':
      return '宽限期内';
    case 'due-today':
    case 'due-soon':
      return '临期';
    case 'due-later':
      return mayCallLate(face, one.issue.campaign) ? '未到期' : '有截止日';
    case 'deferred':
      return '暂缓';
    case 'no-date':
    case 'review':
      return '无截止日';
    case 'waiting':
    case 'waiting-late':
      return phases[one.history.phase];
    case 'settled-in-time':
    case 'settled-late':
    case 'settled-undated':
      return SETTLED_WORDS;
    case 'void':
      return '撤销';
    default:
      return lateness satisfies never;
  }
}
