/** 增减: how a count differs from another, as circulars say it. */
import { type Day, monthOf, yearOf } from '../day/calendar.ts';

export const FLAT = '持平';

/** 增加4个, 减少3个, 持平 */
export function byInWords(now: number, then: number): string {
  const by = now - then;
  if (by === 0) return FLAT;
  return `${by > 0 ? '增加' : '减少'}${String(Math.abs(by))}个`;
}

/** 较5月底增加7个, 与5月底持平 */
export function changeInWords(now: number, then: number, since: string): string {
  const by = byInWords(now, then);
  return by === FLAT ? `与${since}${FLAT}` : `较${since}${by}`;
}

/** The last day of a month: 5月底, or 2025年12月底 where the year is not that of `today`. */
export function endInWords(end: Day, today: Day): string {
  const month = `${String(monthOf(end))}月底`;
  return yearOf(end) === yearOf(today) ? month : `${String(yearOf(end))}年${month}`;
}
