/** 拼音: a name as syllables without tones, and whether Latin letters that were typed are meant for it. */

/** One name that can be typed in pinyin; made at build time, matched in the browser. */
export interface SpelledName {
  /** The name in Chinese. */
  name: string;
  /** Its syllables: 沙河路 → ['sha', 'he', 'lu']. */
  syllables: readonly string[];
}

/**
 * True when `letters` (a–z, no space) spells a run of syllables anywhere in the name: in full (shahe), by initials
 * (shl), or mixed (shahl). Each syllable after the first matched one gives at least its first letter.
 */
export function spells(letters: string, syllables: readonly string[]): boolean {
  return syllables.some((_, start) => matchesFrom(letters, syllables, start));
}

/** How well: 3 the whole name, 2 from its start, 1 somewhere, 0 not at all. */
export function spellingRank(letters: string, syllables: readonly string[]): 0 | 1 | 2 | 3 {
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  if (letters === syllables.join('') || letters === initials) return 3;
  if (matchesFrom(letters, syllables, 0)) return 2;
  return spells(letters, syllables) ? 1 : 0;
}

function matchesFrom(letters: string, syllables: readonly string[], start: number): boolean {
  if (letters === '') return true;
  const syllable = syllables[start];
  if (syllable === undefined) return false;
  for (let length = Math.min(syllable.length, letters.length); length >= 1; length -= 1) {
    if (
      letters.startsWith(syllable.slice(0, length)) &&
      matchesFrom(letters.slice(length), syllables, start + 1)
    )
      return true;
  }
  return false;
}
