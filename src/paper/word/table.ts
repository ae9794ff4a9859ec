/** Word 表格: rows and cells with their spans → a grid; every square that a merged cell covers holds its text. */
import { beyondLimit, limits } from '../limits.ts';
import type { Cell, PaperPlace } from '../sheet.ts';
import { attribute, element, elements, type XmlNode } from '../zip/xml.ts';
import { isPrompt, isToggled } from './around.ts';
import { emptyPiece, type WordPiece } from './piece.ts';
import type { Words } from './words.ts';

interface TableGrid {
  rows: Cell[][];
  /** Tables inside its cells that are tables by themselves. */
  nested: XmlNode[];
}

export function wordGrid(words: Words, table: XmlNode, file: string, sheet: string): TableGrid {
  const lines = below(table, 'tr').filter((row) => element(row, 'trPr', 'del') === undefined);
  const rows: (Cell | undefined)[][] = lines.map(() => []);
  const nested: XmlNode[] = [];
  let width = 0;
  let numbered = 0;
  for (const [r, row] of lines.entries()) {
    const properties = element(row, 'trPr');
    let column = Number(attribute(element(properties, 'gridBefore'), 'val') ?? 0);
    const isHidden = isToggled(properties, 'hidden') === true;
    for (const node of below(row, 'tc')) {
      const look = element(node, 'tcPr');
      const across = Math.max(1, Number(attribute(element(look, 'gridSpan'), 'val') ?? 1) || 1);
      width = Math.max(width, column + across);
      // A span says how many squares there are: no more than a table has are ever made.
      if (!(width <= limits.columns.most)) throw beyondLimit('columns', `${sheet}里`);
      words.doc.tally.add('cells', across);
      const place: PaperPlace = { file, sheet, row: r + 1, cell: `第${column + 1}格` };
      const content = contentOf(words, node, place);
      nested.push(...content.nested);
      if (content.isNumbered && content.cell.text === '' && column === 0) {
        numbered += 1;
        content.cell.text = String(numbered);
      }
      if (isHidden) content.cell.hidden = 'row';
      const merge = element(look, 'vMerge');
      const isBelow = merge !== undefined && (attribute(merge, 'val') ?? 'continue') !== 'restart';
      const above = isBelow ? rows[r - 1]?.[column] : undefined;
      if (above !== undefined && content.cell.text !== '' && content.cell.text !== above.text)
        words.unread.push({ place, what: `被合并单元格盖住的“${content.cell.text}”` });
      const aside = element(look, 'hMerge');
      const isAside = aside !== undefined && (attribute(aside, 'val') ?? 'continue') !== 'restart';
      const left = isAside ? rows[r]?.[column - 1] : undefined;
      const line = rows[r] ?? [];
      line[column] = above
        ? { text: above.text, place, merged: 'down' }
        : left
          ? { text: left.text, place, merged: 'across' }
          : content.cell;
      const { text } = line[column] ?? content.cell;
      for (let x = 1; x < across; x += 1)
        line[column + x] = {
          text,
          place: { ...place, cell: `第${column + x + 1}格` },
          merged: 'across',
          ...(isHidden && { hidden: 'row' as const }),
        };
      column += across;
    }
  }
  words.doc.tally.add('cells', rows.length * width);
  return {
    rows: rows.map((line, r) =>
      Array.from(
        { length: width },
        (_, c) => line[c] ?? { text: '', place: { file, sheet, row: r + 1, cell: `第${c + 1}格` } },
      ),
    ),
    nested,
  };
}

/** Rows of a table and cells of a row, through content controls and marks of insertion. */
function below(node: XmlNode, name: 'tr' | 'tc'): XmlNode[] {
  return elements(node).flatMap((child) => {
    if (child.name === name) return [child];
    if (!WRAPS.test(child.name)) return [];
    const found = below(child, name);
    return isPrompt(child)
      ? found.map((cell) => ({ ...cell, children: elements(cell, 'tcPr') }))
      : found;
  });
}

const WRAPS = /^(?:sdt|sdtContent|ins|moveTo|customXml|smartTag|AlternateContent|Choice)$/u;

interface CellContent {
  cell: Cell;
  nested: XmlNode[];
  isNumbered: boolean;
}

function contentOf(words: Words, node: XmlNode, place: PaperPlace): CellContent {
  const piece = emptyPiece();
  const found: Pick<CellContent, 'nested' | 'isNumbered'> = { nested: [], isNumbered: false };
  const isGone = element(node, 'tcPr', 'cellDel') !== undefined;
  const texts = isGone ? [] : paragraphs(words, node, piece, found);
  const cell: Cell = { text: texts.join('\n').trim(), place };
  words.dress(cell, piece);
  words.leave(piece, place);
  return { cell, ...found };
}

/** The paragraphs of a cell, those of tables and text boxes in it behind each other. */
function paragraphs(
  words: Words,
  node: XmlNode,
  piece: WordPiece,
  found: Pick<CellContent, 'nested' | 'isNumbered'>,
): string[] {
  return elements(node).flatMap((child) => {
    if (child.name === 'p') {
      const own = emptyPiece();
      words.add(child, own);
      found.isNumbered ||= words.isNumbered(child);
      const boxes = own.boxes.flatMap((box) => paragraphs(words, box, piece, found));
      addContents(piece, own);
      return [own.text, ...boxes];
    }
    if (child.name === 'tbl') {
      const rows = below(child, 'tr');
      if (rows.length > 1 && rows.some((row) => below(row, 'tc').length > 1))
        found.nested.push(child);
      return rows.flatMap((row) =>
        below(row, 'tc').flatMap((cell) => paragraphs(words, cell, piece, found)),
      );
    }
    return /Pr$|^(?:del|moveFrom)$/u.test(child.name) || isPrompt(child)
      ? []
      : paragraphs(words, child, piece, found);
  });
}

/** Adds to a cell what a paragraph of it holds beside its text. */
function addContents(piece: WordPiece, own: WordPiece): void {
  if (own.struck !== '') piece.struck += piece.struck === '' ? own.struck : `\n${own.struck}`;
  piece.hidden += own.hidden;
  piece.links.push(...own.links);
  piece.pictures.push(...own.pictures);
  piece.comments.push(...own.comments);
  piece.notes.push(...own.notes);
  piece.unread.push(...own.unread);
}
