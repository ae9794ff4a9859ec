/** Word 文档: paragraphs and tables of a .docx in their order, as a reader sees them; deleted text is left out, inserted text read. */
import { keepTo, Tally } from '../limits.ts';
import { PictureStore } from '../picture.ts';
import type { Grid, Line, Paper, PaperPlace } from '../sheet.ts';
import type { Archive } from '../zip/archive.ts';
import { brokenArchive } from '../zip/archive.ts';
import { relationsOf, targetOf } from '../zip/part.ts';
import { endTagsOf, element, elements, readXml, type Take, type XmlNode } from '../zip/xml.ts';
import { isPrompt, readAround } from './around.ts';
import { type Doc, emptyPiece, type WordPiece } from './piece.ts';
import { wordGrid } from './table.ts';
import { Words } from './words.ts';

/** Looks of no meaning here, let go while reading. */
const UNUSED =
  /^(?:szC?s?|color|lang|spacing|ind|jc|kern|shd|bCs|iCs|b|i|u|w|snapToGrid|bookmark(?:Start|End)|proofErr|tcBorders|tblBorders|tcW|vAlign|trHeight|tblCellMar|lastRenderedPageBreak|sectPr|fonts|effectExtent|wrap\w+|ln|solidFill)$/u;

/** Reads a document in a sound archive. Throws Refused. */
export function readDocx(file: string, archive: Archive): Paper {
  const part = targetOf(relationsOf(archive, ''), 'officeDocument') ?? 'word/document.xml';
  const relations = relationsOf(archive, part);
  const tally = new Tally();
  const bytes = archive.part(part);
  if (bytes === undefined) throw brokenArchive();
  keepTo('paragraphs', endTagsOf('w:p', bytes));
  const doc: Doc = {
    around: readAround(archive, relations),
    relations,
    pictures: new PictureStore(archive, tally),
    tally,
    fields: [],
  };
  const reader = new DocumentReader(file, doc);
  const count = counting(tally);
  // A document of many paragraphs needs no tree: what stands in the body is read where it ends, and let go.
  const document = readXml(bytes, (node, above) => {
    if (count(node, above)) return true;
    const isBlock = above.length === 3 && above[2]?.name === 'body';
    if (isBlock) reader.readBlock(node);
    return isBlock;
  });
  if (element(document, 'body') === undefined) throw brokenArchive();
  return reader.paper();
}

/** Refuses too many paragraphs and tables before the tree is whole. */
function counting(tally: Tally): Take {
  return ({ name }, above) => {
    // What older programs would show instead.
    if (name === 'Fallback') return element(above.at(-1), 'Choice') !== undefined;
    if (name === 'p') tally.add('paragraphs');
    else if (name === 'tbl') tally.add('tables');
    return UNUSED.test(name);
  };
}

/** Puts the body of a document together, block by block. */
class DocumentReader {
  readonly #file: string;
  readonly #words: Words;
  readonly #blocks: (Grid | Line)[] = [];
  #lines = 0;
  #tables = 0;
  /** A paragraph whose end was deleted goes on in the next one. */
  #open: WordPiece | undefined;

  constructor(file: string, doc: Doc) {
    this.#file = file;
    this.#words = new Words(doc);
  }

  paper(): Paper {
    if (this.#open) this.#addLines(this.#open, false, '正文');
    for (const name of new Set(this.#words.notes)) {
      const note = this.#words.doc.around.notes.get(name);
      if (note) this.read(note, name.startsWith('foot') ? '脚注' : '尾注');
    }
    const { unread } = this.#words;
    return {
      file: this.#file,
      blocks: this.#blocks,
      notes: [],
      ...(unread.length > 0 && { unread }),
    };
  }

  /** Reads the paragraphs and tables below a node. */
  read(node: XmlNode, sheet = '正文'): void {
    for (const child of elements(node)) this.readBlock(child, sheet);
  }

  /** Reads a paragraph, a table or what holds some. */
  readBlock(node: XmlNode, sheet = '正文'): void {
    if (node.name === 'p') this.#paragraph(node, sheet);
    else if (node.name === 'tbl') this.#table(node);
    else if (node.name === 'altChunk')
      this.#words.unread.push({ place: this.#place(sheet), what: '嵌入的另一份文件' });
    else if (node.name === 'AlternateContent') this.read(element(node, 'Choice') ?? node, sheet);
    else if (!/^(?:del|moveFrom|sdtPr)$/u.test(node.name) && !isPrompt(node))
      this.read(node, sheet);
  }

  #place(sheet: string): PaperPlace {
    return { file: this.#file, sheet, row: this.#lines + 1, cell: '' };
  }

  #paragraph(node: XmlNode, sheet: string): void {
    const piece = this.#open ?? emptyPiece();
    this.#open = undefined;
    this.#words.add(node, piece);
    const mark = element(node, 'pPr', 'rPr');
    if (element(mark, 'del') ?? element(mark, 'moveFrom')) this.#open = piece;
    else this.#addLines(piece, this.#words.isNumbered(node), sheet);
  }

  #addLines(piece: WordPiece, isNumbered: boolean, sheet: string): void {
    const first = this.#place(sheet);
    const texts = piece.text.split('\n').filter((text) => text.trim() !== '');
    if (
      texts.length === 0 &&
      (piece.struck !== '' || piece.pictures.length > 0 || piece.comments.length > 0)
    )
      texts.push('');
    for (const [index, text] of texts.entries()) {
      const line: Line = { kind: 'line', text, place: this.#place(sheet) };
      this.#lines += 1;
      if (isNumbered) line.numbered = true;
      if (index > 0) line.continues = true;
      else this.#words.dress(line, piece);
      this.#blocks.push(line);
    }
    this.#words.leave(piece, first);
    for (const box of piece.boxes) this.read(box, sheet);
  }

  #table(node: XmlNode, depth = 1): void {
    keepTo('nesting', depth);
    this.#tables += 1;
    const sheet = `第${this.#tables}个表格`;
    const grid = wordGrid(this.#words, node, this.#file, sheet);
    if (grid.rows.length > 0) this.#blocks.push({ kind: 'grid', sheet, rows: grid.rows });
    // A table within a cell, as in a frame made for layout, is one of its own too.
    for (const nested of grid.nested) this.#table(nested, depth + 1);
  }
}
