/**
 * 发出的报送单: how many sheets and rows were sent to each unit in a period, by the copies that the office kept. A sheet
 * says itself for whom it was made and when; nothing of it is written into the ledger.
 */
import type { Period } from '../../day/period.ts';
import type { ReceivedFile } from './report/attachment.ts';
import { sheetCode } from './out/stamp.ts';
import { readFileBack } from './read/file-back.ts';

export interface SentSheets {
  readonly sheets: number;
  /** Rows to be answered. */
  readonly rows: number;
}

export interface SheetsSent {
  /** By unit; a sheet that lies there twice counts once. */
  readonly byUnit: ReadonlyMap<string, SentSheets>;
  /** Made on a day outside the period. */
  readonly outside: number;
  /** Files that do not say when they were made: Word forms, and whatever is no sheet. */
  readonly undated: readonly string[];
}

/** Counts the sheets in files. */
export async function sentSheets(
  files: Iterable<ReceivedFile>,
  { from, until }: Period,
): Promise<SheetsSent> {
  const byUnit = new Map<string, SentSheets>();
  const seen = new Set<string>();
  const undated: string[] = [];
  let outside = 0;
  for (const file of files) {
    const back = await readFileBack(file);
    const stamps = back.kind === 'sheets' ? back.sheets.flatMap(({ stamp }) => stamp ?? []) : [];
    if (stamps.length === 0) undated.push(file.name);
    for (const stamp of stamps) {
      const code = sheetCode(stamp);
      if (seen.has(code)) continue;
      seen.add(code);
      if (stamp.madeOn < from || stamp.madeOn > until) {
        outside += 1;
        continue;
      }
      const { sheets, rows } = byUnit.get(stamp.unit) ?? { sheets: 0, rows: 0 };
      byUnit.set(stamp.unit, { sheets: sheets + 1, rows: rows + stamp.rows.length });
    }
  }
  return { byUnit, outside, undated };
}
