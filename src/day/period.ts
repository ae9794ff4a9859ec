/** 统计期: a quarter (2026-q2) or a half-year (2026-h1), by its id. */
import { addDays, addMonths, type Day } from './calendar.ts';

export interface Period {
  readonly id: string;
  /** 2026年第二季度, 2026年上半年. */
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

const NUMERALS = ['一', '二', '三', '四'];

/** The period of an id; undefined where it is none. */
export function periodOf(id: string): Period | undefined {
  const found = /^(\d{4})-(?:q([1-4])|h([12]))$/u.exec(id);
  if (found === null) return undefined;
  const [, year = '', quarter, half] = found;
  const [months, number] = quarter === undefined ? [6, Number(half)] : [3, Number(quarter)];
  const from = addMonths(`${year}-01-01`, (number - 1) * months);
  const words =
    quarter === undefined
      ? `${number === 1 ? '上' : '下'}半年`
      : `第${String(NUMERALS[number - 1])}季度`;
  return { id, name: `${year}年${words}`, from, until: addDays(addMonths(from, months), -1) };
}

/** True on the days from `from` to `until`, both included; without `until` it goes on. */
export function holdsOn(
  { from, until }: { readonly from: Day; readonly until?: Day | undefined },
  day: Day,
): boolean {
  return from <= day && (until === undefined || day <= until);
}
