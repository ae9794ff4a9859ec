/** 各家的数: the figures that the page of the children shows, and how one is read. */
import { own } from '../../text/own.ts';
import { figureNames } from '../../text/terms.ts';

export const shownCounts = [
  { id: 'total', name: '问题总数' },
  { id: 'unfinished', name: figureNames.unfinished },
  { id: 'overdue', name: figureNames.overdue },
  { id: 'closed', name: figureNames.closed },
] as const;

/** A figure that a ledger may not know. */
export function countIn(figures: Readonly<Record<string, number>>, id: string): number {
  return own(figures, id) ?? 0;
}
