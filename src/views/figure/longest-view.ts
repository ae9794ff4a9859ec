/** 最久: of what a figure counts, the issue that has lasted for longest. */
import { type Day, daysBetween } from '../../day/calendar.ts';
import { waitingSince } from '../../domain/issue/deadline/waiting.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import type { Face } from '../face.ts';
import { namedFigureRows } from './figure-view.ts';

export interface Longest {
  readonly one: IssueStanding;
  readonly days: number;
}

/** Since when an issue counts in a figure; the figures of which it says something. */
const since = {
  overdue: ({ history }) => history.round.dueOn,
  unfinished: ({ history }) => history.round.startedOn,
  'to-verify': ({ history }) => waitingSince(history),
  held: ({ history }) => waitingSince(history),
  'review-due': ({ history }) => history.round.reviewOn,
} as const satisfies Readonly<Record<string, (one: IssueStanding) => Day | undefined>>;
export type LastingFigure = keyof typeof since;
export const lastingFigures = Object.keys(since) as LastingFigure[];

/** Undefined where none has lasted a day, and where the face withholds some: one of these may have lasted longer. */
export function longestOf(face: Face, figure: LastingFigure): Longest | undefined {
  const { rows, withheld } = namedFigureRows(face, figure, rowsOf(figureOf(face.standing, figure)));
  if (withheld > 0) return undefined;
  const [first] = rows
    .flatMap((row) => {
      const one = face.issues.get(row);
      const from = one && since[figure](one);
      return one === undefined || from === undefined
        ? []
        : [{ one, days: daysBetween(from, face.today) }];
    })
    .toSorted((a, b) => b.days - a.days);
  return first === undefined || first.days <= 0 ? undefined : first;
}
