/** Word 文档: paragraphs and tables of a .docx, by mammoth; what was deleted under revision marks is not read. */
import mammoth from 'mammoth';
import {
  type Cell,
  type Grid,
  layOut,
  type Line,
  type Paper,
  type Place,
  type SpanCell,
} from './sheet.ts';

/** The parts of mammoth's document tree that are used here. */
interface Node {
  type: string;
  value?: string;
  breakType?: string;
  checked?: boolean;
  colSpan?: number;
  rowSpan?: number;
  numbering?: { isOrdered?: boolean } | null;
  children?: Node[];
}

/** Reads a .docx that openArchive found sound. Throws what mammoth throws on a broken document. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Paper> {
  const blocks: (Grid | Line)[] = [];
  for (const node of await documentTree(bytes)) {
    if (node.type === 'table') {
      const sheet = `第${blocks.filter(({ kind }) => kind === 'grid').length + 1}个表格`;
      blocks.push({ kind: 'grid', sheet, rows: gridOf(file, sheet, node) });
    } else {
      for (const text of textOf(node).split('\n')) {
        const place = { file, sheet: '正文', row: lineCount(blocks) + 1, cell: '' };
        if (text.trim() !== '') blocks.push({ kind: 'line', text, place });
      }
    }
  }
  return { file, blocks, notes: [] };
}

function lineCount(blocks: readonly (Grid | Line)[]): number {
  return blocks.filter(({ kind }) => kind === 'line').length;
}

/** The children of the document. The tree is taken over and nothing is converted. */
async function documentTree(bytes: Uint8Array): Promise<Node[]> {
  let children: Node[] = [];
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      transformDocument: (document: Node): Node => {
        children = document.children ?? [];
        return { ...document, children: [] };
      },
    },
  );
  return children;
}

function gridOf(file: string, sheet: string, table: Node): Cell[][] {
  const rows = (table.children ?? []).map((row) => (row.children ?? []).map(spanCell));
  const placeAt = (row: number, column: number): Place => ({
    file,
    sheet,
    row: row + 1,
    cell: `第${column + 1}格`,
  });
  const grid = layOut(rows, placeAt);
  numberCells(table, grid);
  return grid;
}

function spanCell(cell: Node): SpanCell {
  const text = (cell.children ?? []).map(textOf).join('\n').trim();
  return { text, across: cell.colSpan ?? 1, down: cell.rowSpan ?? 1 };
}

/** Cells whose number Word draws by itself: empty, in an ordered list. The first column is counted through. */
function numberCells(table: Node, grid: readonly Cell[][]): void {
  let count = 0;
  for (const [index, row] of (table.children ?? []).entries()) {
    const [first] = row.children ?? [];
    const isNumbered = first?.children?.some(({ numbering }) => numbering?.isOrdered === true);
    const cell = grid[index]?.[0];
    if (isNumbered === true && cell?.text === '') {
      count += 1;
      cell.text = String(count);
    }
  }
}

/** The text below a node; a nested table's cells stand behind each other. */
function textOf(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return node.breakType === 'line' ? '\n' : '';
    case 'checkbox':
      return node.checked === true ? '☑' : '☐';
    default:
      return (node.children ?? []).map(textOf).join(node.type === 'tableCell' ? '\n' : '');
  }
}
