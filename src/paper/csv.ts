/** 分隔文本: .csv as WPS, Excel and Notepad save it — UTF-8 with or without a mark, GBK, UTF-16 — nothing converted. */
import { columnLetters, type Cell, type Grid } from './sheet.ts';

/** Text of bytes in any encoding that Chinese offices save; GBK is read as GB 18030, which contains it. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return by('utf-16le', bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return by('utf-16be', bytes.subarray(2));
  if (a === 0xef && b === 0xbb && c === 0xbf) return by('utf-8', bytes.subarray(3));
  try {
    return by('utf-8', bytes);
  } catch {
    return by('gb18030', bytes);
  }
}

function by(encoding: string, bytes: Uint8Array): { text: string; encoding: string } {
  const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  return { text, encoding };
}

/** A record of separated text: its fields, and the line (from 1) on which it begins. */
export interface SeparatedRow {
  line: number;
  fields: string[];
}

/** Splits by RFC 4180: fields may stand in double quotes and then hold line breaks and doubled quotes. */
export function splitSeparated(text: string, separator: string): SeparatedRow[] {
  const rows: SeparatedRow[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = 1;
  let begins = 1;
  const endRow = (): void => {
    rows.push({ line: begins, fields: [...fields, field] });
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') line += 1;
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && field === '') isQuoted = true;
    else if (char === separator) {
      fields.push(field);
      field = '';
    } else if (char === '\n') {
      endRow();
      begins = line;
    } else if (char !== '\r') field += char;
  }
  if (field !== '' || fields.length > 0) endRow();
  return rows;
}

/** Reads a .csv: comma, semicolon or tab, whichever its fullest line has most of. */
export function readCsv(file: string, text: string): Grid {
  const separator = mostUsed(text);
  const rows = splitSeparated(text, separator).map(({ line, fields }) =>
    fields.map((field, index): Cell => ({
      text: field.trim(),
      place: { file, sheet: '', row: line, cell: columnLetters(index) },
    })),
  );
  return { kind: 'grid', sheet: '', rows };
}

function mostUsed(text: string): string {
  const count = (separator: string): number =>
    Math.max(...text.split('\n', 200).map((line) => line.split(separator).length));
  return [',', '\t', ';'].toSorted((x, y) => count(y) - count(x))[0] ?? ',';
}
