/** Text inside a regular expression. */

/** A pattern that finds exactly this text, with the flag `u` too. */
export function patternOf(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
