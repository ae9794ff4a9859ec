/** Sheets as they come back, cell by cell, for tests of how one part of them is read. */
import type { ReportContext } from '../../../src/intake/sheet-back/report/new-update.ts';
import type { FilledKey } from '../../../src/intake/sheet-back/out/unit-sheet-columns.ts';
import type { SheetBackRow } from '../../../src/intake/sheet-back/read/sheet-back.ts';
import type { Cell, PaperPlace } from '../../../src/paper/sheet.ts';
import { type Changes, checkSmall } from '../../ledger/small.ts';

export const placeAt = (row: number, cell = ''): PaperPlace => ({
  file: '表.xlsx',
  sheet: '报送单',
  row,
  cell,
});

/** A row of what a unit filled in. */
export function filledRow(
  filled: Partial<Record<FilledKey, string | Partial<Cell>>>,
  more: Partial<SheetBackRow> = {},
): SheetBackRow {
  return {
    place: placeAt(5),
    fixed: {},
    filled: Object.fromEntries(
      Object.entries(filled).map(([key, said], index) => [
        key,
        {
          text: '',
          place: placeAt(5, `${String.fromCharCode(73 + index)}5`),
          ...(typeof said === 'string' ? { text: said } : said),
        },
      ]),
    ),
    beside: [],
    ...more,
  };
}

export function contextWith(
  more: Partial<ReportContext> = {},
  changes: Changes = {},
): ReportContext {
  const { ledger } = checkSmall(changes);
  if (ledger === undefined) throw new Error('no ledger');
  return {
    ledger,
    unit: 'jia',
    sheet: '甲/表.xlsx',
    reportedOn: '2026-03-20',
    reporter: '股长',
    approver: '主任',
    signed: {},
    files: [],
    taken: () => false,
    settings: {
      today: '2026-03-21',
      stamp: '20260321-101500',
      receivedBy: '办公室',
      channel: '报送单',
      check: () => [],
      largest: 10_000_000,
    },
    ...more,
  };
}
