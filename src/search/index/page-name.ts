/**
 * How Pagefind's list calls an issue: its place among the issues in hexadecimal digits, the last digit first. What
 * stands side by side then differs at the front and ends alike, which is what gzip makes shortest of all that was tried.
 */
const BASE = 16;

export const pageName = (place: number): string => turned(place.toString(BASE));

export const placeOf = (name: string): number => Number.parseInt(turned(name), BASE);

function turned(digits: string): string {
  return [...digits].toReversed().join('');
}
