/** What the pictures of a trend page share: their size, their axes, and labels that never stand on each other. */
import { scaleLinear, scaleUtc } from 'd3-scale';

/** YYYY-MM-DD */
type Day = string;

/** Units of a picture. As wide as a phone, so that its words are 12 px and more there. */
export const WIDTH = 360;
export const HEIGHT = 220;
/** The size of words in a picture, in its units. */
export const WORDS = 13;
const LINE = 15;

/** The box of a picture in which things are drawn. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A true axis of days from the first to the last. */
export function dayAxis(days: readonly Day[], { left, right }: Box): (day: Day) => number {
  const [first = '', last = ''] = [days.at(0), days.at(-1)];
  const scale = scaleUtc([dateOf(first), dateOf(last)], [left, right]);
  return (day) => (first === last ? (left + right) / 2 : scale(dateOf(day)));
}

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Numbers from the lowest to the highest that is drawn, with round ticks. */
export function countAxis(low: number, high: number, { top, bottom }: Box) {
  const scale = scaleLinear([low, Math.max(high, low + 1)], [bottom, top]).nice(4);
  const ticks = scale.ticks(4).filter(Number.isInteger);
  return { at: (value: number) => scale(value), ticks };
}

/** The first day, each new year and the last day, as far as their words have room. */
export function dayTicks(
  days: readonly Day[],
  x: (day: Day) => number,
): { at: number; words: string }[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const name = (day: Day): string => `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月`;
  if (first === last) return [{ at: x(first), words: name(first) }];
  const ends = [
    { at: x(first), words: name(first) },
    { at: x(last), words: name(last) },
  ];
  const years = [...new Set(days.map((day) => day.slice(0, 4)))]
    .slice(1)
    .map((year) => ({ at: x(`${year}-01-01`), words: `${year}年` }))
    .filter(({ at }) => ends.every((end) => Math.abs(end.at - at) > 96));
  return [...ends, ...years].toSorted((a, b) => a.at - b.at);
}

/** Heights of labels as near to what is wanted as they can be without standing on each other, in the same order. */
export function setApart(wanted: readonly number[], { top, bottom }: Box): number[] {
  const order = wanted.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y || a.at - b.at);
  const found: number[] = [];
  let from = top;
  for (const [turn, { y, at }] of order.entries()) {
    // What is still to come needs its room below.
    const last = bottom - (order.length - 1 - turn) * LINE;
    const place = Math.min(Math.max(y, from), last);
    found[at] = place;
    from = place + LINE;
  }
  return found;
}
