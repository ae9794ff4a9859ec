/** 文字片段: what stands in a paragraph or cell of a Word document while it is gathered. */
import { keepTo, type Tally } from '../limits.ts';
import type { PictureBytes, PictureStore } from '../picture.ts';
import type { Relations } from '../zip/part.ts';
import type { XmlNode } from '../zip/xml.ts';
import type { Around } from './around.ts';
import { isPictureFont, symbolOf } from './symbol.ts';

/** What a document's parts share while it is read. */
export interface Doc {
  around: Around;
  relations: Relations;
  pictures: PictureStore;
  tally: Tally;
  /** Fields reach over paragraphs: the state of those that are open. */
  fields: { isShown: boolean; link?: string | undefined; instruction: string }[];
}

/** What stands in a paragraph or cell. */
export interface WordPiece {
  text: string;
  struck: string;
  hidden: string;
  links: string[];
  pictures: PictureBytes[];
  comments: string[];
  /** Text boxes with their paragraphs and tables. */
  boxes: XmlNode[];
  /** Notes referred to, as `Around` names them. */
  notes: string[];
  /** What cannot be put into words, in Chinese. */
  unread: string[];
}

export function emptyPiece(): WordPiece {
  return {
    text: '',
    struck: '',
    hidden: '',
    links: [],
    pictures: [],
    comments: [],
    boxes: [],
    notes: [],
    unread: [],
  };
}

/** How a run is shown. */
export interface RunState {
  font?: string | undefined;
  isStruck?: boolean | undefined;
  isHidden?: boolean | undefined;
}

/** The text of a run as its font shows it: WPS and LibreOffice write the signs of picture fonts as letters. */
export function inFont(text: string, piece: WordPiece, { font }: RunState): string {
  if (font === undefined || !isPictureFont(font)) return text;
  return [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      const isPrivate = code >= 0xe000 && code <= 0xf8ff;
      const sign = symbolOf(font, code.toString(16));
      if (sign === undefined && isPrivate)
        piece.unread.push(`${font}字体的符号 ${code.toString(16)}`);
      return sign ?? (isPrivate ? '' : char);
    })
    .join('');
}

/** Adds the words of a run where they belong. */
export function addText(
  text: string,
  piece: WordPiece,
  { fields, tally }: Doc,
  { isStruck, isHidden }: RunState,
): void {
  if (fields.some(({ isShown }) => !isShown)) return;
  for (const { link } of fields) addLink(link, piece, tally);
  keepTo('paragraph', piece.text.length);
  if (isHidden === true) piece.hidden += text;
  else if (isStruck === true) piece.struck += text;
  else piece.text += text;
}

export function addLink(target: string | undefined, piece: WordPiece, tally: Tally): void {
  if (target === undefined || target === '' || piece.links.at(-1) === target) return;
  tally.add('links');
  piece.links.push(target);
}
