/**
 * Text → tokens that Pagefind indexes and finds exactly.
 *
 * Pagefind splits Chinese in one way when it indexes and in another when it is asked, so words go missing. We split
 * before it sees anything: every two neighbouring characters are one token written in Latin letters, so that any part
 * of a word is a phrase of tokens and a phrase search is exact. Shared by the build and the browser.
 */

import { crossesJoint } from './joint.ts';

/** Stands between fields and passages, so that no phrase reaches from one into the next. */
export const GAP = 'qq';
/** Every token of text begins with it, so that Pagefind takes none for a number. */
const MARK = 'a';
/** Ends a token of what a result shows, and of what it does not: who asks for words that are seen finds them first. Side by side, both lie in one file of the index. */
const END = { shown: 's', further: 't' } as const;
/** Stands before the end of a pair of which each half belongs to another word (人民政府): it is not the pair alone (民政). */
const JOINT = 'j';

/** What two writings of the same thing become: full width → half width, lower case. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Passages without a break: Han characters, Latin letters, digits. Punctuation and spaces only separate. */
export function searchPassages(text: string): string[] {
  return normalize(text).match(/[\p{Script=Han}a-z0-9]+/gu) ?? [];
}

/** The units of a passage: one Han character, or a whole word or number. */
function unitsOf(passage: string): string[] {
  return passage.match(/\p{Script=Han}|[a-z]+|[0-9]+/gu) ?? [];
}

/** A unit in Latin letters; none is the beginning of another. */
function code(unit: string): string {
  return /^[a-z0-9]/u.test(unit)
    ? `${[...unit].map((letter) => `v${letter}`).join('')}x`
    : (unit.codePointAt(0) ?? 0).toString(36).padStart(4, '0');
}

function pairsOf(units: readonly string[]): string[] {
  // A run of letters or digits takes one place, as everything else, and so does a character of two halves (𬭎).
  const places = units.map((unit) => (/^[a-z0-9]/u.test(unit) || unit.length > 1 ? ' ' : unit));
  const text = places.join('');
  return units.slice(0, -1).map((unit, index) => {
    const joint = crossesJoint(text, index, 2) ? JOINT : '';
    return `${MARK}${code(unit)}${code(units[index + 1] ?? '')}${joint}${END.further}`;
  });
}

/** The tokens of a text for the index. */
export function indexTokens(text: string): string[] {
  const passages = searchPassages(text).map(unitsOf);
  const pairs = passages.flatMap((units, index) => [
    ...(index > 0 ? [GAP] : []),
    ...pairsOf(units),
  ]);
  // The last unit of a passage begins no pair; alone, and after a gap, it can be found as a prefix.
  return [
    ...pairs,
    ...passages.flatMap((units) => [GAP, `${MARK}${code(units.at(-1) ?? '')}${END.further}`]),
  ];
}

/** What is asked of Pagefind for one passage of a question: tokens side by side, or the beginning of a token. */
export interface QueryPhrase {
  tokens: readonly string[];
  /** A single unit: asked as a prefix, without quotation marks. */
  prefix: boolean;
}

/** The phrases of a question, all of which must be found. */
export function askedPhrases(question: string): QueryPhrase[] {
  return searchPassages(question).map((passage) => {
    const units = unitsOf(passage);
    return units.length === 1
      ? { tokens: [`${MARK}${code(units[0] ?? '')}`], prefix: true }
      : { tokens: pairsOf(units), prefix: false };
  });
}

/** Tokens, or a question of them, for what a result shows. */
export function shownTokens(tokens: string): string {
  return tokens.replaceAll(
    new RegExp(`\\b(${MARK}[0-9v][0-9a-z]*)${END.further}\\b`, 'gu'),
    `$1${END.shown}`,
  );
}
