/** 文稿: a document as its reader sees it, paragraphs and tables in order, whatever file it came from. */
import type { TextPlace } from '../contradiction.ts';
import { reading } from './reading.ts';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly number: number;
  readonly text: string;
  /** True when Word writes a number of its own before the text; it is not part of `text` and cannot be wrong. */
  readonly numbered: boolean;
}

export interface DocumentCell {
  readonly text: string;
  /** From 1, counted as the reader sees it: a merged cell stands where it begins. */
  readonly row: number;
  readonly column: number;
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly number: number;
  /** Rows of the same length; where a merged cell reaches, `text` is empty. */
  readonly rows: readonly (readonly DocumentCell[])[];
}

export type DocumentBlock = Paragraph | DocumentTable;

export interface ReadDocument {
  readonly blocks: readonly DocumentBlock[];
}

/** A stretch of text with its place; `read` is the same text in one way of writing, character for character. */
export interface PlacedText {
  readonly place: TextPlace;
  readonly text: string;
  readonly read: string;
  /** Index of its block, so that rules can tell what lies near what. */
  readonly block: number;
}

type PlacedParagraph = PlacedText & { readonly numbered: boolean };
const known = new WeakMap<ReadDocument, readonly PlacedParagraph[]>();

/** The paragraphs, without the cells. Every rule asks for them; they are read once. */
export function paragraphsOf(paper: ReadDocument): readonly PlacedParagraph[] {
  const paragraphs =
    known.get(paper) ??
    paper.blocks.flatMap((block, index) =>
      block.kind === 'paragraph'
        ? [
            {
              place: { kind: 'paragraph' as const, paragraph: block.number },
              text: block.text,
              read: reading(block.text),
              block: index,
              numbered: block.numbered,
            },
          ]
        : [],
    );
  known.set(paper, paragraphs);
  return paragraphs;
}

/** The tables, with the index of their block. */
export function tablesOf({ blocks }: ReadDocument): (DocumentTable & { block: number })[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table' ? [{ ...block, block: index }] : [],
  );
}

/** The place of a cell. */
export function cellPlace(table: DocumentTable, cell: DocumentCell): TextPlace {
  return { kind: 'cell', table: table.number, row: cell.row, column: cell.column };
}

/** Paragraphs and cells that hold text, in the order of the document. */
export function placedTexts(paper: ReadDocument): PlacedText[] {
  const paragraphs = new Map(paragraphsOf(paper).map((one) => [one.block, one]));
  return paper.blocks.flatMap((block, index): PlacedText[] => {
    if (block.kind === 'paragraph') return [paragraphs.get(index) ?? []].flat();
    return block.rows.flat().flatMap((cell) =>
      cell.text === ''
        ? []
        : [
            {
              place: cellPlace(block, cell),
              text: cell.text,
              read: reading(cell.text),
              block: index,
            },
          ],
    );
  });
}
