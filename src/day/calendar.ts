/**
 * 历日: the plain calendar, without holidays. A day is the text YYYY-MM-DD and means that day in Asia/Shanghai;
 * all reckoning is by whole day numbers, so that neither the machine's clock nor its time zone can enter.
 */

/** A day of the Gregorian calendar, written YYYY-MM-DD, years 0001 to 9999. */
export type Day = string;

interface Parts {
  year: number;
  month: number;
  date: number;
}

const LONG_MONTHS = new Set([1, 3, 5, 7, 8, 10, 12]);

/** True for leap years: 2020 yes, 2021 no, 2100 no. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month (1–12): 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return LONG_MONTHS.has(month) ? 31 : 30;
}

/** The day of year, month (1–12) and date, or undefined where the calendar has none, as for 30 February. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  return write({ year, month, date });
}

/** True when `text` is written YYYY-MM-DD and is a day of the calendar. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return parts(day).year;
}

/** The month of a day, 1–12. */
export function monthOf(day: Day): number {
  return parts(day).month;
}

/** The date within the month, 1–31. */
export function dateOf(day: Day): number {
  return parts(day).date;
}

/** The weekday: Monday 1 … Sunday 7 (GB/T 7408: the week begins on Monday). */
export function weekdayOf(day: Day): number {
  // Day number 0 was a Monday: 0001-01-01.
  return (numberOf(parts(day)) % 7) + 1;
}

/** The day `days` later (earlier when negative). Throws RangeError outside the years 0001 to 9999. */
export function addDays(day: Day, days: number): Day {
  return fromNumber(numberOf(parts(day)) + days);
}

/** How many days `to` lies after `from`: 0 for the same day, negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(parts(to)) - numberOf(parts(from));
}

/**
 * The same date `months` later; where that month has no such date, its last day (民法典第二百零二条).
 * Throws RangeError outside the years 0001 to 9999.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = parts(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return inRange({ ...target, date: Math.min(date, daysInMonth(target.year, target.month)) });
}

/** The last day of the day's month. */
export function endOfMonth(day: Day): Day {
  const { year, month } = parts(day);
  return write({ year, month, date: daysInMonth(year, month) });
}

/** The quarter of a day, 1–4. */
export function quarterOf(day: Day): number {
  return Math.ceil(parts(day).month / 3);
}

/** The last day of the day's quarter. */
export function endOfQuarter(day: Day): Day {
  const month = quarterOf(day) * 3;
  const { year } = parts(day);
  return write({ year, month, date: daysInMonth(year, month) });
}

/** The last day of the day's half-year: 30 June or 31 December. */
export function endOfHalfYear(day: Day): Day {
  const { year, month } = parts(day);
  return month <= 6 ? write({ year, month: 6, date: 30 }) : write({ year, month: 12, date: 31 });
}

/** The last day of the day's year. */
export function endOfYear(day: Day): Day {
  return write({ year: parts(day).year, month: 12, date: 31 });
}

/** The Monday of the day's week. */
export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The day in Chinese, as official documents write it (GB/T 9704: no leading zeros): 2020年5月31日. */
export function inWords(day: Day): string {
  const { year, month, date } = parts(day);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

/** A ledger speaks of few days, over and over. */
const known = new Map<Day, Readonly<Parts>>();

function parts(day: Day): Readonly<Parts> {
  const told = known.get(day);
  if (told !== undefined) return told;
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const made = { year, month, date };
  known.set(day, made);
  return made;
}

function write({ year, month, date }: Parts): Day {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function inRange(at: Parts): Day {
  if (at.year < 1 || at.year > 9999)
    throw new RangeError(`outside the calendar: ${String(at.year)}`);
  return write(at);
}

/** Days since 0001-01-01: whole years, their leap days, whole months, the date. */
function numberOf({ year, month, date }: Parts): number {
  const past = year - 1;
  let days = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  for (let m = 1; m < month; m += 1) days += daysInMonth(year, m);
  return days + date - 1;
}

function fromNumber(days: number): Day {
  // No year is shorter than 365 days, so the first guess is never too early.
  let year = Math.floor(days / 365) + 1;
  while (days < numberOf({ year, month: 1, date: 1 })) year -= 1;
  let rest = days - numberOf({ year, month: 1, date: 1 });
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return inRange({ year, month, date: rest + 1 });
}
