/**
 * 附表文字: a table of accounts that came as lines of text with spaces between its cells, under a line with the names of
 * its columns. What a cell means is known by that line only.
 */
import type { Line } from '../../paper/sheet.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import { ColumnNames } from '../list/column-names.ts';
import type { Known } from '../record/known.ts';
import { saysNothing } from '../record/row/row-words.ts';
import { tidy } from '../words/wording.ts';
import type { Named } from './mention/named.ts';

/** The accounts of such tables, and the lines that belong to none. */
export function tableLinesIn(
  lines: readonly Line[],
  known: Known,
): { named: Named[]; rest: Line[] } {
  const columns = new ColumnNames(known.ledger.vocabulary.columns);
  const named: Named[] = [];
  const rest: Line[] = [];
  let head: (ColumnId | undefined)[] | undefined;
  for (const line of lines) {
    const cells = tidy(line.text).split(/\s+/u);
    const ids = cells.map((cell) => columns.find(cell)?.id);
    if (
      cells.length >= 3 &&
      ids.includes('finding') &&
      (ids.includes('name') || ids.includes('listed'))
    )
      head = ids;
    else if (head?.length === cells.length) named.push(namedOf(head, cells, line));
    else {
      head = undefined;
      rest.push(line);
    }
  }
  return { named, rest };
}

function namedOf(
  head: readonly (ColumnId | undefined)[],
  cells: readonly string[],
  line: Line,
): Named {
  const cell = (id: ColumnId): string => cells[head.indexOf(id)] ?? '';
  const finding = cell('finding');
  const isWell = saysNothing(finding);
  return {
    mention: {
      at: 0,
      end: 0,
      name: cell('name') === '' ? cell('listed') : cell('name'),
      platform: cell('platform'),
      unit: cell('host') === '' ? undefined : cell('host'),
      isUnsure: false,
    },
    place: line.place,
    sentence: line.text,
    findings: isWell ? [] : [finding],
    guesses: [],
    ...(isWell && { why: 'nothing' as const }),
  };
}
