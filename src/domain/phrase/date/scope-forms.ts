/** 日期写法: the forms in which days, months, quarters, half-years and years are written. */
import { addDays, dayOf, endOfMonth } from '../../../day/calendar.ts';
import { followsFigure, matchAt, matchedPart, type Parts } from '../match.ts';
import {
  dateForm,
  type Form,
  type Ground,
  monthStretch,
  oneDay,
  type Option,
  type TimeScope,
  type DayStretch,
  THIRD,
  thirdOf,
  type YearFound,
  yearFound,
} from './scope.ts';
import { NEAR_FORMS } from './scope-near.ts';

const YEAR =
  '(?:(?:(?<year>\\d{4}|\\d{2})年度?|(?<yearWord>今年|本年度?|明年|来年|后年|当年|次年|翌年|去年|上年度?))的?)';
const MONTH = '(?<month>\\d{1,2})月份?';
const DATE = '(?<date>\\d{1,2})';
/** A date without 日 counts only where the phrase plainly goes on or ends. */
const DATE_ENDS = '(?:[日号]|(?=$|[,;()、]|之?前|以前|[至到-]|内|止|起|完成|整改| \\d{1,2}:))';

/** In this order: a longer writing before the shorter one that begins alike. */
const FORMS: readonly Form[] = [
  dateForm(
    `(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>${DATE}(?:[日号]| 0?0:00(?::00)?(?![\\d:]))?(?!\\d)`,
    dayScope,
  ),
  dateForm('(?<year>20\\d{2})(?<month>\\d{2})(?<date>\\d{2})(?!\\d)', dayScope),
  dateForm(`${YEAR}?(?<month>\\d{1,2})月${DATE}${DATE_ENDS}`, dayScope),
  dateForm(`${YEAR}?(?<month>\\d{1,2})[./]${DATE}${DATE_ENDS}`, dayScope),
  // 3-5日 may be 3 to 5 days: with a hyphen only the bare figures are a date.
  dateForm(`(?<month>\\d{1,2})-${DATE}(?![日号])${DATE_ENDS}`, dayScope),
  dateForm(`${YEAR}?${MONTH}(?:${THIRD}|月(?=[底末初中]))?`, monthScope),
  dateForm('(?<year>\\d{4})[-/.](?<month>\\d{1,2})(?![\\d./]|-(?!\\d{4}[-/.]))', monthScope),
  dateForm(`${YEAR}?(?:第?(?<quarter>[1-4])季度?|[Qq](?<q>[1-4])(?!\\d))`, quarterScope),
  dateForm(`${YEAR}?(?<half>[上下])半年`, halfScope),
  dateForm(`${YEAR}(?:[年岁](?=[底末终初中内]))?(?!\\d)`, yearScope),
  dateForm('(?<year>20\\d{2})(?=[底末])', yearScope),
  dateForm('(?<plan>十[三四五]五)(?:规划|时期|期)?(?=[底末])', planScope),
  ...NEAR_FORMS,
];

/** The scope that begins at `at` and the place after it, or undefined when no date begins there. */
export function scopeAt(
  read: string,
  at: number,
  ground: Ground,
): { scope: TimeScope; end: number } | undefined {
  // A figure in the middle of a longer number begins nothing.
  if (followsFigure(read, at)) return undefined;
  for (const { pattern, scope } of FORMS) {
    const match = matchAt(pattern, read, at);
    if (match) return { scope: scope(match.parts, ground), end: match.end };
  }
  return undefined;
}

function dayScope(parts: Parts, ground: Ground): TimeScope {
  const { year, ...found } = yearFound(parts, ground);
  const [month, date] = [Number(parts['month']), Number(parts['date'])];
  const at = (turn: number): DayStretch | undefined => oneDay(dayOf(year + turn, month, date));
  const missing = at(0) === undefined ? missingDay(year, month, date) : undefined;
  return { ...scopeOfYear(found, at), single: true, ...(missing && { doubt: missing }) };
}

/** 6月31日: no such day; either the month's last day or the day after it was meant. */
function missingDay(year: number, month: number, date: number): TimeScope['doubt'] {
  const why = `${year}年没有${month}月${date}日这一天。`;
  const first = dayOf(year, month, 1);
  if (first === undefined || date < 1 || date > 31) return { why, options: [] };
  const last = endOfMonth(first);
  const options: Option[] = [
    { note: '当月最后一天', day: last },
    { note: '次月1日', day: addDays(last, 1) },
  ];
  return { why, options };
}

function monthScope(parts: Parts, ground: Ground): TimeScope {
  const { year, ...found } = yearFound(parts, ground);
  const month = Number(parts['month']);
  const at = (turn: number): DayStretch | undefined => {
    const first = dayOf(year + turn, month, 1);
    return first === undefined ? undefined : thirdOf(first, parts['third']);
  };
  const scope = { ...scopeOfYear(found, at), single: false };
  return at(0) ? scope : { ...scope, doubt: { why: `没有${month}月这个月份。`, options: [] } };
}

function quarterScope(parts: Parts, ground: Ground): TimeScope {
  const { year, ...found } = yearFound(parts, ground);
  const quarter = Number(matchedPart(parts, 'quarter') + matchedPart(parts, 'q'));
  return {
    ...scopeOfYear(found, (turn) => monthStretch(year + turn, quarter * 3 - 2, quarter * 3)),
    single: false,
  };
}

function halfScope(parts: Parts, ground: Ground): TimeScope {
  const { year, ...found } = yearFound(parts, ground);
  const start = parts['half'] === '上' ? 1 : 7;
  return {
    ...scopeOfYear(found, (turn) => monthStretch(year + turn, start, start + 5)),
    single: false,
  };
}

function yearScope(parts: Parts, ground: Ground): TimeScope {
  const { year, ...found } = yearFound(parts, ground);
  return { ...scopeOfYear(found, (turn) => monthStretch(year + turn, 1, 12)), single: false };
}

/** 十四五: the fourteenth five-year plan, 2021 to 2025. */
function planScope(parts: Parts): TimeScope {
  const plan = matchedPart(parts, 'plan');
  const first = 2016 + 5 * '三四五'.indexOf(plan.charAt(1));
  const years = { first: `${first}-01-01`, last: `${first + 4}-12-31` };
  const at = (turn: number): DayStretch | undefined => (turn === 0 ? years : undefined);
  return { tie: 'figures', single: false, at, why: [`“${plan}”是${first}年至${first + 4}年。`] };
}

function scopeOfYear(
  found: Omit<YearFound, 'year'>,
  at: TimeScope['at'],
): Omit<TimeScope, 'single'> {
  const { doubt, tie, why } = found;
  const stretch = at(0);
  if (doubt === undefined) return { tie, why, at };
  const options = stretch ? [{ note: '按列入日期算', day: stretch.last }] : [];
  return { tie, why, at, doubt: { why: doubt, options } };
}
