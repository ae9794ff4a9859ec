/** 读法: what comes of reading a phrase: a deadline with its reasons, or a question. */
import type { Deadline } from '../../schema/deadline.ts';

/** A deadline, the Chinese sentences that say how it was read, and what somebody still has to say. */
export interface DeadlineReading {
  deadline: Deadline;
  why: string[];
  asks?: string;
}

/** A phrase that is asked about: why, and each reading it leaves. */
export function unreadDeadline(
  phrase: string,
  why: string,
  candidates: readonly string[],
  asks = candidates.length > 0 ? '请确认是哪一种读法，或写明截止日期。' : '请写明截止日期。',
): DeadlineReading {
  return {
    deadline: { text: phrase, kind: 'unread', candidates: [...candidates] },
    why: [why],
    asks,
  };
}
