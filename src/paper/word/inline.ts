/** 段内文字: the runs of a Word paragraph — text as shown, what is struck out or hidden, links, pictures, comments, fields. */
import { keepTo, type Tally } from '../limits.ts';
import type { PictureBytes, PictureStore } from '../picture.ts';
import type { Relations } from '../zip/part.ts';
import { attribute, descendants, element, elements, textIn, type XmlNode } from '../zip/xml.ts';
import { type Around, isPrompt, lookOf, toggled } from './around.ts';
import { checkBox, dropDown, hyperlinkIn } from './field.ts';
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
export interface Piece {
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

export function emptyPiece(): Piece {
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

interface State {
  font?: string | undefined;
  isStruck?: boolean | undefined;
  isHidden?: boolean | undefined;
}

/** Containers that only wrap what stands in them. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'rPr',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'rt',
  'instrText',
  'delText',
  'delInstrText',
  'Fallback',
  'fldData',
]);

/** Adds what a paragraph, or a part of one, holds. */
export function addInline(node: XmlNode, piece: Piece, doc: Doc, state: State = {}): void {
  for (const child of elements(node)) addOne(child, piece, doc, state);
}

function addOne(node: XmlNode, piece: Piece, doc: Doc, state: State): void {
  if (LEFT_OUT.has(node.name)) {
    if (node.name === 'instrText') {
      const field = doc.fields.at(-1);
      if (field && !field.isShown) field.instruction += textIn(node);
    }
    return;
  }
  switch (node.name) {
    case 'r':
      addInline(node, piece, doc, { ...state, ...runState(node, doc, state) });
      return;
    case 't':
      say(inFont(textIn(node), piece, state), piece, doc, state);
      return;
    case 'tab':
    case 'ptab':
      say('\t', piece, doc, state);
      return;
    case 'br':
      if (!/^(?:page|column)$/u.test(attribute(node, 'type') ?? '')) say('\n', piece, doc, state);
      return;
    case 'cr':
      say('\n', piece, doc, state);
      return;
    case 'noBreakHyphen':
      say('-', piece, doc, state);
      return;
    case 'sym': {
      const sign = symbolOf(attribute(node, 'font') ?? '', attribute(node, 'char') ?? '');
      if (sign === undefined)
        piece.unread.push(
          `${attribute(node, 'font') ?? ''}字体的符号 ${attribute(node, 'char') ?? ''}`,
        );
      else say(sign, piece, doc, state);
      return;
    }
    case 'hyperlink':
      addLink(doc.relations.get(attribute(node, 'id') ?? '')?.target, piece, doc.tally);
      addInline(node, piece, doc, state);
      return;
    case 'fldSimple':
      addLink(hyperlinkIn(attribute(node, 'instr') ?? ''), piece, doc.tally);
      addInline(node, piece, doc, state);
      return;
    case 'fldChar':
      turnField(node, piece, doc, state);
      return;
    case 'sdt':
      addControl(node, piece, doc, state);
      return;
    case 'commentReference':
      piece.comments.push(doc.around.comments.get(attribute(node, 'id') ?? '') ?? '');
      return;
    case 'footnoteReference':
    case 'endnoteReference':
      piece.notes.push(`${node.name.replace('Reference', '')} ${attribute(node, 'id') ?? ''}`);
      return;
    case 'drawing':
    case 'pict':
    case 'object':
      addDrawing(node, piece, doc);
      return;
    case 'AlternateContent':
      addInline(element(node, 'Choice') ?? element(node, 'Fallback') ?? node, piece, doc, state);
      return;
    case 'p':
      if (piece.text !== '') piece.text += '\n';
      addInline(node, piece, doc, state);
      return;
    default:
      addInline(node, piece, doc, state);
  }
}

function runState(run: XmlNode, { around }: Doc, state: State): State {
  const properties = element(run, 'rPr');
  if (properties === undefined) return {};
  const own = lookOf(properties);
  const style = around.styles.get(attribute(element(properties, 'rStyle'), 'val') ?? '');
  return {
    font: attribute(element(properties, 'rFonts'), 'ascii'),
    isStruck: own.isStruck ?? style?.isStruck ?? state.isStruck,
    isHidden: own.isHidden ?? style?.isHidden ?? state.isHidden,
  };
}

/** The text of a run as its font shows it: WPS and LibreOffice write the signs of picture fonts as letters. */
function inFont(text: string, piece: Piece, { font }: State): string {
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

function say(
  text: string,
  piece: Piece,
  { fields, tally }: Doc,
  { isStruck, isHidden }: State,
): void {
  if (fields.some(({ isShown }) => !isShown)) return;
  for (const { link } of fields) addLink(link, piece, tally);
  keepTo('paragraph', piece.text.length);
  if (isHidden === true) piece.hidden += text;
  else if (isStruck === true) piece.struck += text;
  else piece.text += text;
}

function addLink(target: string | undefined, piece: Piece, tally: Tally): void {
  if (target === undefined || target === '' || piece.links.at(-1) === target) return;
  tally.add('links');
  piece.links.push(target);
}

/** A field begins with its instruction, of which nothing is shown, and goes on with its result. */
function turnField(node: XmlNode, piece: Piece, doc: Doc, state: State): void {
  const type = attribute(node, 'fldCharType');
  if (type === 'begin') {
    keepTo('fields', doc.fields.length);
    doc.fields.push({ isShown: false, instruction: '' });
    const shown = checkBox(element(node, 'ffData')) ?? dropDown(element(node, 'ffData'));
    if (shown !== undefined) {
      const open = doc.fields.pop();
      say(shown, piece, doc, state);
      if (open) doc.fields.push(open);
    }
  } else if (type === 'separate') {
    const field = doc.fields.at(-1);
    if (field) {
      field.isShown = !/^\s*FORMDROPDOWN/u.test(field.instruction);
      field.link = hyperlinkIn(field.instruction);
    }
  } else if (type === 'end') doc.fields.pop();
}

/** A content control: a box that is ticked or not, or what was typed into it; the words that ask to type are no text. */
function addControl(node: XmlNode, piece: Piece, doc: Doc, state: State): void {
  const properties = element(node, 'sdtPr');
  const box = element(properties, 'checkbox');
  if (box !== undefined) say(toggled(box, 'checked') === true ? '☑' : '☐', piece, doc, state);
  else if (!isPrompt(node)) addInline(element(node, 'sdtContent') ?? node, piece, doc, state);
}

/** Pictures, text boxes, charts and objects of a drawing. */
function addDrawing(node: XmlNode, piece: Piece, doc: Doc): void {
  const object = descendants(node, 'OLEObject')[0];
  if (object !== undefined) {
    piece.unread.push(`嵌入的对象（${attribute(object, 'ProgID') ?? '类型不明'}）`);
    return;
  }
  if (descendants(node, 'control').length > 0) piece.unread.push('控件');
  piece.boxes.push(...descendants(node, 'txbxContent'));
  if (descendants(node, 'chart').length > 0) piece.unread.push('图表');
  if (descendants(node, 'relIds').length > 0) piece.unread.push('SmartArt 图形');
  for (const blip of descendants(node, 'blip', 'imagedata')) {
    const id = attribute(blip, 'embed') ?? attribute(blip, 'id') ?? attribute(blip, 'link') ?? '';
    const relation = doc.relations.get(id);
    const picture =
      relation && !relation.isExternal ? doc.pictures.get(relation.target) : undefined;
    if (picture !== undefined) piece.pictures.push(picture);
    else
      piece.unread.push(
        relation?.isExternal === true ? '图片不在文件里，只有它的地址' : '图片打不开',
      );
  }
  // A picture may be a link too.
  for (const click of descendants(node, 'hlinkClick')) {
    const relation = doc.relations.get(attribute(click, 'id') ?? '');
    if (relation?.isExternal === true) addLink(relation.target, piece, doc.tally);
  }
}
