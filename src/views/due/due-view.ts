/** 截止日: the days on which issues fall due, by month, and the grid of a month. */
import { deadlineGroups } from '../../domain/figures/breakdown.ts';
import { addDays, type Day, daysBetween, daysInMonth, weekdayOf } from '../../day/calendar.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { isWorkday } from '../../day/workday.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { dayAddress, dayInMonthAddress, monthAddress } from '../address.ts';
import { type DayView, dayView, monthInWords } from '../day-view.ts';
import type { Face } from '../face.ts';
import { figureNamed, figureViews } from '../figure/figure-view.ts';
import { soonestFirst } from '../issue/issue-order.ts';
import { type IssueRow, issueRows } from '../issue/issue-row.ts';
import { type PartView, partViews } from '../figure/part-view.ts';
import { ROWS_A_PAGE } from '../roll.ts';

export interface DueDay {
  readonly day: DayView;
  readonly href: string;
  readonly part: PartView;
  /** Whole days from the as-of day; negative when past. */
  readonly daysLeft: number;
}

export interface DueMonth {
  /** YYYY-MM */
  readonly month: string;
  readonly name: string;
  readonly href: string;
  readonly total: number;
  readonly unfinished: number;
  readonly days: readonly DueDay[];
  /** Too long for one page: each day has its own. */
  readonly isLong: boolean;
}

/** What is not finished and has no last day, by kind of deadline. */
export interface Undated {
  readonly total: number;
  readonly href: string;
  /** 立即整改 1个, in the order of the vocabulary. */
  readonly kinds: readonly string[];
  /** Besides, those that wait to be accepted and have no last day either. */
  readonly waiting: number;
}

/** A cell of a month's grid; undefined before the first and behind the last. */
export interface GridDay {
  readonly day: DayView;
  readonly date: number;
  readonly isToday: boolean;
  readonly dayOff: boolean;
  readonly due: DueDay | undefined;
}

/** All days on which something falls due, oldest first. */
export function dueDays(face: Face): DueDay[] {
  return dueMonths(face).flatMap(({ days }) => days);
}

/** Undefined where everything that is not finished has a last day. */
export function undatedView({ standing }: Face): Undated | undefined {
  const { words, href } = figureNamed(figureViews(standing), 'undated');
  if (href === undefined) return undefined;
  const rows = new Set(rowsOf(figureOf(standing, 'undated')));
  const kinds = Map.groupBy(
    standing.issues.filter(({ id }) => rows.has(id)),
    whyUndated,
  );
  return {
    total: Number(words),
    href,
    kinds: whys.flatMap((why) => {
      const count = kinds.get(why)?.length ?? 0;
      return count === 0 ? [] : [`${why}${String(count)}个`];
    }),
    waiting: standing.issues.filter(
      ({ history }) => history.state === 'submitted' && history.round.dueOn === undefined,
    ).length,
  };
}

const UNREAD = '时限待确认';
const REOPENED = '重启后未定时限';

/** Why there is no last day, in the order in which they are said. */
const whys: readonly string[] = [
  ...Object.entries(deadlineGroups).flatMap(([kind, name]) => (kind === 'unread' ? [] : [name])),
  REOPENED,
  UNREAD,
];

/** 时限待确认 is what the figure of this name counts; what was reopened without a new day waits for one, whatever it had. */
function whyUndated({ issue, lateness }: IssueStanding): string {
  if (lateness.kind !== 'no-date') return deadlineGroups[issue.deadline.kind];
  if (lateness.why === 'unread') return UNREAD;
  return lateness.why === 'reopened' ? REOPENED : deadlineGroups[issue.deadline.kind];
}

/** The months in which something falls due, oldest first. */
export function dueMonths(face: Face): DueMonth[] {
  const parts = partViews(face.standing, 'dueOn', dayAddress).filter(({ key }) => key !== '');
  const months = Map.groupBy(parts, ({ key }) => key.slice(0, 7));
  return [...months].map(([month, days]) => dueMonth(face, month, days));
}

/** The last `count` months up to the last one in which something falls due, those without any in their places. */
export function lastMonths(
  months: readonly DueMonth[],
  count: number,
): Pick<DueMonth, 'month' | 'total' | 'unfinished'>[] {
  const [first, last] = [months.at(0)?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const end = ordinal(last);
  const begin = Math.max(ordinal(first), end - count + 1);
  const known = new Map(months.map((one) => [one.month, one]));
  return Array.from({ length: end - begin + 1 }, (_, at) => {
    const year = String(Math.floor((begin + at) / 12));
    const month = `${year}-${String(((begin + at) % 12) + 1).padStart(2, '0')}`;
    return known.get(month) ?? { month, total: 0, unfinished: 0 };
  });
}

/** Months since the year 0. */
function ordinal(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function dueMonth(face: Face, month: string, parts: readonly PartView[]): DueMonth {
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const isLong = total > ROWS_A_PAGE;
  return {
    month,
    name: monthInWords(month),
    href: monthAddress(month),
    total,
    unfinished: parts.reduce((sum, part) => sum + part.unfinished, 0),
    days: parts.map((part) => ({
      day: dayView(part.key, face.today),
      href: isLong ? part.href : dayInMonthAddress(part.key),
      part: { ...part, rows: soonestFirst(face, part.rows) },
      daysLeft: daysBetween(face.today, part.key),
    })),
    isLong,
  };
}

/** The weeks of a month from Monday on, with what falls due. */
export function monthGrid(face: Face, month: DueMonth): (GridDay | undefined)[][] {
  const first: Day = `${month.month}-01`;
  const size = daysInMonth(Number(month.month.slice(0, 4)), Number(month.month.slice(5)));
  const due = new Map(month.days.map((one) => [one.day.iso, one]));
  const cells: (GridDay | undefined)[] = Array.from({ length: weekdayOf(first) - 1 });
  for (let index = 0; index < size; index += 1) {
    const day = addDays(first, index);
    cells.push({
      day: dayView(day, face.today),
      date: index + 1,
      isToday: day === face.today,
      dayOff: !isWorkday(day).workday,
      due: due.get(day),
    });
  }
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The rows of a day. */
export function rowsOfDay(face: Face, day: DueDay): IssueRow[] {
  return issueRows(face, day.part.rows);
}
