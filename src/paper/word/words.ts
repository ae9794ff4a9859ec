/** 段落与单元格: what paragraphs and cells of a Word document share — their words, and what belongs to these. */
import { addLinks, type Line, type PaperPlace, type Unread } from '../sheet.ts';
import { attribute, element, type XmlNode } from '../zip/xml.ts';
import { addInline } from './inline.ts';
import type { Doc, WordPiece } from './piece.ts';

export class Words {
  readonly doc: Doc;
  readonly unread: Unread[] = [];
  /** Notes referred to so far. */
  readonly notes: string[] = [];

  constructor(doc: Doc) {
    this.doc = doc;
  }

  /** Adds what a paragraph holds, in the look of its style. */
  add(node: XmlNode, piece: WordPiece): void {
    // A field that was never closed must not swallow what follows.
    this.doc.fields.length = 0;
    const style = attribute(element(node, 'pPr', 'pStyle'), 'val');
    addInline(
      node,
      piece,
      this.doc,
      style === undefined ? {} : (this.doc.around.styles.get(style) ?? {}),
    );
  }

  /** True where Word writes a number before the paragraph. */
  isNumbered(node: XmlNode): boolean {
    const properties = element(node, 'pPr');
    const own = element(properties, 'numPr');
    const style = this.doc.around.styles.get(attribute(element(properties, 'pStyle'), 'val') ?? '');
    const id = attribute(element(own, 'numId'), 'val') ?? style?.numbering;
    return (
      id !== undefined &&
      this.doc.around.isOrdered(id, attribute(element(own, 'ilvl'), 'val') ?? '0')
    );
  }

  /** Puts onto a line or cell what belongs to it beside its text. */
  dress(
    target: Pick<Line, 'text' | 'struck' | 'comment' | 'link' | 'links' | 'pictures' | 'place'>,
    piece: WordPiece,
  ): void {
    if (piece.struck.trim() !== '') target.struck = piece.struck.trim();
    const comment = piece.comments.filter((one) => one !== '').join('\n');
    if (comment !== '') target.comment = comment;
    addLinks(target, piece.links);
    const { place } = target;
    if (piece.pictures.length > 0)
      target.pictures = piece.pictures.map((picture) => ({ ...picture, place }));
  }

  /** Names what no text holds. */
  leave(piece: WordPiece, place: PaperPlace): void {
    if (piece.hidden.trim() !== '')
      this.unread.push({ place, what: `隐藏的文字“${piece.hidden.trim()}”` });
    for (const what of piece.unread) this.unread.push({ place, what });
    this.notes.push(...piece.notes);
  }
}
