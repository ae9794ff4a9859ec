/** 分隔文本: .csv as WPS, Excel and Notepad save it; nothing converted. */
import { unguarded } from '../text/formula-guard.ts';
import { beyondLimit, keepTo, limits } from './limits.ts';
import { type Cell, columnLetters, type Grid } from './sheet.ts';

/** A record of separated text: its fields, and the line (from 1) on which it begins. */
export interface SeparatedRow {
  line: number;
  fields: string[];
}

/**
 * Splits by RFC 4180: fields may stand in double quotes and then hold line breaks and doubled quotes; a quote that is
 * not closed, or closed in the middle of a field, is a sign like any other. Empty rows at the end are left out.
 * Throws Refused beyond the limits.
 */
export function splitSeparated(text: string, separator: string): SeparatedRow[] {
  const rows: SeparatedRow[] = [];
  let empty: SeparatedRow[] = [];
  let count = 0;
  let line = 1;
  for (let at = 0; at < text.length;) {
    const row: SeparatedRow = { line, fields: [] };
    let isFilled = false;
    for (;;) {
      const { field, end } = fieldAt(text, at, separator);
      const hasText = field.trim() !== '';
      if (row.fields.length < limits.columns.most) row.fields.push(field);
      else if (hasText) throw beyondLimit('columns', `第${line}行`);
      isFilled ||= hasText;
      for (let index = field.indexOf('\n'); index >= 0; index = field.indexOf('\n', index + 1))
        line += 1;
      at = end + 1;
      if (end >= text.length || text.charAt(end) === '\n') break;
    }
    line += 1;
    if (!isFilled) {
      if (rows.length + empty.length <= limits.rows.most) empty.push(row);
      continue;
    }
    count += row.fields.length + empty.reduce((sum, { fields }) => sum + fields.length, 0);
    rows.push(...empty, row);
    empty = [];
    keepTo('rows', rows.length);
    keepTo('cells', count);
  }
  return rows;
}

/** The field that begins at a place, and where its separator, line break or the end of the text is. */
function fieldAt(text: string, from: number, separator: string): { field: string; end: number } {
  const plain = endOf(text, from, separator);
  if (text.charAt(from) !== '"') return { field: text.slice(from, plain), end: plain };
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    const next = text.charAt(quote + 1);
    if (next === '"') continue;
    if (next !== '' && next !== separator && next !== '\n') break;
    return { field: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
  return { field: text.slice(from, plain), end: plain };
}

function endOf(text: string, from: number, separator: string): number {
  const code = separator.charCodeAt(0);
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== code && text.charCodeAt(at) !== 10) at += 1;
  return at;
}

/** Reads a .csv: comma, semicolon or tab, whichever its fullest line has most of. */
export function readCsv(file: string, text: string): Grid {
  const whole = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const rows = splitSeparated(whole, mostUsed(whole)).map(({ line, fields }) =>
    fields.map((field, index): Cell => {
      keepTo('paragraph', field.length);
      return {
        text: unguarded(field.trim()),
        place: { file, sheet: '', row: line, cell: columnLetters(index) },
      };
    }),
  );
  return { kind: 'grid', sheet: '', rows };
}

function mostUsed(text: string): string {
  // What stands in quotes parts nothing.
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/gu, '')
    .split('\n', 200);
  const count = (separator: string): number =>
    Math.max(...lines.map((line) => line.split(separator).length));
  return [',', '\t', ';'].toSorted((x, y) => count(y) - count(x))[0] ?? ',';
}
