/** 表: what a paper holds before anybody knows what it means — lines of text and grids of cells, each with its place. */

import type { PictureType } from './magic.ts';

/** Where something stands in a file that somebody sent; said to people, so that they can find it. */
export interface PaperPlace {
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
  type: PictureType;
  /** Where its upper left corner lies. */
  place: PaperPlace;
}

export interface Cell {
  /** As it stands in the file, line breaks included; struck-out text left out. */
  text: string;
  place: PaperPlace;
  /** Filled from the merged cell above it or to its left. */
  merged?: 'down' | 'across';
  /** The day that a date cell holds, whatever it shows. */
  day?: string;
  /** What the file holds behind what it shows: a number with its format, a formula's text without “=”. */
  raw?: {
    value?: number | string | boolean;
    format?: string;
    formula?: string;
    /** Days of this workbook count from 1904-01-01 and not from 1899-12-30. */
    from1904?: true;
  };
  /** Not seen by a person who opens the file. */
  hidden?: 'row' | 'column' | 'sheet';
  /** The text that is struck out in it. */
  struck?: string;
  /** Where its hyperlink leads, where that is not the text itself. */
  link?: string;
  /** All of them, `link` the first, where there are several. */
  links?: string[];
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
  place: PaperPlace;
  /** True where Word writes a number of its own before the text; it is not part of `text`. */
  numbered?: true;
  /** True where the line above is of the same paragraph. */
  continues?: true;
  /** The text that is struck out in it. */
  struck?: string;
  link?: string;
  links?: string[];
  comment?: string;
  pictures?: Picture[];
}

/** Something in a file that no line and no cell holds, and that must not vanish: a text box, a drawing, a hidden sheet. */
export interface Unread {
  place: PaperPlace;
  /** What it is, in Chinese: 文本框“…”, 嵌入的对象, 隐藏的工作表. */
  what: string;
}

/** A file as it was read: its blocks in their order, and what a reader should know about the reading. */
export interface Paper {
  file: string;
  blocks: (Grid | Line)[];
  /** Sheets that a person who opens the file does not see; they are named in `unread` too. */
  hidden?: Grid[];
  notes: string[];
  /** The whole text of a file that is nothing but text. */
  text?: string;
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
export function placeInWords({ file, sheet, row, cell }: PaperPlace): string {
  return [file, sheet, row > 0 ? `第${row}行` : '', cell].filter((part) => part !== '').join(' · ');
}

/** `附件.xlsx · 问题清单`; the file alone where its table is in no sheet. */
export function tableInWords(file: string, sheet: string): string {
  return placeInWords({ file, sheet, row: 0, cell: '' });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `D` for column 3, counted from 0; `AA` for 26. */
export function columnLetters(index: number): string {
  const letter = LETTERS.charAt(index % 26);
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** True for a whole number of more digits than a workbook keeps: the last ones are not what was typed. */
export function isInexact({ raw }: Pick<Cell, 'raw'>): boolean {
  return typeof raw?.value === 'number' && Math.abs(raw.value) >= 1e15;
}

/** Adds links that say more than the text does. */
export function addLinks(
  content: Pick<Cell, 'text' | 'link' | 'links'>,
  targets: readonly string[],
): void {
  const plain = (text: string): string => text.trim().replace(/\/$/u, '');
  const text = plain(content.text);
  const known = content.links ?? (content.link === undefined ? [] : [content.link]);
  const all = [
    ...new Set([...known, ...targets.filter((one) => one.trim() !== '' && plain(one) !== text)]),
  ];
  const [first] = all;
  if (first !== undefined) content.link = first;
  if (all.length > 1) content.links = all;
}
