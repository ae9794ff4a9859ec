/** 时限状况: an issue's lateness as a page shows it — words, and a light that names shape and colour. */
import { type Lateness, latenessInWords, type Light, lightOf } from '../domain/lateness.ts';
import type { IssueStanding } from '../domain/standing.ts';
import { dayView } from './day-view.ts';
import { type Edition, mayCallLate } from './edition.ts';

export interface LatenessView {
  readonly words: string;
  readonly light: Light;
  /** For filters; `hidden` where the site does not call single issues late. */
  readonly kind: Lateness['kind'] | 'hidden';
}

export function latenessView(edition: Edition, one: IssueStanding): LatenessView {
  const { lateness } = one;
  if (tellsOfDelay(lateness) && !mayCallLate(edition, one.issue.campaign)) {
    return { words: neutralWords(edition, one), light: 'none', kind: 'hidden' };
  }
  return { words: latenessInWords(lateness), light: lightOf(lateness), kind: lateness.kind };
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
      return false;
    default:
      return lateness satisfies never;
  }
}

function neutralWords(edition: Edition, { lateness, history }: IssueStanding): string {
  const { state, round } = history;
  if (state === 'submitted') return '待验收';
  if (state === 'closed' || state === 'sustained') return '已办结';
  if (lateness.kind === 'no-date') return '无截止日';
  return round.dueOn === undefined
    ? '无截止日'
    : `${dayView(round.dueOn, edition.today).short}截止`;
}
