/**
 * 经过按时间画: between the steps of a story stands how long nothing came, as long as it lasted; the last day of a round
 * stands where it fell, and what a unit let pass after it is late. Late only where the site may call the campaign's
 * issues late, and only while the work was the unit's own: what it had handed in waits for somebody else.
 */
import { type Day, daysBetween } from '../../day/calendar.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import { valueOn } from '../../domain/setting.ts';
import { type State, WITH_UNIT } from '../../domain/issue/transition.ts';
import { type DayView, dayView } from '../day-view.ts';
import { type Face, mayCallLate } from '../face.ts';
import type { StoryEntry } from './story-view.ts';

/** The time before a part in which nothing came. */
export interface Wait {
  readonly days: number;
  /** Its length in a picture, a step for each two weeks begun; half a year and more is the longest. */
  readonly size: number;
  readonly late: boolean;
}

export type StoryPart = { readonly wait: Wait | undefined } & (
  | { readonly kind: 'step'; readonly entry: StoryEntry }
  /** The last day of a round, where it passed before the unit had handed in. */
  | { readonly kind: 'due'; readonly on: DayView; readonly late: boolean }
  /** The day of the page, of what is not finished. */
  | { readonly kind: 'now'; readonly on: DayView; readonly late: boolean }
);

/** Half a year in steps of two weeks. */
const LONGEST = 13;

interface Stop {
  readonly on: Day;
  readonly round: number;
  readonly after: State;
  readonly part: (late: boolean) => StoryPart;
}

/** The parts of the story, oldest first. */
export function storyParts(
  face: Face,
  one: IssueStanding,
  entries: readonly StoryEntry[],
): StoryPart[] {
  const steps = entries.map((entry): Stop => ({
    on: entry.on.iso,
    round: entry.round,
    after: entry.after,
    part: () => ({ kind: 'step', entry, wait: undefined }),
  }));
  const stops = withToday(face, one, withLastDays(face, one, steps));
  const callsLate = mayCallLate(face, one.issue.campaign);
  return stops.map((stop, at) => {
    const before = stops[at - 1];
    if (before === undefined) return stop.part(false);
    const late = callsLate && before.round === stop.round && isLate(face, one, before, stop.on);
    const count = daysBetween(before.on, stop.on);
    return { ...stop.part(late), wait: count > 0 ? waitOf(count, late) : undefined };
  });
}

function waitOf(days: number, late: boolean): Wait {
  return { days, size: Math.min(LONGEST, Math.ceil(days / 14)), late };
}

/** The last day of each round stands before what came after it, unless the unit had handed in by then. */
function withLastDays(face: Face, { history }: IssueStanding, steps: readonly Stop[]): Stop[] {
  const stops = [...steps];
  for (const { number, dueOn } of history.rounds) {
    if (dueOn === undefined || dueOn >= face.today) continue;
    const before = stops.findLastIndex(({ round, on }) => round === number && on <= dueOn);
    const last = stops[before];
    if (last === undefined || !WITH_UNIT.has(last.after)) continue;
    const due: Stop = {
      on: dueOn,
      round: number,
      after: last.after,
      part: (late) => ({ kind: 'due', on: dayView(dueOn, face.today), late, wait: undefined }),
    };
    stops.splice(before + 1, 0, due);
  }
  return stops;
}

function withToday(face: Face, one: IssueStanding, stops: readonly Stop[]): Stop[] {
  const last = stops.at(-1);
  if (last === undefined || !isUnfinished(one) || last.on >= face.today) return [...stops];
  const { today } = face;
  // Where late units are not named, neither is the silence behind a last day.
  if (!mayCallLate(face, one.issue.campaign)) return [...stops];
  const now: Stop = {
    on: today,
    round: last.round,
    after: last.after,
    part: (late) => ({ kind: 'now', on: dayView(today, today), late, wait: undefined }),
  };
  return [...stops, now];
}

/** True for a time that begins at or after the last day of its round, beyond the office's grace. */
function isLate({ ledger }: Face, { history }: IssueStanding, from: Stop, until: Day): boolean {
  const dueOn = history.rounds.find(({ number }) => number === from.round)?.dueOn;
  if (dueOn === undefined || from.on < dueOn || !WITH_UNIT.has(from.after)) return false;
  return daysBetween(dueOn, until) > valueOn(ledger.vocabulary.timing.graceDays, dueOn);
}
