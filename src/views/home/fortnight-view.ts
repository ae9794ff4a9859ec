/** 今后两周: what falls due on each of the next fourteen days and is not handed in yet, with the days off. */
import { addDays, dateOf } from '../../day/calendar.ts';
import { isWorkday, lastWorkdayOnOrBefore } from '../../day/workday.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { comingAddress, issueAddress } from '../address.ts';
import { shownDay, type DayView, dayView, shownSpan } from '../day-view.ts';
import { comingDue, isOwed } from '../due/coming-view.ts';
import { dueDays } from '../due/due-view.ts';
import { type Face, isPast } from '../face.ts';
import { unitRef } from '../names.ts';
import { shortName } from '../unit/short-name.ts';

export interface FortnightDay {
  readonly day: DayView;
  /** 15, or 7月1日 on the first of a month. */
  readonly date: string;
  readonly isToday: boolean;
  readonly dayOff: boolean;
  readonly due: number;
  /** The place of the day among the last days; undefined where nothing falls due. */
  readonly href: string | undefined;
}

export interface FortnightView {
  /** 今后两周; of a ledger of the past 统计日起两周. */
  readonly title: string;
  /** 6月15日至6月28日, the fourteen days. */
  readonly span: string;
  /** What falls due and is still to be handed in. */
  readonly total: number;
  /** 今后30天（6月15日至7月14日）到期还没有申请验收的18个, and their list; undefined where there are none. */
  readonly coming:
    { readonly words: string; readonly count: number; readonly href: string } | undefined;
  /** 6月15日至6月28日到期12个，其中还没有申请验收11个: what all last days are, and what of it counts here. */
  readonly words: string;
  /**
   * What stands where no day holds any, a sentence: 6月15日至6月28日没有到期的问题。 or, where what falls due was handed in
   * or has ended, the words above. Undefined where a day holds some.
   */
  readonly none: string | undefined;
  /** The first day after them on which something falls due, in a sentence; undefined where they hold some. */
  readonly next: string | undefined;
  readonly days: readonly FortnightDay[];
  /** The first that fall due, beside the calendar on a wide screen: inside only. */
  readonly first: readonly DueSoon[];
  /** 6月21日是休息日，到期2个，建议6月18日前报。 */
  readonly hints: readonly string[];
}

/** An issue that falls due: its day, its unit in short, what is wrong and its page. */
export interface DueSoon {
  readonly day: DayView;
  readonly unit: string;
  readonly finding: string;
  readonly href: string;
}

const DAYS = 14;

/** As many as stand beside what waits for whom. */
const FIRST = 8;

export function fortnightView(face: Face): FortnightView {
  const { standing, today } = face;
  const past = isPast(face);
  const due = Map.groupBy(standing.issues.filter(isOwed), ({ history }) => history.round.dueOn);
  const places = new Map(dueDays(face).map(({ day, href }) => [day.iso, href]));
  const last = addDays(today, DAYS - 1);
  const later = [...due].flatMap(([on, { length }]) =>
    on === undefined || on <= last ? [] : [{ on, count: length }],
  );
  const [next] = later.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const days = Array.from({ length: DAYS }, (_, at): FortnightDay => {
    const iso = addDays(today, at);
    const day = dayView(iso, today);
    const count = due.get(iso)?.length ?? 0;
    return {
      day,
      date: dateOf(iso) === 1 ? day.short : String(dateOf(iso)),
      isToday: at === 0,
      dayOff: !isWorkday(iso).workday,
      due: count,
      href: count === 0 ? undefined : places.get(iso),
    };
  });
  const total = days.reduce((sum, one) => sum + one.due, 0);
  const coming = next && nextInWords(shownDay(face, next.on), next.count, past ? undefined : today);
  const all = standing.issues.filter(({ history: { round } }) =>
    days.some(({ day }) => day.iso === round.dueOn),
  ).length;
  const span = shownSpan(face, today, last);
  const words = `${span}到期${String(all)}个，其中还没有申请验收${String(total)}个`;
  const none = all === 0 ? `${span}没有到期的问题。` : `${words}。`;
  return {
    title: past ? '统计日起两周' : '今后两周',
    span,
    total,
    words,
    none: total === 0 ? none : undefined,
    coming: comingOf(face),
    next: total === 0 ? coming : undefined,
    days,
    first: firstDue(face, due, days),
    hints: days.flatMap((one) => hintOf(one, past ? undefined : today)),
  };
}

function firstDue(
  face: Face,
  due: ReadonlyMap<string | undefined, readonly IssueStanding[]>,
  days: readonly FortnightDay[],
): DueSoon[] {
  if (face.audience === 'public') return [];
  return days
    .flatMap(({ day }) =>
      (due.get(day.iso) ?? []).map(({ id, issue, unit }) => ({
        day,
        unit: shortName(face.ledger, unitRef(face.ledger, unit).name),
        finding: issue.finding,
        href: issueAddress(id),
      })),
    )
    .slice(0, FIRST);
}

function comingOf(face: Face): FortnightView['coming'] {
  const { days, span, issues } = comingDue(face);
  if (issues.length === 0) return undefined;
  return {
    words: `${isPast(face) ? '统计日起' : '今后'}${String(days)}天（${span}）到期、还没有申请验收的`,
    count: issues.length,
    href: comingAddress,
  };
}

/** `today`: undefined where nobody is advised any more. */
function hintOf({ day, dayOff, due }: FortnightDay, today: string | undefined): string[] {
  if (!dayOff || due === 0) return [];
  return [`${day.short}是休息日，到期${String(due)}个${adviceFor(day, today)}。`];
}

function nextInWords(day: DayView, count: number, today: string | undefined): string {
  const off = isWorkday(day.iso).workday ? '' : `，当天是休息日${adviceFor(day, today)}`;
  return `下一个截止日是${day.short}（${day.weekday}），到期${String(count)}个${off}。`;
}

/** To hand in by the last working day before a day off; nothing where that is already over. */
function adviceFor(day: DayView, today: string | undefined): string {
  if (today === undefined) return '';
  const before = lastWorkdayOnOrBefore(day.iso).day;
  return before < today ? '' : `，建议${dayView(before, today).short}前报`;
}
