/**
 * 分格: which of the lines of a row make up which cell, for tables that were copied with one cell a line. Lines are cut
 * where a unit, a problem and a deadline come out whole; when that can be done in two ways, it is asked.
 */
import type { ColumnId } from '../../../schema/vocabulary.ts';
import { readDeadline } from '../../../domain/phrase/read.ts';
import type { Known } from '../known.ts';
import type { Inquiry } from '../../inquiry/question.ts';
import type { ListRow } from '../../list/entry.ts';
import { mendedText } from '../../words/wording.ts';

/** A row of more lines is not tried out. */
const MOST_LINES = 24;
/** In a cell that was broken, every line but the last is about as long as the longest. */
const FULL_LINE = 0.6;
const BAR = '｜';

type Cut = string[];

/** Settles the cells of a row in place; true when they are settled. */
export function settleCells(
  row: ListRow,
  known: Known,
  listedOn: string,
  inquiry: Inquiry,
): boolean {
  if (row.unsettled === undefined) return true;
  const { lines, columns } = row.unsettled;
  const cuts = lines.length > MOST_LINES ? [] : cutsOf(lines, columns, known, listedOn);
  const [only] = cuts;
  const cut = cuts.length === 1 && only !== undefined ? only : askCut(row, cuts, columns, inquiry);
  if (cut === undefined) return false;
  for (const [index, id] of columns.entries()) {
    if (id !== undefined && id !== 'ignored')
      row.cells[id] = { text: cut[index] ?? '', place: row.place };
  }
  row.notes.push('一格分成了几行，已按单位、问题和时限接上');
  return true;
}

function askCut(
  row: ListRow,
  cuts: readonly Cut[],
  columns: readonly (ColumnId | undefined)[],
  inquiry: Inquiry,
): Cut | undefined {
  const lines = row.unsettled?.lines ?? [];
  return inquiry.ask(
    {
      ask: 'cells',
      text: lines.join(BAR),
      message: `第${row.numberText}条的文字分不清是哪几格；请写成 ${columns.length} 格，格与格之间用 ${BAR}`,
      candidates: cuts.slice(0, 5).map((cut) => ({ answer: cut.join(BAR), label: cut.join(BAR) })),
    },
    row.place,
    ([answer = '']) => {
      const cells = answer.split(/[｜|]/u).map((cell) => cell.trim());
      return cells.length === columns.length ? cells : undefined;
    },
  );
}

/** Every way to cut the lines into cells in which host, finding and deadline come out whole. */
function cutsOf(
  lines: readonly string[],
  columns: readonly (ColumnId | undefined)[],
  known: Known,
  listedOn: string,
): Cut[] {
  const isWhole = (id: ColumnId | undefined, text: string): boolean => {
    switch (id) {
      case 'host':
        return known.units.find(text) !== undefined;
      case 'finding':
        return known.phrases.isFinding(text);
      case 'deadline':
        return readDeadline(text, { listedOn }).deadline.kind !== 'unread';
      default:
        return text !== '';
    }
  };
  const found: Cut[] = [];
  const walk = (from: number, column: number, cut: Cut): void => {
    if (column === columns.length) {
      if (from === lines.length) found.push(cut);
      return;
    }
    const most = lines.length - (columns.length - column - 1);
    for (let to = from + 1; to <= most; to += 1) {
      const own = lines.slice(from, to);
      const text = mendedText(own.join('\n'));
      if (areBroken(own) && isWhole(columns[column], text)) walk(to, column + 1, [...cut, text]);
    }
  };
  walk(0, 0, []);
  return found;
}

/** Whether lines look like one cell that was broken; a platform with its colon may stand on a line of its own. */
function areBroken(lines: readonly string[]): boolean {
  const longest = Math.max(...lines.map(({ length }) => length));
  return lines.every(
    (line, index) =>
      index === lines.length - 1 ||
      (index === 0 && /[：:]$/u.test(line)) ||
      line.length >= longest * FULL_LINE,
  );
}
