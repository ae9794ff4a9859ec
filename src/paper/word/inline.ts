/** 段内文字: the runs of a Word paragraph — text as shown, what is struck out or hidden, links, pictures, comments, fields. */
import { keepTo } from '../limits.ts';
import { attribute, element, elements, textIn, type XmlNode } from '../zip/xml.ts';
import { isPrompt, lookOf, isToggled } from './around.ts';
import { addDrawing } from './drawing.ts';
import { tickBox, dropDown, hyperlinkIn } from './field.ts';
import { addLink, type Doc, inFont, type WordPiece, addText, type RunState } from './piece.ts';
import { symbolOf } from './symbol.ts';

/** Elements whose text nobody sees, or that say how something looks. */
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
export function addInline(node: XmlNode, piece: WordPiece, doc: Doc, state: RunState = {}): void {
  for (const child of elements(node)) addOne(child, piece, doc, state);
}

function addOne(node: XmlNode, piece: WordPiece, doc: Doc, state: RunState): void {
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
      addText(inFont(textIn(node), piece, state), piece, doc, state);
      return;
    case 'tab':
    case 'ptab':
      addText('\t', piece, doc, state);
      return;
    case 'br':
      if (!/^(?:page|column)$/u.test(attribute(node, 'type') ?? ''))
        addText('\n', piece, doc, state);
      return;
    case 'cr':
      addText('\n', piece, doc, state);
      return;
    case 'noBreakHyphen':
      addText('-', piece, doc, state);
      return;
    case 'sym': {
      const sign = symbolOf(attribute(node, 'font') ?? '', attribute(node, 'char') ?? '');
      if (sign === undefined)
        piece.unread.push(
          `${attribute(node, 'font') ?? ''}字体的符号 ${attribute(node, 'char') ?? ''}`,
        );
      else addText(sign, piece, doc, state);
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

function runState(run: XmlNode, { around }: Doc, state: RunState): RunState {
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

/** A field begins with its instruction, of which nothing is shown, and goes on with its result. */
function turnField(node: XmlNode, piece: WordPiece, doc: Doc, state: RunState): void {
  const type = attribute(node, 'fldCharType');
  if (type === 'begin') {
    keepTo('fields', doc.fields.length);
    doc.fields.push({ isShown: false, instruction: '' });
    const shown = tickBox(element(node, 'ffData')) ?? dropDown(element(node, 'ffData'));
    if (shown !== undefined) {
      const open = doc.fields.pop();
      addText(shown, piece, doc, state);
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
function addControl(node: XmlNode, piece: WordPiece, doc: Doc, state: RunState): void {
  const properties = element(node, 'sdtPr');
  const box = element(properties, 'checkbox');
  if (box !== undefined) addText(isToggled(box, 'checked') === true ? '☑' : '☐', piece, doc, state);
  else if (!isPrompt(node)) addInline(element(node, 'sdtContent') ?? node, piece, doc, state);
}
