/** 待审报送: how many proposals wait for a reviewer, and for how long. */
import { type Day, daysBetween } from '../../day/calendar.ts';

export interface QueueView {
  readonly proposals: number;
  /** Days since the oldest was handed in; 0 where none waits. */
  readonly longest: number;
  /** 待审报送3份，最久 5 天。 */
  readonly words: string;
}

/** The queue on `today`, from the days on which the proposals were handed in. */
export function queueView(since: readonly Day[], today: Day): QueueView {
  const longest = Math.max(0, ...since.map((day) => daysBetween(day, today)));
  return {
    proposals: since.length,
    longest,
    words:
      since.length === 0
        ? '没有待审报送。'
        : `待审报送${String(since.length)}份，最久${String(longest)}天。`,
  };
}
