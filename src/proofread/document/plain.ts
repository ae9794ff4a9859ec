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
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/u)
    .filter((line) => line.trim() !== '');
  let spacedTo = -1;
  for (const [at, line] of lines.entries()) {
    const end = at >= spacedTo ? spacedFrom(lines, at) : at;
    // A table with spaces ends where its rows do, and begins anew.
    if (end > at || at === spacedTo) close();
    if (end > at) spacedTo = end;
    const cells = at < spacedTo ? line.trim().split(SPACES) : cellsOf(line);
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

const SPACES = /[ \u3000]+/u;
/** A figure, a share, or nothing. */
const FIGURE = /^(?:\d[\d,]*(?:\.\d+)?%?|[—\-－/]+)$/u;
/** A header and this many rows of figures are a table, whatever parts their cells. */
const FEWEST_ROWS = 3;

/** Where a table ends whose cells are parted by spaces, and that begins at a line: 县区 检查数 合格数 above 甲县 12 11; the line itself where none does. */
function spacedFrom(lines: readonly string[], from: number): number {
  const titles = (lines[from] ?? '').trim().split(SPACES);
  const isTitle = (cell: string): boolean =>
    cell.length <= 12 && /\p{Script=Han}/u.test(cell) && !/[。；，：\d“”《》]/u.test(cell);
  if (titles.length < 3 || !titles.every(isTitle)) return from;
  const isRow = (line: string): boolean => {
    const [name = '', ...rest] = line.trim().split(SPACES);
    const isName = /\p{Script=Han}/u.test(name) && name.length <= 16;
    return isName && rest.length === titles.length - 1 && rest.every((cell) => FIGURE.test(cell));
  };
  const rows = lines.slice(from + 1);
  const stop = rows.findIndex((line) => !isRow(line));
  const count = stop < 0 ? rows.length : stop;
  return count < FEWEST_ROWS ? from : from + 1 + count;
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
