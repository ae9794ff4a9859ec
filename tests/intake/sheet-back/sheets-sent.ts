/** Sheets as they were sent, filled in and sent back, and their reception with the checks of the review. (示例区，虚构) */
import type { Worksheet } from '../../../src/paper/book.ts';
import { contentWith } from '../../../scripts/enter/entry.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import type { ReceivedFile } from '../../../src/intake/sheet-back/report/attachment.ts';
import { receive, type Reception } from '../../../src/intake/sheet-back/reception.ts';
import {
  type UnitSheetBook,
  unitSheetBook,
} from '../../../src/intake/sheet-back/out/unit-sheet-book.ts';
import { unitSheetRows } from '../../../src/intake/sheet-back/out/unit-sheet-rows.ts';
import { stampRows } from '../../../src/intake/sheet-back/out/stamp.ts';
import { type Content, readFolder } from '../../../src/ledger/content.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { checkNewFiles } from '../../../src/review/new-files.ts';
import { LARGEST_TOTAL } from '../../../src/review/file/limits.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import type { Files } from '../../generator/memory.ts';
import { type Filling, fillSheet } from '../../git/office-round.ts';
import { ROUND, roundLedger } from '../../git/round-ledger.ts';

export const TODAY = '2026-06-15';
const MADE_ON = '2026-06-10';
export const WHO = { reporter: '办公室主任', approver: '分管负责人', reportedOn: '2026-06-12' };
export const UNIT = 'shili-office';

export interface Desk {
  content: Content;
  ledger: Ledger;
}

/** A ledger in memory. */
export function deskOf(files: Files): Desk {
  const texts = new Map<string, Uint8Array>();
  const evidence = new Map<string, number>();
  for (const [path, data] of files) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    if (path.startsWith('evidence/') && !path.endsWith('.yaml'))
      evidence.set(path.slice('evidence/'.length), bytes.length);
    else texts.set(path, bytes);
  }
  const content = { texts, evidence };
  const { ledger } = readLedger(content);
  if (ledger === undefined) throw new Error('台账读不出来');
  return { content, ledger };
}

/** The ledger of a folder. */
export function folderDesk(folder: string): Desk {
  const content = readFolder(folder);
  const { ledger } = readLedger(content);
  if (ledger === undefined) throw new Error('台账读不出来');
  return { content, ledger };
}

/** 36 units with two issues each: the first owes a dated link, the second a document, number or link. */
export const round = deskOf(roundLedger());

/** The sheet of a unit of the round. */
export function bookFor(unit: string, { ledger }: Desk = round, campaign = ROUND): UnitSheetBook {
  const rows = unitSheetRows(standing(ledger, MADE_ON), unit, campaign);
  return {
    unitName: ledger.units.get(unit)?.name ?? unit,
    campaignName: '示例区集中整改',
    office: '示例区人民政府办公室',
    rows,
    stamp: { commit: '', campaign, unit, madeOn: MADE_ON, rows: stampRows(rows) },
  };
}

/** A sheet of the round, filled in; `tamper` gets the page afterwards. */
export async function filled(
  rowsOf: (issues: string[]) => Filling['rows'],
  {
    unit = UNIT,
    tamper,
    who = WHO,
  }: { unit?: string; tamper?: (page: Worksheet) => void; who?: Partial<typeof WHO> } = {},
): Promise<Uint8Array> {
  const { bytes } = await fillSheet(
    await unitSheetBook(bookFor(unit)),
    (issues) => ({ ...who, rows: rowsOf(issues) }),
    tamper,
  );
  return bytes;
}

/** Receives files as the command does: what the review refuses is not received. */
export function received(
  files: ReceivedFile[],
  {
    desk = round,
    today = TODAY,
    reports = new Map<string, string>(),
    largest = LARGEST_TOTAL,
  } = {},
): Promise<Reception> {
  const { content, ledger } = desk;
  const as = {
    account: '',
    reviewer: true,
    maintainer: false,
    robot: false,
    units: new Set<string>(),
    others: [],
  };
  return receive(
    files,
    ledger,
    {
      today,
      stamp: `${today.replaceAll('-', '')}-101500`,
      receivedBy: '政务公开股',
      channel: '报送单',
      largest,
      check: (added) =>
        checkNewFiles({
          base: ledger,
          merged: contentWith(content, added),
          files: added,
          as,
          isNamed: true,
          today,
        }).faults,
    },
    { reports, evidence: new Set() },
  );
}
