/** 经过: the story of an issue, one entry a day and step. */
import type { Entry } from '../../schema/ledger.ts';
import type { Action, Update } from '../../schema/update.ts';
import type { Timing } from '../../schema/vocabulary.ts';
import { type Day, daysBetween } from '../../day/calendar.ts';
import { valueOn } from '../setting.ts';
import type { State } from './transition.ts';

/** One line of the story; `settled` is the passage that time alone brings. */
export interface TimelineEntry {
  readonly on: Day;
  readonly action: Action | 'listed' | 'settled';
  /** The update; undefined for `listed` and `settled`. */
  readonly update: Entry<Update> | undefined;
  /** The round in which the step ended. */
  readonly round: number;
  readonly before: State | undefined;
  readonly after: State;
  /** Both in words: what was accepted says what it waits for. */
  readonly words: { readonly before: string | undefined; readonly after: string };
  /** The day on which main received it, where Git knows. */
  readonly receivedOn: Day | undefined;
  /** Days from report to receipt, where that is more than 迟报天数 in force on the day of receipt allows. */
  readonly receivedLate: number | undefined;
  /** Why it does not count, as a Chinese sentence. */
  readonly refusal: string | undefined;
}

/** The names of the two entries that are no actions. */
export const passages = { listed: '列入清单', settled: '期满办结' } as const;

/** An entry that no update made. */
export function passageEntry(
  step: Pick<TimelineEntry, 'on' | 'round' | 'before' | 'after' | 'words'> & {
    action: keyof typeof passages;
  },
): TimelineEntry {
  return {
    ...step,
    update: undefined,
    receivedOn: undefined,
    receivedLate: undefined,
    refusal: undefined,
  };
}

/** The entry of an update, with its receipt where Git knows it. */
export function stepInWords(
  update: Entry<Update>,
  step: Pick<TimelineEntry, 'round' | 'before' | 'after' | 'words' | 'refusal'>,
  receivedOn: Day | undefined,
  timing: Timing,
): TimelineEntry {
  const { reportedOn: on, action } = update;
  return { ...step, on, action, update, receivedOn, receivedLate: lateBy(on, receivedOn, timing) };
}

/** What an update led from and to, in words: with the passage that time brings on the same day, where one follows. */
export function ledTo(
  timeline: readonly TimelineEntry[],
  update: string,
): TimelineEntry['words'] | undefined {
  const at = timeline.findIndex((entry) => entry.update?.id === update);
  const entry = timeline[at];
  if (entry === undefined) return undefined;
  const next = timeline[at + 1];
  const settles = next?.action === 'settled' && next.on === entry.on;
  return settles ? { ...entry.words, after: next.words.after } : entry.words;
}

/** The state at the end of a day; undefined before the listing. */
export function stateOn(timeline: readonly TimelineEntry[], day: Day): State | undefined {
  return timeline.findLast(({ on, refusal }) => on <= day && refusal === undefined)?.after;
}

function lateBy(on: Day, receivedOn: Day | undefined, timing: Timing): number | undefined {
  if (receivedOn === undefined) return undefined;
  const days = daysBetween(on, receivedOn);
  return days > valueOn(timing.lateReceiptDays, receivedOn) ? days : undefined;
}
