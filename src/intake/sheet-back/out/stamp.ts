/** 校验: what a sheet that is sent out carries along, so that it is known whatever it is renamed to. */
import { createHash } from 'node:crypto';
import { type UnitSheetRow, fixedSum } from './unit-sheet-rows.ts';

/** Name of the hidden sheet. */
export const STAMP_SHEET = '校验（请勿改动）';
const VERSION = '整改报送单 1';

export interface Stamp {
  /** Commit of the ledger that the sheet was made from; empty outside Git. */
  commit: string;
  campaign: string;
  unit: string;
  madeOn: string;
  rows: StampRow[];
}

export interface StampRow {
  issue: string;
  /** Id of the last update when the sheet was made. */
  last: string;
  sum: string;
}

export function stampRows(rows: readonly UnitSheetRow[]): StampRow[] {
  return rows.map((row) => ({ issue: row.issue, last: row.last, sum: fixedSum(row) }));
}

/** The stamp as the cells of the hidden sheet. */
export function stampCells(stamp: Stamp): string[][] {
  return [
    [VERSION, sheetCode(stamp)],
    ['commit', stamp.commit],
    ['campaign', stamp.campaign],
    ['unit', stamp.unit],
    ['madeOn', stamp.madeOn],
    ...stamp.rows.map(({ issue, last, sum }) => ['row', issue, last, sum]),
  ];
}

/** The stamp in cells, or undefined where they are none or were tampered with. */
export function stampIn(cells: readonly (readonly string[])[]): Stamp | undefined {
  const [[version = '', code = ''] = []] = cells;
  if (version !== VERSION) return undefined;
  const value = (key: string): string => cells.find(([name]) => name === key)?.[1] ?? '';
  const stamp: Stamp = {
    commit: value('commit'),
    campaign: value('campaign'),
    unit: value('unit'),
    madeOn: value('madeOn'),
    rows: cells
      .filter(([key]) => key === 'row')
      .map(([, issue = '', last = '', sum = '']) => ({ issue, last, sum })),
  };
  return sheetCode(stamp) === code ? stamp : undefined;
}

/** 单号: campaign/unit/ten hexadecimal digits; printed on the sheet, so that paper and exports keep it too. */
export function sheetCode(stamp: Stamp): string {
  const digest = createHash('sha256').update(JSON.stringify(stamp)).digest('hex').slice(0, 10);
  return `${stamp.campaign}/${stamp.unit}/${digest}`;
}

/** Campaign and unit of a 单号 in a text. */
export function codeIn(text: string): { campaign: string; unit: string } | undefined {
  const match = /(?<campaign>[a-z0-9-]+)\/(?<unit>[a-z0-9-]+)\/[0-9a-f]{10}/u.exec(text);
  const { campaign, unit } = match?.groups ?? {};
  return campaign === undefined || unit === undefined ? undefined : { campaign, unit };
}
