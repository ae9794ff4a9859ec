/** 公式: what a formula says without being computed — where its link leads, which picture it shows. */
import { rangeOf } from './grid.ts';

/** The address in HYPERLINK("…"), or the cell in HYPERLINK(B2); undefined for other formulas. */
export function hyperlinkOf(
  formula: string,
): { target: string } | { cell: string } | 'computed' | undefined {
  const inner = /(?:^|[^\w.])HYPERLINK\(\s*([^\n]*)/iu.exec(formula)?.[1];
  if (inner === undefined) return undefined;
  const target = /^"((?:[^"]|"")*)"\s*[,;)]/u.exec(inner)?.[1];
  if (target !== undefined) return { target: target.replaceAll('""', '"') };
  const cell = /^(\$?[A-Z]{1,3}\$?\d{1,7})\s*[,;)]/iu.exec(inner)?.[1];
  return cell !== undefined && rangeOf(cell) !== undefined ? { cell } : 'computed';
}

/** The name of the picture that WPS shows in a cell: DISPIMG("ID_…",1). */
export function cellPictureOf(formula: string): string | undefined {
  return /DISPIMG\(\s*"([^"]+)"/iu.exec(formula)?.[1];
}

const REFERENCE = /"[^"]*"|'[^']*'|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/giu;

/** A formula as it stands some rows below and columns right of where it was written. */
export function shiftedFormula(formula: string, down: number, across: number): string {
  return formula.replace(
    REFERENCE,
    (
      all: string,
      fixedColumn: string | undefined,
      column: string | undefined,
      fixedRow: string | undefined,
      row: string | undefined,
      at: number,
    ) => {
      if (row === undefined || column === undefined || /[\w.]/u.test(formula.charAt(at - 1)))
        return all;
      const moved = fixedColumn === '' ? lettersAfter(column, across) : column;
      const line = fixedRow === '' ? Number(row) + down : Number(row);
      return `${fixedColumn}${moved}${fixedRow}${line}`;
    },
  );
}

function lettersAfter(column: string, across: number): string {
  let number = [...column.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    across,
  );
  let letters = '';
  for (; number > 0; number = Math.floor((number - 1) / 26))
    letters = String.fromCharCode(65 + ((number - 1) % 26)) + letters;
  return letters;
}
