/** 争栏: of several columns that nobody knows and that sound alike, the one that is most likely meant; the others are asked about too. */
import type { ColumnId } from '../../../schema/vocabulary.ts';
import type { Cell } from '../../../paper/sheet.ts';
import type { Recognises } from '../guess.ts';
import type { TitledColumn } from '../header-row.ts';

/** A column with what stands in it and what it may be. */
export interface GuessedColumn {
  column: TitledColumn;
  /** Its words, blank cells left out. */
  cells: readonly string[];
  guess: ColumnId | undefined;
  /** Sounds like another column that is likelier: asked all the same, so that nothing of it is lost. */
  isRival?: boolean;
}

/** What a row may have one of, and of which the wrong one would be believed. */
export const CONTESTED: readonly ColumnId[] = ['finding', 'deadline'];
/** 无, /: a cell that says nothing. */
const SAYS_NOTHING = /^(?:无|[/／—–-]+)$/u;

/** Marks the rivals, in place. */
export function settleRivals(
  guesses: readonly GuessedColumn[],
  rows: readonly (readonly Cell[])[],
  recognises: Recognises,
): void {
  for (const id of CONTESTED) {
    const rivals = guesses.filter(({ guess, cells }) => guess === id && cells.length > 0);
    if (rivals.length < 2) continue;
    const scored = rivals.map((one) => ({ one, score: score(one, id, rows, recognises) }));
    const best = Math.max(...scored.map(({ score: own }) => own));
    const [first] = scored.filter(({ score: own }) => own === best);
    for (const { one } of scored) one.isRival = one !== first?.one;
  }
}

/** How many rows of a column say what it is taken for; what is hidden is not meant. */
function score(
  { column, cells }: GuessedColumn,
  id: ColumnId,
  rows: readonly (readonly Cell[])[],
  { isFinding, isDeadline }: Recognises,
): number {
  const isHidden = rows.some((row) => row[column.index]?.hidden === 'column');
  const words = cells.filter((text) => !SAYS_NOTHING.test(text));
  const known = words.filter(id === 'finding' ? isFinding : isDeadline).length;
  return (isHidden ? 0 : 1000) + words.length + known;
}
