/**
 * 交回的报送单: what a unit wrote into a sheet or form that was sent out, found by its words and not by its place, since
 * rows may have been moved, the file renamed and saved again by another program. Every filled sheet of a file counts.
 */
import {
  type Cell,
  type Grid,
  type Paper,
  type Picture,
  type Place,
  placeInWords,
} from '../../paper/sheet.ts';
import { formsIn } from './form-in.ts';
import type { FilledKey, SignatureKey } from './return-columns.ts';
import type { FixedKey } from './return-rows.ts';
import { sheetsIn } from './sheet-in.ts';
import { codeIn, type Stamp, STAMP_SHEET } from './stamp.ts';

export interface ReturnedRow {
  place: Place;
  /** Pre-filled cells as they came back. */
  fixed: Partial<Record<FixedKey, Cell>>;
  filled: Partial<Record<FilledKey, Cell>>;
  /** Pictures that lie in the row beside the cell for evidence. */
  beside: Picture[];
}

/** What a reader finds in one table: a sheet, or a page of the form. */
export interface Found {
  /** What stands above the table, as a person reads it. */
  above: string[];
  /** The unit's name where it is printed. */
  unitName: string;
  signature: Partial<Record<SignatureKey, Cell>>;
  rows: ReturnedRow[];
  /** What stands in the table and is no report, in Chinese with its place. */
  notes: string[];
}

export interface Returned extends Omit<Found, 'above'> {
  file: string;
  /** 整改报送单, or 整改销号申请表 in Word, which has no hidden page. */
  kind: 'sheet' | 'form';
  /** What the file was known by. */
  knownBy: 'stamp' | 'code' | 'content';
  stamp?: Stamp | undefined;
  unit?: string | undefined;
  campaign?: string | undefined;
}

/** The sheets and forms in a paper; none where it is something else. */
export function returnedIn(paper: Paper, stamp: Stamp | undefined): Returned[] {
  const grids = paper.blocks.filter((block): block is Grid => block.kind === 'grid');
  const sheets = grids.flatMap(sheetsIn);
  const found = sheets.length > 0 ? sheets : formsIn(paper.blocks);
  const lines = paper.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
  const returned = found.map(({ above, ...rest }): Returned => {
    const own = [...above, ...lines];
    const code = own.map(codeIn).find((one) => one !== undefined);
    // A sheet that was copied into the workbook of another one is what it says itself.
    const isStamped =
      stamp !== undefined &&
      (code === undefined || (code.unit === stamp.unit && code.campaign === stamp.campaign));
    const known = isStamped ? stamp : code;
    return {
      ...rest,
      file: paper.file,
      kind: sheets.length > 0 ? 'sheet' : 'form',
      knownBy: isStamped ? 'stamp' : code ? 'code' : 'content',
      ...(isStamped && { stamp }),
      unit: known?.unit,
      campaign: known?.campaign,
      unitName: unitNameIn(own) ?? rest.unitName,
    };
  });
  returned[0]?.notes.push(...unreadIn(paper));
  return returned;
}

function unitNameIn(texts: readonly string[]): string | undefined {
  return texts
    .map((text) => /单位[：:]\s*(\S+)/u.exec(text)?.[1])
    .find((one) => one !== undefined);
}

/** What the paper holds beside its cells: text boxes, hidden sheets, pictures that nobody can open. */
function unreadIn({ unread = [] }: Paper): string[] {
  return unread
    .filter(({ place }) => place.sheet !== STAMP_SHEET)
    .map(({ place, what }) => `${placeInWords(place)}：${what}，没有收`);
}
