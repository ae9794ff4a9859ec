/**
 * 写法: the many ways to write the same phrase (full width, Chinese numerals, spaces and broken lines, PDF radicals)
 * brought to one, with the way back to the source, because words quoted in the ledger stand as the source wrote them.
 */

import { NUMERALS, numeralValue, numeralYear } from '../../text/numeral.ts';
import { own } from '../../text/own.ts';

/** A phrase in its uniform writing; `starts` and `ends` give each character's place in the source. */
export interface Writing {
  source: string;
  read: string;
  starts: readonly number[];
  ends: readonly number[];
}

interface Cell {
  char: string;
  start: number;
  end: number;
}

/** What may follow a number that counts time or occurrences; a numeral before anything else is left as it is. */
const UNITS = '年月日号天周个季度次更条篇期场小工作自星礼点时分秒半';
/** Not numbers: 两月 and 两季 (no month, no quarter of the year), 一次性, 更新. */
const LOOSE = /^(?:两[月季]|.次性|.更[新换改正])/u;
const PUNCTUATION: Readonly<Record<string, string>> = {
  '。': ';',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '~': '-',
  '〜': '-',
  '∼': '-',
  '【': '(',
  '】': ')',
  '［': '(',
  '］': ')',
  '[': '(',
  ']': ')',
  '〔': '(',
  '〕': ')',
};
/** Quotation marks, and characters that have no width. */
const DROPPED = /["'“”‘’「」『』《》\u00AD\u200B-\u200F\u2060\uFEFF]/u;

/** Brings a phrase to its uniform writing: half width, Arabic numbers before units, no idle spaces. */
export function uniformWriting(source: string): Writing {
  const cells = withNumbers(withRoundZeros(withoutSpaces(halfWidth(source))));
  return {
    source,
    read: cells.map((cell) => cell.char).join(''),
    starts: cells.map((cell) => cell.start),
    ends: cells.map((cell) => cell.end),
  };
}

/** The words of the source from `start` up to `end` (places in `read`), without the breaks of its layout. */
export function asWritten(writing: Writing, start: number, end: number): string {
  const from = writing.starts[start];
  const to = writing.ends[end - 1];
  if (from === undefined || to === undefined || start >= end) return '';
  return writing.source
    .slice(from, to)
    .replace(/(?<![\w.,])\s+|\s+(?![\w.,])/gu, '')
    .trim();
}

function halfWidth(source: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const letter of source) {
    const end = at + letter.length;
    const plain = /[\uFF01-\uFF5E\u2F00-\u2FD5\uF900-\uFAFF]/u.test(letter)
      ? letter.normalize('NFKC')
      : letter;
    const char = own(PUNCTUATION, plain) ?? plain;
    if (!DROPPED.test(char)) {
      cells.push({ char: /\s/u.test(char) ? ' ' : char, start: at, end });
    }
    at = end;
  }
  return cells;
}

/** A space is kept, once, only between two Latin letters or digits: 2024-10-25 18:00. */
function withoutSpaces(cells: readonly Cell[]): Cell[] {
  const kept: Cell[] = [];
  let gap: Cell | undefined;
  for (const cell of cells) {
    if (cell.char === ' ') {
      gap ??= cell;
      continue;
    }
    if (gap && isLatin(kept.at(-1)) && isLatin(cell)) kept.push(gap);
    gap = undefined;
    kept.push(cell);
  }
  return kept;
}

function isLatin(cell: Cell | undefined): boolean {
  return cell !== undefined && /[0-9A-Za-z]/u.test(cell.char);
}

/** 二0二0年 and 二O二〇年: the round zero of a written year, typed as a figure or a letter. */
function withRoundZeros(cells: readonly Cell[]): Cell[] {
  const places = [
    ...cells
      .map(({ char }) => char)
      .join('')
      .matchAll(/二[0Oo〇零○][0Oo〇零○一二三四五六七八九]{2}(?=年)/gu),
  ];
  const isInYear = (at: number): boolean =>
    places.some(({ index }) => at > index && at < index + 4);
  return cells.map((cell, at) =>
    isInYear(at) && /[0Oo]/u.test(cell.char) ? { ...cell, char: '〇' } : cell,
  );
}

function withNumbers(cells: readonly Cell[]): Cell[] {
  const result: Cell[] = [];
  for (let at = 0; at < cells.length;) {
    let end = at;
    while (NUMERALS.includes(cells[end]?.char ?? ' ')) end += 1;
    const run = cells.slice(at, end);
    const [first, last, unit] = [run[0], run.at(-1), cells[end]?.char];
    const isLoose =
      last !== undefined && LOOSE.test(last.char + (unit ?? '') + (cells[end + 1]?.char ?? ''));
    const number = unit === undefined || isLoose ? undefined : numberBefore(unit, run);
    if (number !== undefined && first && last) {
      for (const char of String(number)) result.push({ char, start: first.start, end: last.end });
    } else {
      result.push(...run);
    }
    // The character that ended the run is no numeral, so it is copied along.
    result.push(...cells.slice(end, end + 1));
    at = end + 1;
  }
  return result;
}

function numberBefore(unit: string, run: readonly Cell[]): number | undefined {
  const text = run.map((cell) => cell.char).join('');
  if (!UNITS.includes(unit)) return undefined;
  return (unit === '年' ? numeralYear(text) : undefined) ?? numeralValue(text);
}
