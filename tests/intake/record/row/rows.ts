/** Rows of a list and what is known of the small ledger, for tests of how one part of a row is read. */
import { Inquiry, questionKey, type Question } from '../../../../src/intake/inquiry/question.ts';
import type { ListRow } from '../../../../src/intake/list/entry.ts';
import { Known } from '../../../../src/intake/record/known.ts';
import type { ReadRow } from '../../../../src/intake/record/row/read-row.ts';
import type { PaperPlace } from '../../../../src/paper/sheet.ts';
import type { ColumnId } from '../../../../src/schema/vocabulary.ts';
import { type Changes, checkSmall } from '../../../ledger/small.ts';

export const place: PaperPlace = { file: '清单.xlsx', sheet: 'Sheet1', row: 2, cell: 'A2' };

export function knownOf(changes: Changes = {}): Known {
  const { ledger, faults } = checkSmall(changes);
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  return new Known(ledger);
}

/** An inquiry with answers by `ask 文字`. */
export function inquiryWith(given: Readonly<Record<string, string>> = {}): Inquiry {
  return new Inquiry(
    new Map(
      Object.entries(given).map(([question, answer]) => {
        const at = question.indexOf(' ');
        const [ask, text] =
          at < 0 ? [question, ''] : [question.slice(0, at), question.slice(at + 1)];
        return [questionKey(ask as Question['ask'], text), [answer]] as const;
      }),
    ),
  );
}

export const asksOf = (inquiry: Inquiry): string[] =>
  inquiry.questions.map(({ ask, text }) => `${ask} ${text}`.trim());

export function listRow(
  cells: Partial<Record<ColumnId, string>>,
  more: Partial<ListRow> = {},
): ListRow {
  return {
    place,
    table: 1,
    number: 1,
    numberText: '1',
    cells: Object.fromEntries(Object.entries(cells).map(([id, text]) => [id, { text, place }])),
    raw: { ...cells },
    notes: [],
    ...more,
  };
}

/** A row whose cells are read, and nothing of it settled. */
export function readRow(more: Partial<ReadRow> = {}): ReadRow {
  return {
    place,
    raw: {},
    row: 1,
    numberText: '1',
    isProposed: false,
    at: '',
    measures: '',
    deadlineText: '',
    readings: [],
    notes: [],
    questions: [],
    prior: undefined,
    listed: '',
    host: '',
    finding: '',
    ...more,
  };
}
