/**
 * 粘贴的文字: a table as it comes out of a chat, a mail or a PDF — cells between tabs, between `|`, or one a line.
 * Cells that were broken over several lines are put together again by their number.
 */
import { splitSeparated } from './csv.ts';
import { keepTo, limits } from './limits.ts';
import { type Cell, columnLetters, type Grid, type Line, type Paper } from './sheet.ts';
import { stackIn, type IsColumn } from './stack.ts';

const SHEET = '正文';
const PIPE = /[|｜│┃]/u;

interface Raw {
  line: number;
  fields: string[];
}

/** Reads a text. `isColumn` tells the names of columns, which a table with one cell a line is found by. */
export function readText(file: string, text: string, isColumn: IsColumn): Paper {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  keepTo('lines', lineCount(plain));
  const lines = plain.split('\n');
  let filled = 0;
  for (const line of lines) {
    if (isBlank(line)) continue;
    keepTo('paragraph', line.length);
    keepTo('paragraphs', (filled += 1));
  }
  const blocks: (Grid | Line)[] = [];
  for (let at = 0; at < lines.length;) {
    const words = lines[at] ?? '';
    if (isBlank(words) && !words.includes('\t')) {
      at += 1;
      continue;
    }
    const table = tabbedFrom(lines, at) ?? pipedFrom(lines, at);
    if (table) {
      blocks.push({ kind: 'grid', sheet: SHEET, rows: cellsOf(file, table.rows) });
      at = table.end;
      continue;
    }
    const stack = stackIn(lines, at, isColumn);
    if (stack) {
      blocks.push({ kind: 'grid', sheet: SHEET, rows: cellsOf(file, stack.rows) });
      at = stack.end;
      continue;
    }
    const place = { file, sheet: SHEET, row: at + 1, cell: '' };
    if (words.trim() !== '') blocks.push({ kind: 'line', text: words.trim(), place });
    at += 1;
  }
  return { file, blocks, notes: [], text };
}

/** Counted before they are parted, and no further than the limit. */
function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if ((count += 1) > limits.lines.most) break;
  return count;
}

/** Most blank lines have nothing to be trimmed, and a text may have millions of them. */
function isBlank(line: string): boolean {
  return line === '' || line.trim() === '';
}

function cellsOf(file: string, rows: readonly Raw[]): Cell[][] {
  return rows.map(({ line, fields }) =>
    fields.map((field, index) => ({
      text: field.trim(),
      place: { file, sheet: SHEET, row: line, cell: columnLetters(index) },
    })),
  );
}

/** The tabbed rows that begin at a line; blank lines between them are page breaks. */
function tabbedFrom(
  lines: readonly string[],
  from: number,
): { rows: Raw[]; end: number } | undefined {
  if (!lines[from]?.includes('\t')) return undefined;
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.includes('\t')) end = at + 1;
    else if (line.trim() === '' || belongsBetween(lines, at)) continue;
    else break;
  }
  const rows = splitSeparated(lines.slice(from, end).join('\n'), '\t')
    .map(({ line, fields }) => ({ line: from + line, fields }))
    .filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  return { rows: mended(rows), end };
}

/** No cell is broken into more lines. */
const MOST_BROKEN = 50;

/** A line without tabs right between lines with tabs is the rest of a broken cell. */
function belongsBetween(lines: readonly string[], at: number): boolean {
  for (let next = at + 1; next < Math.min(at + MOST_BROKEN, lines.length); next += 1) {
    const line = lines[next] ?? '';
    if (line.trim() === '') return false;
    if (line.includes('\t')) return true;
  }
  return false;
}

/** Puts rows together that a line break inside a cell cut in two: neither half is as wide as the first row. */
function mended(rows: readonly Raw[]): Raw[] {
  const width = rows[0]?.fields.length ?? 0;
  const whole: Raw[] = [];
  for (const row of rows) {
    const last = whole.at(-1);
    const isRest = last !== undefined && !/^\s*\d+\s*$/u.test(row.fields[0] ?? '');
    const isShort = row.fields.length < width;
    if (isRest && isShort && last.fields.length + row.fields.length - 1 <= width) {
      const [head = '', ...tail] = row.fields;
      last.fields.push(`${last.fields.pop() ?? ''}\n${head}`, ...tail);
    } else whole.push({ line: row.line, fields: [...row.fields] });
  }
  return whole;
}

/** The rows between `|` that begin at a line; rules such as `|---|` are left out. */
function pipedFrom(
  lines: readonly string[],
  from: number,
): { rows: Raw[]; end: number } | undefined {
  const rows: Raw[] = [];
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (isRule(line)) {
      if (rows.length > 0) end = at + 1;
      continue;
    }
    const fields = line.split(PIPE);
    if (fields.length < 4) break;
    if (fields[0]?.trim() === '') fields.shift();
    if (fields.at(-1)?.trim() === '') fields.pop();
    rows.push({ line: at + 1, fields });
    end = at + 1;
  }
  return rows.length > 1 ? { rows, end } : undefined;
}

function isRule(line: string): boolean {
  return /^[\s|｜│┃+:=─┼├┤┌┐└┘┬┴—-]+$/u.test(line) && line.length > 2;
}
