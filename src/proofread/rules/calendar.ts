/** 日历: days that do not exist, weekdays that do not belong to their day, months outside their quarter. */
import { type Day, daysInMonth, endOfMonth, weekdayOf, yearOf } from '../../day/calendar.ts';
import {
  type DateWritten,
  datesIn,
  daySpansIn,
  dayWritten,
  dayWrittenNear,
  signedOn,
} from '../date.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, placedTexts } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const WEEKDAYS = '一二三四五六日';

function check(paper: ReadDocument): Contradiction[] {
  const signed = signedOn(paper)?.day;
  return placedTexts(paper).flatMap((passage) => [
    ...datesIn(passage.read).flatMap((date) => [
      ...impossible(passage, date, signed === undefined ? undefined : yearOf(signed)),
      ...wrongWeekday(passage, date, signed),
    ]),
    ...backwards(passage),
    ...monthsOfPeriods(passage),
    ...monthsBefore(passage),
    ...daysOfPeriods(passage),
    ...monthsCounted(passage),
  ]);
}

const QUARTERS = '一二三四';

/** 第三季度（7月至9月）, 上半年（1—6月）: the months in brackets are those of the period. */
function monthsOfPeriods({ place, text, read }: PlacedText): Contradiction[] {
  const shape =
    /(?:第?([一二三四])季度|([上下])半年)（ ?(\d{1,2}) ?月?份? ?(?:至|到|—{1,2}|-|–|～) ?(\d{1,2}) ?月份? ?）/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    const [from, to] = monthsOf(match);
    if (Number(match[3]) === from && Number(match[4]) === to) return [];
    return [
      {
        rule: calendarRule.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `“${match[0]}”的月份与所说的时段不符`,
        expected: `${String(from)}月至${String(to)}月`,
      },
    ];
  });
}

/** What is done about the check of a quarter at another time. */
export const BESIDE_INSPECTION = /整改|回头看|准备|复查|复核|筹备|部署/u;

/** Without two years that are the same, what is done in the first quarter may be about the fourth of the year before. */
export const mayBeLastYears = (quarter: string, month: number): boolean =>
  quarter === '四' && month <= 3;

/**
 * 今年4-6月，组织开展了第三季度检查: a check of a quarter is not made before the quarter begins. Of another
 * year it may be.
 */
function monthsBefore({ place, text, read }: PlacedText): Contradiction[] {
  const shape =
    /(?:^|[，。；：]|今年|(?<own>\d{4})年)(?<months>(?<from>\d{1,2}) ?月? ?(?:至|到|—{1,2}|-|–|～|、) ?(?<to>\d{1,2}) ?月)(?:份|期间|间)?，?[^，。；：（）]{0,12}，?[^，。；：（）]{0,10}(?:开展|组织|进行|实施)了?(?:(?<year>\d{4})年)?第?(?<quarter>[一二三四])季度[^，。；：（）]{0,24}(?:检查|抽查|监测|巡查)/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    const { months = '', from, to, quarter = '', own, year } = match.groups ?? {};
    const first = QUARTERS.indexOf(quarter) * 3 + 1;
    const [begins, ends] = [Number(from), Number(to)];
    if (begins < 1 || ends < begins || ends >= first || /去年|上年|次年/u.test(match[0])) return [];
    const isOneYear = own !== undefined && own === year;
    if (own !== undefined && year !== undefined && own !== year) return [];
    if (!isOneYear && mayBeLastYears(quarter, begins)) return [];
    const behind = /^[^，。；]*/u.exec(read.slice(match.index + match[0].length))?.[0] ?? '';
    if (BESIDE_INSPECTION.test(match[0] + behind)) return [];
    const at = match.index + match[0].indexOf(months);
    return [
      {
        rule: calendarRule.id,
        place,
        quote: quoteAround(text, at, match.index + match[0].length),
        message: `“${months}”在第${quarter}季度开始之前`,
        expected: `第${quarter}季度为${String(first)}月至${String(first + 2)}月`,
      },
    ];
  });
}

/** 一季度共45家，其中1月15家、2月15家、4月15家: a month of another quarter among those that make it up. */
function monthsCounted({ place, text, read }: PlacedText): Contradiction[] {
  const shape =
    /(?:第?([一二三四])季度|([上下])半年)[^。；季]{0,40}(?:其中|分别)[：，]?(?<row>\d{1,2}月份?[^，。；月]{1,12}(?:[、，和]\d{1,2}月份?[^，。；月]{1,12}){1,5})(?=[。；]|，(?!\d))/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    const [first, last] = monthsOf(match);
    const row = match.groups?.['row'] ?? '';
    const months = [...row.matchAll(/(?<![\d年])(\d{1,2})月/gu)].map(([, month]) => Number(month));
    const [strange, another] = months.filter((month) => month < first || month > last);
    if (strange === undefined || another !== undefined) return [];
    return [
      {
        rule: calendarRule.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `${String(strange)}月不在所说的时段之内`,
        expected: `${String(first)}月至${String(last)}月`,
      },
    ];
  });
}

