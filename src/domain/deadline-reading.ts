/** Reading a phrase of a list into a deadline. What can be read in two ways is not read: it is asked about. */
import type { Deadline } from '../schema/deadline.ts';
import { type Day, dayOf, daysInMonth, inWords, yearOf } from './calendar.ts';

/** What the list around the phrase says. */
export interface ReadingContext {
  /** 填表日期: the year of a date without one, and the start of what begins at once. */
  listedOn: Day;
  /** 下班时刻, HH:MM; 18:00 unless the office sets another. */
  closeOfBusiness?: string;
}

/** A deadline, the Chinese sentences that say how it was read, and what somebody still has to say. */
export interface DeadlineReading {
  deadline: Deadline;
  why: string[];
  asks?: string;
}

/** Reads a phrase such as 5月底; never guesses: two readings give `unread` with both as candidates. */
export function readDeadline(text: string, context: ReadingContext): DeadlineReading {
  const phrase = text.trim();
  const { listedOn } = context;
  const monthEnd = /^(\d{1,2})月底$/u.exec(phrase);
  if (monthEnd) {
    const month = Number(monthEnd[1]);
    const year = yearOf(listedOn);
    const day = dayOf(year, month, daysInMonth(year, month));
    if (day !== undefined && day >= listedOn) {
      return {
        deadline: { text: phrase, kind: 'fixed', dueOn: day },
        why: [`“${phrase}”指${String(month)}月的最后一天，即${inWords(day)}。`],
      };
    }
  }
  if (phrase === '长期整改') return { deadline: { text: phrase, kind: 'ongoing' }, why: [] };
  if (phrase === '立即整改') {
    return { deadline: { text: phrase, kind: 'immediate', from: listedOn }, why: [] };
  }
  return {
    deadline: { text: phrase, kind: 'unread', candidates: [] },
    why: [],
    asks: '这个时限读不出确定的日期，请写明哪一天。',
  };
}
