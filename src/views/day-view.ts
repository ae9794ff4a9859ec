/** A day as pages write it. */
import { type Day, dateOf, inWords, monthOf, weekdayOf, yearOf } from '../day/calendar.ts';
import { type Face, isPast } from './face.ts';

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

/** The same on a page of `face`. A ledger of the past writes every year: who reads it lives in another one. */
export function shownDay(face: Pick<Face, 'ledger' | 'today'>, day: Day): DayView {
  const view = dayView(day, face.today);
  return isPast(face) ? { ...view, short: view.words } : view;
}

/** 5月13日至5月26日; in a ledger of the past 2020年5月13日至5月26日, the second year only where it is another. */
export function shownSpan(face: Pick<Face, 'ledger' | 'today'>, from: Day, to: Day): string {
  const near = isPast(face) ? from : face.today;
  return `${shownDay(face, from).short}至${dayView(to, near).short}`;
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
