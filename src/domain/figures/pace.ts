/** 用时: whole days from the beginning of a round to its closing. */
import { daysBetween } from '../../day/calendar.ts';
import { type FigureValue, median } from './figure-value.ts';
import type { IssueStanding, Standing } from '../issue/standing.ts';
import type { Figure } from './figure.ts';

/** Days from the round's start (listing or reopening) to its closing; undefined while it is not closed. */
function daysToClose({ history: { round } }: IssueStanding): number | undefined {
  return round.closedOn === undefined ? undefined : daysBetween(round.startedOn, round.closedOn);
}

/** The days to close of every closed issue, and their median. */
function closingPace({ issues }: Standing): FigureValue {
  const closed = issues.flatMap((issue) => {
    const days = daysToClose(issue);
    return days === undefined ? [] : [{ id: issue.id, days }];
  });
  const days = closed.map((one) => one.days);
  return { kind: 'days', median: median(days), days, rows: closed.map(({ id }) => id) };
}

export const paceFigures: readonly Figure[] = [
  {
    id: 'days-to-close',
    name: '销号用时（中位数）',
    definition:
      '已销号的问题从列入清单（重启的从重启日）到销号日的自然日数，取中位数；同一天为 0 天。',
    unit: '天',
    basis: 'rows',
    rowKind: 'issue',
    group: 'pace',
    value: closingPace,
  },
];