/** The first and the last month of a quarter or a half year. */
function monthsOf([, quarter, half]: RegExpExecArray): [number, number] {
  if (quarter === undefined) return half === '上' ? [1, 6] : [7, 12];
  const first = QUARTERS.indexOf(quarter) * 3 + 1;
  return [first, first + 2];
}

/** 第二季度检查（数据采集时间为2025年1月1日至3月31日）: the days in the bracket make another quarter, from its first to its last. */
function daysOfPeriods({ place, text, read }: PlacedText): Contradiction[] {
  const shape =
    /(?:第?([一二三四])季度|([上下])半年)[^，。；：（）]{0,12}（[^，。；（）\d]{0,10}/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    const start = match.index + match[0].length;
    const span = daySpansIn(read).find(({ from }) => from.at === start);
    const [first, last] = monthsOf(match);
    if (!span || span.from.date !== 1 || span.end !== endOfMonth(span.end)) return [];
    const isBeyond = span.from.month === first && span.to.month > last;
    const isAsLong = span.to.month - span.from.month === last - first;
    const isOther =
      isAsLong && span.from.month !== first && (span.from.month - 1) % (last - first + 1) === 0;
    if (!isBeyond && !isOther) return [];
    return [
      {
        rule: calendarRule.id,
        place,
        quote: quoteAround(text, match.index, span.to.end),
        message: `“${read.slice(span.from.at, span.to.end)}”不是所说的时段`,
        expected: `${String(first)}月至${String(last)}月`,
      },
    ];
  });
}

/** 9月20日至8日: within a month the last day is not before the first. */
function backwards({ place, text, read }: PlacedText): Contradiction[] {
  const shape = /(\d{1,2})月(\d{1,2})日? ?(?:至|到|—{1,2}|-|－|～) ?(\d{1,2})日/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    if (Number(match[3]) >= Number(match[2])) return [];
    return [
      {
        rule: calendarRule.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `“${match[0]}”的止日在起日之前`,
        expected: '止日不早于起日，跨月的写明月份',
      },
    ];
  });
}

function impossible(
  passage: PlacedText,
  date: DateWritten,
  year: number | undefined,
): Contradiction[] {
  const found = (message: string, expected: string): Contradiction[] => [
    {
      rule: calendarRule.id,
      place: passage.place,
      quote: around(passage, date),
      message,
      expected,
    },
  ];
  const { month, date: number } = date;
  // “8月18日”写为“8月81日”: the paper tells of it.
  const near = passage.read.slice(Math.max(0, date.at - 12), date.end + 12);
  if (/“[^“”]*”/u.test(near) && /写[为成作]|误|应为|错/u.test(near)) return [];
  if (month < 1 || month > 12) {
    return found(`“${date.words}”没有这个月份`, '月份为 1 至 12');
  }
  // Without a year 29 February is given the benefit of the doubt, unless the document's own year settles it.
  const inYear = date.year ?? (month === 2 && number === 29 ? year : undefined) ?? 2000;
  const days = daysInMonth(inYear, month);
  if (number >= 1 && number <= days) return [];
  const whose = month === 2 && number === 29 ? `${String(inYear)}年` : '';
  return found(`“${date.words}”日历上没有这一天`, `${whose}${String(month)}月有${String(days)}天`);
}

function wrongWeekday(
  passage: PlacedText,
  date: DateWritten,
  signed: Day | undefined,
): Contradiction[] {
  const match = /^ ?（?(?:星期|周|礼拜)([一二三四五六日天])/u.exec(passage.read.slice(date.end));
  const day = signed === undefined ? dayWritten(date) : dayWrittenNear(date, signed);
  if (!match || day === undefined) return [];
  const said = WEEKDAYS.indexOf((match[1] ?? '').replace('天', '日')) + 1;
  if (weekdayOf(day) === said) return [];
  return [
    {
      rule: calendarRule.id,
      place: passage.place,
      quote: around(passage, date),
      message: `“${date.words}”不是星期${match[1] ?? ''}`,
      expected: `${String(yearOf(day))}年的这一天是星期${WEEKDAYS.charAt(weekdayOf(day) - 1)}`,
    },
  ];
}

function around({ text }: PlacedText, { at, end }: DateWritten): string {
  return quoteAround(text, at, end);
}

export const calendarRule: ProofRule = { id: 'calendar', name: '不存在的日期和星期', check };
