/** 纯文本: a text file as a paper. Lines with tabs, or with two or more upright bars, are rows of a table. */
import type { DocumentBlock, DocumentCell, ReadDocument } from './paper.ts';

/** Empty lines separate nothing: a table that runs over a page goes on behind them. */
export function plainPaper(text: string): ReadDocument {
  const blocks: DocumentBlock[] = [];
  let paragraphs = 0;
  let tables = 0;
  let rows: DocumentCell[][] = [];
  const close = () => {
    if (rows.length === 0) return;
    tables += 1;
    const width = Math.max(...rows.map((row) => row.length));
    const filled = rows.map((row, index) =>
      Array.from(
        { length: width },
        (_, column) => row[column] ?? { text: '', row: index + 1, column: column + 1 },
      ),
    );
    blocks.push({ kind: 'table', number: tables, rows: filled });
    rows = [];
  };
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r\n|[\n\r\f\v\u2028\u2029]/u)) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    if (cells) {
      const row = rows.length + 1;
      rows.push(cells.map((cell, index) => ({ text: cell.trim(), row, column: index + 1 })));
      continue;
    }
    close();
    paragraphs += 1;
    blocks.push({ kind: 'paragraph', number: paragraphs, text: line, numbered: false });
  }
  close();
  return { blocks };
}

/** The cells of a line that is a row: 甲\t1\t2, or | 甲 | 1 | 2 |. */
function cellsOf(line: string): string[] | undefined {
  if (line.trim().includes('\t')) return line.split('\t');
  if (line.split(/[|｜]/u).length < 3) return undefined;
  return line
    .trim()
    .replace(/^[|｜]|[|｜]$/gu, '')
    .split(/[|｜]/u);
}
