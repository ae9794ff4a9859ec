/** 表: what a paper holds before anybody knows what it means — lines of text and grids of cells, each with its place. */

/** Where something stands in a file that somebody sent; said to people, so that they can find it. */
export interface Place {
  file: string;
  /** A worksheet's name, 第1个表格, or 正文. */
  sheet: string;
  /** From 1, as the program that made the file counts. */
  row: number;
  /** D5 in a workbook, 第4格 in a table of text; empty for a whole row or line. */
  cell: string;
}

/** A picture that stands in a paper: pasted on a sheet, put into a cell, or in a line of text. */
export interface Picture {
  bytes: Uint8Array;
  /** By its first bytes; what is none of these is named among what was not read. */
  type: 'png' | 'jpeg' | 'gif' | 'bmp' | 'webp' | 'emf' | 'wmf' | 'tiff';
  /** Where its upper left corner lies. */
  place: Place;
}

export interface Cell {
  /** As it stands in the file, line breaks included; struck-out text left out. */
  text: string;
  place: Place;
  /** Filled from the merged cell above it or to its left. */
  merged?: 'down' | 'across';
  /** The day that a date cell holds, whatever it shows. */
  day?: string;
  /** What the file holds behind what it shows: a number with its format, a formula's text without “=”. */
  raw?: { value?: number | string | boolean; format?: string; formula?: string };
  /** Not seen by a person who opens the file. */
  hidden?: 'row' | 'column' | 'sheet';
  /** The text that is struck out in it. */
  struck?: string;
  /** Where its hyperlink leads, where that is not the text itself. */
  link?: string;
  /** Pictures whose upper left corner lies in it. */
  pictures?: Picture[];
  /** A comment or note (批注) on it. */
  comment?: string;
}

export interface Grid {
  kind: 'grid';
  sheet: string;
  rows: Cell[][];
}

export interface Line {
  kind: 'line';
  text: string;
  place: Place;
  /** The text that is struck out in it. */
  struck?: string;
  comment?: string;
  pictures?: Picture[];
}

/** Something in a file that no line and no cell holds, and that must not vanish: a text box, a drawing, a hidden sheet. */
export interface Unread {
  place: Place;
  /** What it is, in Chinese: 文本框“…”, 嵌入的对象, 隐藏的工作表. */
  what: string;
}

/** A file as it was read: its blocks in their order, and what a reader should know about the reading. */
export interface Paper {
  file: string;
  blocks: (Grid | Line)[];
  notes: string[];
  /** What was there and could not be put into lines and cells. */
  unread?: Unread[];
}

/** Why a file is not read: two Chinese sentences. */
export interface Refusal {
  problem: string;
  remedy: string;
}

export type PaperReading = { paper: Paper } | { refusal: Refusal };

/** `附件.xlsx · 问题清单 · 第5行 · D5`. */
export function placeInWords({ file, sheet, row, cell }: Place): string {
  return [file, sheet, row > 0 ? `第${row}行` : '', cell].filter((part) => part !== '').join(' · ');
}

/** `D` for column 3, counted from 0; `AA` for 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Merged cells as the HTML of tables counts them: a cell with spans, in the order of rows. */
export interface SpanCell {
  text: string;
  across: number;
  down: number;
}

/** Lays cells with spans out on a grid; every square that a merged cell covers holds its text. */
export function layOut(
  rows: readonly (readonly SpanCell[])[],
  placeAt: (row: number, column: number) => Place,
): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const { text, across, down } of row) {
      while (grid[r]?.[column] !== undefined) column += 1;
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
          const line = grid[r + y];
          if (line === undefined) continue;
          const place = placeAt(r + y, column + x);
          const merged = x > 0 ? 'across' : y > 0 ? 'down' : undefined;
          line[column + x] = merged === undefined ? { text, place } : { text, place, merged };
        }
      }
      column += across;
    }
  }
  return grid.map((line, r) =>
    Array.from(line, (cell, c) => (cell as Cell | undefined) ?? { text: '', place: placeAt(r, c) }),
  );
}
