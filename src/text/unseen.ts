/**
 * 看不见的字符: what may stand in a record, a cell or a name. Everything that XML 1.0 can hold and a person can see; a
 * character that draws nothing stays only where the writing of a script or a picture sign needs it.
 *
 * Refused: control characters, halves of surrogate pairs, code points that are no character in any plane, private use,
 * marks of writing direction, separators, fillers, tags, and whatever else Unicode says may be ignored.
 */

export interface Unseen {
  readonly char: string;
  /** In UTF-16 units from 0. */
  readonly index: number;
}

/** Signs of Arabic and Kaithi numbers and of Syriac that count as format characters but are drawn. */
const VISIBLE = String.raw`\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}`;
const SUSPECT = new RegExp(
  String.raw`(?![\t\n\r${VISIBLE}])[\p{Cc}\p{Cs}\p{Co}\p{Cf}\p{NChar}\p{DI}\u2028\u2029\u2800]`,
  'gu',
);

/** Scripts whose letters are joined or kept apart by U+200C and U+200D. */
const JOINED =
  /^[\p{scx=Arabic}\p{scx=Syriac}\p{scx=Nko}\p{scx=Mongolian}\p{scx=Phags_Pa}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Gurmukhi}\p{scx=Gujarati}\p{scx=Oriya}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const LETTER = /^[\p{L}\p{M}]$/u;
/** What may be drawn in another way by a variation selector. */
const VARIED = /^[\p{Ideographic}\p{S}\p{P}\p{Emoji}\p{sc=Myanmar}\p{sc=Phags_Pa}]$/u;
const MONGOLIAN = /^[\p{sc=Mongolian}]$/u;
const PICTURE = /^[\p{ExtPict}\p{EMod}\ufe0f]$/u;

/** All characters of a text that may not stand in it, from the left. */
export function unseenIn(text: string): Unseen[] {
  return [...text.matchAll(SUSPECT)].flatMap(({ 0: char, index }) =>
    isNeeded(text, index, char) ? [] : [{ char, index }],
  );
}

/** True where a person can see all that a value says, however deep it lies. */
export function isSeen(value: unknown): boolean {
  if (typeof value === 'string') return unseenIn(value).length === 0;
  return typeof value !== 'object' || value === null || Object.values(value).every(isSeen);
}

/** True where what stands before or behind a character needs it. */
function isNeeded(text: string, index: number, char: string): boolean {
  const before = charBefore(text, index);
  const after = String.fromCodePoint(text.codePointAt(index + char.length) ?? 0x20);
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x20_0d && PICTURE.test(before) && PICTURE.test(after)) return true;
  if (code === 0x20_0c || code === 0x20_0d) return JOINED.test(before) && LETTER.test(before);
  if (code >= 0x18_0b && code <= 0x18_0f) return MONGOLIAN.test(before);
  if ((code >= 0xfe_00 && code <= 0xfe_0f) || (code >= 0xe_01_00 && code <= 0xe_01_ef))
    return VARIED.test(before);
  return false;
}

function charBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  const isPair = low >= 0xdc_00 && low <= 0xdf_ff && index > 1;
  return text.slice(isPair ? index - 2 : Math.max(0, index - 1), index);
}

/**
 * The text without them. What somebody else's screen may have shown as a box (private use, halves of pairs, no
 * characters) leaves U+FFFD behind, so that nobody takes the rest for the whole.
 */
export function withoutUnseen(text: string): string {
  return replaced(text, (char) => (/[\p{Co}\p{Cs}\p{NChar}]/u.test(char) ? '\ufffd' : ''));
}

/** The text with a dot in their places, for showing. */
export function unseenDotted(text: string): string {
  return replaced(text, () => '\u00b7');
}

function replaced(text: string, by: (char: string) => string): string {
  const found = unseenIn(text);
  if (found.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { char, index } of found) {
    result += text.slice(at, index) + by(char);
    at = index + char.length;
  }
  return result + text.slice(at);
}

/** `U+202E`. */
export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
