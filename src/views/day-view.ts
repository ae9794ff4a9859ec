/** A day as pages write it. */
import { type Day, dateOf, inWords, monthOf, weekdayOf, yearOf } from '../day/calendar.ts';

export interface DayView {
  /** YYYY-MM-DD, for machines. */
  readonly iso: Day;
  /** 2020年5月31日 */
  readonly words: string;
  /** 5月31日 within the year of the as-of day, otherwise with the year. */
  readonly short: string;
  /** 周日 */
  readonly weekday: string;
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** The same days stand on thousands of pages; the key is the day and the year of the as-of day. */
const seen = new Map<string, DayView>();

export function dayView(day: Day, today: Day): DayView {
  const key = `${day} ${today.slice(0, 4)}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const view = written(day, today);
  seen.set(key, view);
  return view;
}

function written(day: Day, today: Day): DayView {
  const words = inWords(day);
  const short = `${String(monthOf(day))}月${String(dateOf(day))}日`;
  return {
    iso: day,
    words,
    short: yearOf(day) === yearOf(today) ? short : words,
    weekday: WEEKDAYS[weekdayOf(day) - 1] ?? '',
  };
}

/** A month (YYYY-MM) in words: 2020年5月. */
export function monthInWords(month: string): string {
  return `${String(Number(month.slice(0, 4)))}年${String(Number(month.slice(5)))}月`;
}
