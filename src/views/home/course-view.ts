/** 走势: what was not finished, and late, at the end of each month and today, on a true axis of days. */
import { daysBetween, monthOf, yearOf } from '../../day/calendar.ts';
import { dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { coursePoints } from '../trend/course-points.ts';

export interface CourseView {
  /** `at`: the place of the day from 0 (first) to 1 (today). */
  readonly points: readonly {
    readonly at: number;
    readonly unfinished: number;
    readonly overdue: number;
  }[];
  /** The highest number of unfinished ones. */
  readonly most: number;
  /** The ends of the axis: 2024年9月底, 6月15日. */
  readonly first: string;
  readonly last: string;
  readonly unfinished: number;
  readonly overdue: number;
}

/** Undefined where no month has ended yet. */
export function courseView(face: Face): CourseView | undefined {
  const { today } = face;
  const points = coursePoints(face);
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return undefined;
  const days = daysBetween(first.on, today);
  return {
    points: points.map(({ on, unfinished, overdue }) => ({
      at: daysBetween(first.on, on) / days,
      unfinished,
      overdue,
    })),
    most: Math.max(1, ...points.map(({ unfinished }) => unfinished)),
    first: `${String(yearOf(first.on))}年${String(monthOf(first.on))}月底`,
    last: dayView(today, today).short,
    unfinished: last.unfinished,
    overdue: last.overdue,
  };
}
