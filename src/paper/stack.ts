/**
 * 一格一行: a table that was copied out of a PDF with every cell on a line of its own, and long cells on several.
 * The number that begins each row keeps the rows apart; which lines make up a cell is settled later, where the words
 * of units, problems and deadlines are known (`assign.ts`).
 */

/** True for the name of a column, spaces and line breaks left out. */
export type IsColumn = (name: string) => boolean;

/** Separates the lines of a row whose cells are not settled: a sign that no office writes. */
export const UNSETTLED = '\u241e';

interface Raw {
  line: number;
  fields: string[];
}

/** A table with one cell a line that begins at a line: its header and rows. */
export function stackIn(
  lines: readonly string[],
  from: number,
  isColumn: IsColumn,
): { rows: Raw[]; end: number } | undefined {
  const header = headerAt(lines, from, isColumn);
  if (header === undefined) return undefined;
  const rows: Raw[] = [{ line: from + 1, fields: header.names }];
  const starts = startsOf(lines, header.end);
  if (starts.length === 0) return undefined;
  const width = header.names.length;
  const isEven =
    starts.length > 1 &&
    starts.slice(1).every((start, index) => isFull(lines, starts[index] ?? 0, start, width));
  for (const [index, start] of starts.entries()) {
    const isLast = index === starts.length - 1;
    const stop = isLast
      ? lastLine(lines, start, width, isEven)
      : (starts[index + 1] ?? lines.length);
    const held = lines.slice(start, stop).filter((line) => line.trim() !== '');
    const fields = held.map((line) => line.trim());
    rows.push({
      line: start + 1,
      fields: fields.length === width ? fields : [fields[0] ?? '', fields.slice(1).join(UNSETTLED)],
    });
    if (isLast) return { rows, end: stop };
  }
  return undefined;
}

/** No list has more columns. */
const MOST_COLUMNS = 60;

/** Names of columns on lines of their own, at least four, the first of them the row's number. */
function headerAt(
  lines: readonly string[],
  from: number,
  isColumn: IsColumn,
): { names: string[]; end: number } | undefined {
  const names: string[] = [];
  let at = from;
  while (at < lines.length && names.length < MOST_COLUMNS) {
    const found = [1, 2, 3].find((count) => {
      const name = lines.slice(at, at + count).join('');
      return name.trim() !== '' && isColumn(name);
    });
    if (found === undefined) break;
    names.push(
      lines
        .slice(at, at + found)
        .join('')
        .trim(),
    );
    at += found;
  }
  return names.length >= 4 ? { names, end: at } : undefined;
}

/** The lines that hold nothing but the next number: 1, 2, 3 … */
function startsOf(lines: readonly string[], from: number): number[] {
  const starts: number[] = [];
  const first = lines.slice(from, from + MOST_COLUMNS).find((line) => /^\s*\d+\s*$/u.test(line));
  if (first === undefined) return starts;
  let expected = Number(first);
  for (let at = from; at < lines.length; at += 1) {
    if (lines[at]?.trim() === String(expected)) {
      starts.push(at);
      expected += 1;
    }
  }
  return starts;
}

/** Whether a row has as many lines as there are columns. */
function isFull(lines: readonly string[], from: number, to: number, width: number): boolean {
  return lines.slice(from, to).filter((line) => line.trim() !== '').length === width;
}

/** What stands behind a table: a sentence, a day, a remark, the next heading. */
const BEHIND =
  /[。！]\s*$|^\s*\d{4}年\d{1,2}月\d{1,2}日\s*$|^\s*(?:附[件表]|备?注[：:]|说明[：:]|联系人|[一二三四五六七八九十]+、)/u;

/**
 * Where the last row ends: at a blank line once it is full, or at the end of the text; where all rows before it have a
 * line for each cell, at what stands behind tables.
 */
function lastLine(lines: readonly string[], start: number, width: number, isEven: boolean): number {
  let held = 0;
  for (let at = start; at < lines.length; at += 1) {
    if (isEven && held >= width && BEHIND.test(lines[at] ?? '')) return at;
    if (lines[at]?.trim() === '') {
      if (held >= width) return at;
    } else held += 1;
  }
  return lines.length;
}
