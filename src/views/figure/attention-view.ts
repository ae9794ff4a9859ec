/** 要注意的: what is late, soon, to be reported, reviewed or read — a figure each, with its rows. */
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import type { Edition } from '../edition.ts';
import { figureNamed, figureViews, type FigureView, namedFigureRows } from './figure-view.ts';
import { figureOrder } from '../issue/issue-order.ts';
import { byDueOn, type IssueRow, issueRow } from '../issue/issue-row.ts';

export interface AttentionGroup {
  readonly figure: FigureView;
  readonly rows: readonly IssueRow[];
  /** Counted but not named. */
  readonly withheld: number;
}

const SHOWN = ['overdue', 'in-grace', 'due-soon', 'reminder-due', 'review-due', 'unread'] as const;

/** The groups that have rows; in each the earliest last day, or day of review, first. */
export function attentionView(edition: Edition): AttentionGroup[] {
  const figures = figureViews(edition.standing);
  return SHOWN.flatMap((id) => {
    const all = rowsOf(figureOf(edition.standing, id));
    if (all.length === 0) return [];
    const { rows, withheld } = namedFigureRows(edition, id, all);
    const issues = rows
      .flatMap((row) => edition.issues.get(row) ?? [])
      .toSorted(figureOrder(id)?.by ?? byDueOn);
    const drawn = issues.map((one) => issueRow(edition, one));
    return [{ figure: figureNamed(figures, id), rows: drawn, withheld }];
  });
}
