/** 疑问: words that can be read in more than one way, with the readings they leave, and phrases that are no deadline. */
import { inWords } from '../../day/calendar.ts';
import type { Option } from './scope.ts';

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
