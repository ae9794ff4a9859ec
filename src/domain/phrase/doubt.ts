/** 疑问: words that can be read in more than one way, with the readings they leave, and phrases that are no deadline. */
import { type Day, dayOf, inWords } from '../../day/calendar.ts';
import type { Option } from './date/scope.ts';

/** Why words are not read, and each reading they leave as a Chinese sentence. */
export interface Doubt {
  kind: 'doubt';
  end: number;
  why: string;
  candidates: string[];
}

/** A reading put to a person: 不含8月，截止日为2024年7月31日. */
export function asCandidate({ note, day }: Option): string {
  return `${note}，截止日为${inWords(day)}`;
}

const DUE = /截止日为(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日/u;
const UNTIL = /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日(?:\d{2}:\d{2})?截止/u;

/** The due day that a reading offers, never the day from which it counts; undefined where it offers none. */
export function dueOfCandidate(candidate: string): Day | undefined {
  const { y, m, d } = (DUE.exec(candidate) ?? UNTIL.exec(candidate))?.groups ?? {};
  return y === undefined ? undefined : dayOf(Number(y), Number(m), Number(d));
}
