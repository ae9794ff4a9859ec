/** 点到的: what reading a circular finds, for proposing, asking and telling. */
import type { PaperPlace } from '../../../paper/sheet.ts';
import type { Mention } from './mentions.ts';
import type { ListVerdict } from '../verdict.ts';

/** An account that a circular names. */
export interface NamedMention {
  mention: Mention;
  place: PaperPlace;
  /** The sentence, as written. */
  sentence: string;
  /** What is said to be wrong, each problem by itself. */
  findings: string[];
  /** Why nothing is proposed: nothing is wrong, or it is mended; `unclear` where a person has to say. */
  why?: ListVerdict['why'];
  /** What it might be. */
  guesses: string[];
  /** How many names the sentence says its list has, where it says so, and how many it has. */
  told?: { count: number; names: number } | undefined;
}

/** A sentence that seems to name an account which was not recognised. */
export interface UnreadSentence {
  sentence: string;
  place: PaperPlace;
}
