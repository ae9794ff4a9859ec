/** 近似: the word that somebody most likely meant to write. */
import { distance } from 'fastest-levenshtein';

/** How many slips lie between two words: a character left out, added or mistaken, or two neighbours swapped, once. */
export function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  return slips === 2 && isSwapped(a, b) ? 1 : slips;
}

function isSwapped(a: string, b: string): boolean {
  const at = a.split('').findIndex((char, index) => char !== b[index]);
  const pair = a.slice(at, at + 2);
  return at >= 0 && `${a.slice(0, at)}${pair.slice(1)}${pair.slice(0, 1)}${a.slice(at + 2)}` === b;
}

/** The word with the fewest slips, at most one in three characters; undefined when none is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let limit = Math.max(1, Math.floor([...word].length / 3));
  let best: string | undefined;
  for (const candidate of words) {
    const steps = slipsBetween(word, candidate);
    if (steps > limit) continue;
    best = candidate;
    limit = steps - 1;
    if (limit < 0) break;
  }
  return best;
}

/** `是不是想写“x”？`, or nothing when no word is near. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = nearest(word, words);
  return near === undefined ? '' : `是不是想写“${near}”？`;
}
