/** 要注意的: what is late, soon, to be reported, rechecked or read — a figure each, with its rows. */
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import type { Face } from '../face.ts';
import { figureNamed, figureViews, type FigureView, namedFigureRows } from './figure-view.ts';
import { figureOrder } from '../issue/issue-order.ts';
import { type IssueRow, issueRow } from '../issue/issue-row.ts';

export interface AttentionGroup {
  readonly figure: FigureView;
  readonly rows: readonly IssueRow[];
  /** Counted but not named. */
  readonly withheld: number;
}

const SHOWN = ['overdue', 'in-grace', 'due-soon', 'reminder-due', 'review-due', 'unread'] as const;

/** The groups that have rows; in each the earliest last day, or day of recheck, first. */
export function attentionView(face: Face): AttentionGroup[] {
  const figures = figureViews(face.standing);
  return SHOWN.flatMap((id) => {
    const all = rowsOf(figureOf(face.standing, id));
    if (all.length === 0) return [];
    const { rows, withheld } = namedFigureRows(face, id, all);
    const issues = rows
      .flatMap((row) => face.issues.get(row) ?? [])
      .toSorted(figureOrder(face, id).by);
    const shown = issues.map((one) => issueRow(face, one));
    return [{ figure: figureNamed(figures, id), rows: shown, withheld }];
  });
}
