/** 日期: the days a text names, with or without their year, and the day a document was signed. */
import { type Day, dayOf, daysBetween, yearOf } from '../day/calendar.ts';
import { numeralValue, numeralYear } from '../text/numeral.ts';
import { paragraphsOf, type ReadDocument } from './document/paper.ts';

export interface DateWritten {
  /** Undefined where the text leaves it to the reader. */
  readonly year: number | undefined;
  readonly month: number;
  readonly date: number;
  readonly at: number;
  readonly end: number;
  readonly words: string;
}

const CHINESE_DIGITS = '〇零○一二三四五六七八九十';
const ARABIC = /(?<![\d.])(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/gu;
const CHINESE = new RegExp(
  `(?:([${CHINESE_DIGITS}]{4})年)?([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,4})[日号]`,
  'gu',
);
const DIGITAL = /(?<![\d.\-/])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.\-/])/gu;

/** Every day of month and date that a text names, right or wrong, in order. */
export function datesIn(read: string): DateWritten[] {
  const arabic = [...read.matchAll(ARABIC)].map((match) =>
    dateAt(match, match[1] === undefined ? undefined : Number(match[1]), match[2], match[3]),
  );
  const digital = [...read.matchAll(DIGITAL)].map((match) =>
    dateAt(match, Number(match[1]), match[3], match[4]),
  );
  const chinese = [...read.matchAll(CHINESE)].flatMap((match) => {
    const month = numeralValue(match[2] ?? '');
    const date = numeralValue(match[3] ?? '');
    if (month === undefined || date === undefined) return [];
    return [dateAt(match, numeralYear(match[1] ?? ''), String(month), String(date))];
  });
  return [...arabic, ...digital, ...chinese].toSorted((a, b) => a.at - b.at);
}

function dateAt(
  match: RegExpExecArray,
  year: number | undefined,
  month: string | undefined,
  date: string | undefined,
): DateWritten {
  const { index } = match;
  return {
    year,
    month: Number(month),
    date: Number(date),
    at: index,
    end: index + match[0].length,
    words: match[0],
  };
}

/** The day, with `year` where the text gives none; undefined where the calendar has no such day. */
export function dayWritten(written: DateWritten, year?: number): Day | undefined {
  const inYear = written.year ?? year;
  return inYear === undefined ? undefined : dayOf(inYear, written.month, written.date);
}

/** The day; where the text gives no year, the one of the three years around `near` that lies nearest to it. */
export function dayWrittenNear(written: DateWritten, near: Day): Day | undefined {
  if (written.year !== undefined) return dayWritten(written);
  return [-1, 0, 1]
    .map((step) => dayWritten(written, yearOf(near) + step))
    .filter((day): day is Day => day !== undefined)
    .toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))[0];
}

/** A日至B日, each with its day; without any year the two stand in one common year. */
export interface DaySpan {
  readonly from: DateWritten;
  readonly to: DateWritten;
  readonly start: Day;
  readonly end: Day;
}

/** The spans of days that a text names, the second day in the year of the first where it has none of its own. */
export function daySpansIn(read: string): DaySpan[] {
  const dates = datesIn(read);
  return [...withinMonth(read, dates), ...betweenDates(read, dates)].toSorted(
    (a, b) => a.from.at - b.from.at,
  );
}

/** 10月8日至12日; a second day before the first is told by the calendar. */
function withinMonth(read: string, dates: readonly DateWritten[]): DaySpan[] {
  return dates.flatMap((from): DaySpan[] => {
    const match = /^ ?(?:至|到|—{1,2}|-|－|～) ?(?<date>\d{1,2})[日号]/u.exec(read.slice(from.end));
    const date = Number(match?.groups?.['date']);
    if (match === null || date < from.date) return [];
    const end = from.end + match[0].length;
    const to = {
      ...from,
      date,
      at: end - match[0].length,
      end,
      words: `${String(from.month)}月${String(date)}日`,
    };
    const days = [from, to].map((one) => dayWritten(one, from.year ?? 2000));
    const [first, last] = days;
    return first === undefined || last === undefined ? [] : [{ from, to, start: first, end: last }];
  });
}

function betweenDates(read: string, dates: readonly DateWritten[]): DaySpan[] {
  return dates.flatMap((from, index): DaySpan[] => {
    const to = dates[index + 1];
    const joint =
      /^ ?(?:（(?:星期|周)[一二三四五六日天]）)?(?:起|开始|启动)?(?:公示|试行|施行|执行)?，?(?:至|到|—{1,2}|-|－|～)(?:今年|同年|当年)? ?$/u;
    if (!to || !joint.test(read.slice(from.end, to.at))) return [];
    const year = from.year ?? to.year ?? 2000;
    const [start, end] = [dayWritten(from, year), dayWritten(to, year)];
    return start === undefined || end === undefined ? [] : [{ from, to, start, end }];
  });
}

export interface Signed {
  readonly day: Day;
  readonly block: number;
}

/** 成文日期: the last paragraph that is nothing but a full date, before the first annex. */
export function signedOn(paper: ReadDocument): Signed | undefined {
  let signed: Signed | undefined;
  for (const { read, block } of paragraphsOf(paper)) {
    if (signed && /^附件\d*$/u.test(read.trim())) break;
    const [date] = datesIn(read);
    if (date?.words !== read.trim().replace(/^（|）$/gu, '')) continue;
    const day = dayWritten(date);
    if (day !== undefined) signed = { day, block };
  }
  return signed;
}
