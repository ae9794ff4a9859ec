/** 符号: signs of Word's picture fonts that people use in forms, as the signs that every font has. */

const WINGDINGS = new Map([
  [0x4e, '☹'],
  [0x4a, '☺'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x70, '□'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0xa7, '■'],
  [0xa8, '☐'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xfb, '×'],
  [0xfc, '√'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
const WINGDINGS_2 = new Map([
  [0x4f, '×'],
  [0x50, '√'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0x2a, '☐'],
  [0xa3, '☐'],
]);
const fonts = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
]);

/** True for a font that shows signs in the place of letters. */
export function isPictureFont(font: string): boolean {
  return fonts.has(font.toLowerCase());
}

/** The sign that a font shows for a code in hexadecimal; undefined where it is not known, for nothing is guessed. */
export function symbolOf(font: string, code: string): string | undefined {
  const number = Number.parseInt(code, 16);
  if (Number.isNaN(number)) return undefined;
  const small = number >= 0xf000 ? number - 0xf000 : number;
  const named = fonts.get(font.toLowerCase());
  if (named !== undefined) return named.get(small);
  return number >= 0xe000 && number <= 0xf8ff ? undefined : String.fromCodePoint(number);
}
