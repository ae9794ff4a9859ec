/** Word 文件: a .docx as a paper: paragraphs, tables with merged cells, deleted text left out, inserted text read. */
import mammoth from 'mammoth';
import type { Block, Cell, Paper } from './paper.ts';

/** The part of mammoth's document that is read; the rest has children of its own. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly breakType?: string;
  readonly children?: readonly Node[];
  readonly numbering?: { readonly isOrdered: boolean } | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** Reads the bytes of a .docx. Rejects with what mammoth throws when it is none. */
export async function wordPaper(bytes: Uint8Array): Promise<Paper> {
  let root: Node | undefined;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      externalFileAccess: false,
      transformDocument: (document: Node) => {
        root = document;
        return { ...document, children: [] };
      },
    },
  );
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  for (const node of root?.children ?? []) {
    if (node.type === 'table') {
      tables += 1;
      blocks.push({ kind: 'table', number: tables, rows: gridOf(node) });
      continue;
    }
    const text = textOf(node).trim();
    if (text === '') continue;
    paragraphs += 1;
    const numbered = node.numbering?.isOrdered === true;
    blocks.push({ kind: 'paragraph', number: paragraphs, text, numbered });
  }
  return { blocks };
}

function textOf(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return node.breakType === 'line' ? '\n' : '';
    case 'paragraph':
      return `${(node.children ?? []).map(textOf).join('')}\n`;
    default:
      return (node.children ?? []).map(textOf).join('');
  }
}

/** Rows of equal length: a merged cell holds its text where it begins and nothing where it reaches. */
function gridOf(table: Node): Cell[][] {
  const texts: (string | undefined)[][] = [];
  const rowsOf = (node: Node): Node[] =>
    (node.children ?? []).flatMap((child) => (child.type === 'tableRow' ? [child] : rowsOf(child)));
  for (const [row, { children }] of rowsOf(table).entries()) {
    const line = (texts[row] ??= []);
    let column = 0;
    for (const cell of children ?? []) {
      while (line[column] !== undefined) column += 1;
      const [width, height] = [
        Math.min(cell.colSpan ?? 1, 100),
        Math.min(cell.rowSpan ?? 1, 10_000),
      ];
      for (let below = 0; below < height; below += 1) {
        for (let beside = 0; beside < width; beside += 1) {
          const here = below === 0 && beside === 0;
          (texts[row + below] ??= [])[column + beside] = here ? textOf(cell).trim() : '';
        }
      }
      column += width;
    }
  }
  const width = Math.max(0, ...texts.map((line) => line.length));
  return texts.map((line, row) =>
    Array.from({ length: width }, (_, column) => ({
      text: line[column] ?? '',
      row: row + 1,
      column: column + 1,
    })),
  );
}
