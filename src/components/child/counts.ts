/** 各家的数: the figures that the page of the children shows, and how one is read. */
import { own } from '../../text/own.ts';

export const shownCounts = [
  { id: 'total', name: '问题总数' },
  { id: 'unfinished', name: '未完成' },
  { id: 'overdue', name: '逾期' },
  { id: 'closed', name: '已销号' },
] as const;

/** A figure that a ledger may not know. */
export function countIn(figures: Readonly<Record<string, number>>, id: string): number {
  return own(figures, id) ?? 0;
}
