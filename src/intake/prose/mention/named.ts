/** 点到的: what reading a circular finds, for proposing, asking and telling. */
import type { PaperPlace } from '../../../paper/sheet.ts';
import type { Mention } from './mentions.ts';

/** Why nothing is proposed of an account. */
export type WhyNot = 'nothing' | 'mended' | 'unclear';

/** An account that a circular names. */
export interface NamedMention {
  mention: Mention;
  place: PaperPlace;
  /** The sentence, as written. */
  sentence: string;
  /** What is said to be wrong, each problem by itself. */
  findings: string[];
  /** Why nothing is proposed: nothing is wrong, or it is mended; `unclear` where a person has to say. */
  why?: WhyNot | 'cancelled' | undefined;
  /** What it might be. */
  guesses: string[];
  /** How many names the sentence says its list has, where it says so, and how many it has. */
  told?: { count: number; names: number } | undefined;
  /** By when it has to be mended, where keys and values say it. */
  limit?: string;
  /** The point of a list that it begins. */
  item?: ListItem;
  /** What is said of it, where it was understood neither as wrong nor as well. */
  left?: string;
  /** What stands above it says that problems follow. */
  isAmidFaults?: boolean;
  /** What stands above it is about how things stand in general, what is asked or what was done. */
  isOutside?: boolean;
  /** What is wrong with it stands behind 问题：. */
  isKeyed?: boolean;
  /** The heading of its own point says that something is wrong. */
  isUnderFault?: boolean;
  /** The part of the paper (一、, （一）) that names it. */
  section?: number;
  /** Of an office: the website whose column is spoken of. */
  site?: string;
  /** 已于4月30日办结: what a point says has become of it. */
  status?: string;
}

/** The words of a point behind its account, and the number before it; NaN where it has none. */
export interface ListItem {
  words: string;
  number: number;
  /** All is well, as it says. */
  isWell: boolean;
}

/** A sentence that seems to name an account which was not recognised. */
export interface UnreadSentence {
  sentence: string;
  place: PaperPlace;
}

/** 武汉市个别栏目5年未更新: something is said, and nobody knows of whom. */
export function isUnclear({ why, guesses }: NamedMention): boolean {
  return why === 'unclear' && guesses.length > 0;
}

/** Adds a sentence that was not understood, unless it is the last one already. */
export function addUnread(all: UnreadSentence[], sentence: string, place: PaperPlace): void {
  const last = all.at(-1);
  const isTold = last?.sentence === sentence && last.place.row === place.row;
  if (!isTold) all.push({ sentence, place });
}

/** Remembers which platform a name was first read with. */
export function keepPlatforms(
  platforms: Map<string, string>,
  named: readonly NamedMention[],
): void {
  for (const { mention } of named) {
    const { name, platform } = mention;
    if (!platforms.has(name) && platform !== '') platforms.set(name, platform);
  }
}

/** The platform of names that have one and the same. */
export function onlyPlatform(named: readonly NamedMention[]): string | undefined {
  const [only, ...others] = new Set(named.map(({ mention }) => mention.platform));
  return others.length > 0 || only === '' ? undefined : only;
}
