/** 文稿: a document as its reader sees it, paragraphs and tables in order, whatever file it came from. */
import type { Place } from './finding.ts';
import { reading } from './reading.ts';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly number: number;
  readonly text: string;
  /** True when Word writes a number of its own before the text; it is not part of `text` and cannot be wrong. */
  readonly numbered: boolean;
}

export interface Cell {
  readonly text: string;
  /** From 1, counted as the reader sees it: a merged cell stands where it begins. */
  readonly row: number;
  readonly column: number;
}

export interface Table {
  readonly kind: 'table';
  readonly number: number;
  /** Rows of the same length; where a merged cell reaches, `text` is empty. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Table;

export interface Paper {
  readonly blocks: readonly Block[];
}

/** A stretch of text with its place; `read` is the same text in one way of writing, character for character. */
export interface Passage {
  readonly place: Place;
  readonly text: string;
  readonly read: string;
  /** Index of its block, so that rules can tell what lies near what. */
  readonly block: number;
}

/** The paragraphs, without the cells. */
export function paragraphsOf({ blocks }: Paper): (Passage & { numbered: boolean })[] {
  return blocks.flatMap((block, index) =>
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
}

/** The tables, with the index of their block. */
export function tablesOf({ blocks }: Paper): (Table & { block: number })[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table' ? [{ ...block, block: index }] : [],
  );
}

/** The place of a cell. */
export function placeOf(table: Table, cell: Cell): Place {
  return { kind: 'cell', table: table.number, row: cell.row, column: cell.column };
}

/** Paragraphs and cells that hold text, in the order of the document. */
export function passagesOf(paper: Paper): Passage[] {
  const paragraphs = new Map(paragraphsOf(paper).map((one) => [one.block, one]));
  return paper.blocks.flatMap((block, index): Passage[] => {
    if (block.kind === 'paragraph') return [paragraphs.get(index) ?? []].flat();
    return block.rows.flat().flatMap((cell) =>
      cell.text === ''
        ? []
        : [
            {
              place: placeOf(block, cell),
              text: cell.text,
              read: reading(cell.text),
              block: index,
            },
          ],
    );
  });
}
