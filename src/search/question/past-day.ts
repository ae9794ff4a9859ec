/** The day or month that is over and that a question is about. */
import { type AskedDay, readDay } from './days.ts';

interface PastDay {
  /** YYYY-MM. */
  month: string;
  /** The day of the month in two digits; undefined where a month is meant or its end. */
  date: string | undefined;
  isEnd: boolean;
}

/** The day or month that stands in a question: 5月底, 6月8日, 上月底, 去年底. */
export function pastDayIn(text: string, today: string): PastDay | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const asked = readDay(text.slice(at));
    if (asked !== undefined) return pastDay(asked, text.slice(at, at + asked.length), today);
  }
  const [year = 0, month = 0] = today.split('-').map(Number);
  const isEnd = /底|末|初/u.test(text);
  if (/上个?月/u.test(text))
    return {
      month: month === 1 ? `${String(year - 1)}-12` : `${String(year)}-${padded(month - 1)}`,
      date: undefined,
      isEnd,
    };
  if (/去年年?[底末]|年初/u.test(text))
    return { month: `${String(year - 1)}-12`, date: undefined, isEnd: true };
  if (/[本这当]个?月/u.test(text)) return { month: today.slice(0, 7), date: undefined, isEnd };
  return undefined;
}

/** Without a year the latest such month that is not still to come. */
function pastDay({ year, month, day }: AskedDay, written: string, today: string): PastDay {
  const thisYear = Number(today.slice(0, 4));
  const isOver = `${String(thisYear)}-${padded(month)}` <= today.slice(0, 7);
  return {
    month: `${String(year ?? (isOver ? thisYear : thisYear - 1))}-${padded(month)}`,
    date: day === undefined ? undefined : padded(day),
    isEnd: /底|末/u.test(written),
  };
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
