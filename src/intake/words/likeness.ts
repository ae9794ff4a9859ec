/** 相似: how near two names are, for offering candidates. It is never used to decide. */
import { distance } from 'fastest-levenshtein';

/** From 0 to 1; an abbreviation whose characters all stand in the longer name in their order counts 0.8. */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const byEdits = 1 - distance(a, b) / long.length;
  return short.length >= 2 && isAbbreviation(short, long) ? Math.max(byEdits, 0.8) : byEdits;
}

function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

/** The entries whose likeness reaches `least`, the nearest first, at most `most`. */
export function mostAlike<T>(
  word: string,
  entries: Iterable<readonly [name: string, entry: T]>,
  least = 0.5,
  most = 5,
): T[] {
  const best = new Map<T, number>();
  for (const [name, entry] of entries) {
    const value = likeness(word, name);
    if (value >= least) best.set(entry, Math.max(value, best.get(entry) ?? 0));
  }
  return [...best]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([entry]) => entry);
}
