/** 要紧的数: what presses, as tiles — the late ones first and heaviest on the internal site, where units are told. */
import { daysBetween, type Day } from '../../day/calendar.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { waitingSince } from '../../domain/issue/waiting.ts';
import { valueOn } from '../../domain/setting.ts';
import type { Edition } from '../edition.ts';
import { figureNamed, figureViews, type FigureView, namedRows } from '../figure/figure-view.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';

export interface TileView {
  readonly figure: FigureView;
  /** `late`: filled, on the internal site only. */
  readonly weight: 'late' | 'soon' | 'plain';
  /** What stands under the number, a short line each. */
  readonly notes: readonly string[];
}

const shown = ['overdue', 'due-soon', 'submitted', 'reminder-due', 'review-due'] as const;

/** The figures that are not zero. */
export function tileViews(edition: Edition, overdueChange: string | undefined): TileView[] {
  const figures = figureViews(edition.standing);
  const inside = edition.audience === 'internal';
  return shown.flatMap((id): TileView[] => {
    const figure = figureNamed(figures, id);
    if (figure.count === 0) return [];
    const weight = id === 'overdue' && inside ? 'late' : id === 'due-soon' ? 'soon' : 'plain';
    const rows = namedRows(edition, id, rowsOf(figureOf(edition.standing, id))).rows;
    const issues = rows.flatMap((row) => edition.issues.get(row) ?? []);
    const notes = notesOf(id, edition, issues, overdueChange);
    return [{ figure, weight, notes }];
  });
}

function notesOf(
  id: (typeof shown)[number],
  { audience, ledger, today }: Edition,
  issues: readonly IssueStanding[],
  overdueChange: string | undefined,
): string[] {
  const inside = audience === 'internal';
  switch (id) {
    case 'overdue': {
      const longest = longestSince(issues, today, ({ history }) => history.round.dueOn);
      const units = new Set(issues.map(({ unit }) => unit)).size;
      return [
        ...(overdueChange === undefined ? [] : [overdueChange]),
        ...(inside ? [`${String(units)}家单位，最久${String(longest)}天`] : []),
      ];
    }
    case 'due-soon':
      return [`${String(valueOn(ledger.vocabulary.timing.dueSoonDays, today))}天内截止`];
    case 'submitted': {
      const longest = longestSince(issues, today, ({ history }) => waitingSince(history));
      return inside ? [`最久等了${String(longest)}天`] : ['单位已申请验收'];
    }
    case 'reminder-due':
      return ['没有截止日，已到提醒日'];
    case 'review-due': {
      const longest = longestSince(issues, today, ({ history }) => history.round.reviewOn);
      return inside ? [`最久过复查日${String(longest)}天`] : ['已到复查日'];
    }
    default:
      return id satisfies never;
  }
}

/** Days from the earliest of these days to `today`; 0 where there is none. */
function longestSince(
  issues: readonly IssueStanding[],
  today: Day,
  since: (one: IssueStanding) => Day | undefined,
): number {
  return Math.max(0, ...issues.map((one) => daysBetween(since(one) ?? today, today)));
}
