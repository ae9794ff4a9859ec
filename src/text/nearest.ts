/** 近似: the word that somebody most likely meant to write. */

/**
 * How many slips lie between two words: a character left out, added, mistaken, or two neighbours swapped. Stops
 * counting beyond `limit` and gives `limit + 1`.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, char] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      let steps = Math.min(
        (last[j] ?? 0) + (char === other ? 0 : 1),
        (last[j + 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
      );
      if (i > 0 && j > 0 && char === to[j - 1] && from[i - 1] === other)
        steps = Math.min(steps, (before[j - 1] ?? 0) + 1);
      row.push(steps);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[to.length] ?? limit + 1;
}

/** The word with the fewest slips, at most one in three characters; undefined when none is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let limit = Math.max(1, Math.floor([...word].length / 3));
  let best: string | undefined;
  for (const candidate of words) {
    const steps = slipsBetween(word, candidate, limit);
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
