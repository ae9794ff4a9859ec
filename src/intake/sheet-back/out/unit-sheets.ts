/** 各单位的报送单: the sheets of every unit with something to report, one a campaign, as workbook and as Word form. */
import type { Standing } from '../../../domain/issue/standing.ts';
import type { Campaign } from '../../../schema/campaign.ts';
import type { Entry } from '../../../schema/ledger.ts';
import { type UnitSheetBook, unitSheetBook } from './unit-sheet-book.ts';
import { unitSheetRows } from './unit-sheet-rows.ts';
import { FORM_TITLE, unitSheetForm } from './unit-sheet-form.ts';
import { stampRows } from './stamp.ts';

export const BOOK_TITLE = '整改报送单';

/** When and from what a sheet is made. */
export interface Making {
  readonly madeOn: string;
  /** Hash of the ledger's commit; empty outside Git. */
  readonly commit: string;
}

/** What goes onto the sheet of a unit; undefined where it has nothing to report in the campaign. */
export function sheetOf(
  whole: Standing,
  unit: { readonly id: string; readonly name: string },
  campaign: Entry<Campaign>,
  { madeOn, commit }: Making,
): UnitSheetBook | undefined {
  const { site, units } = whole.ledger;
  const rows = unitSheetRows(whole, unit.id, campaign.id);
  if (rows.length === 0) return undefined;
  return {
    unitName: unit.name,
    campaignName: campaign.name,
    office: units.get(campaign.office)?.name ?? site.authority,
    rows,
    stamp: { commit, campaign: campaign.id, unit: unit.id, madeOn, rows: stampRows(rows) },
  };
}

/** A sheet as a file of the site. */
export interface UnitSheet {
  /** Below the root of the site. */
  readonly path: string;
  /** What the reader clicks. */
  readonly name: string;
  readonly saveAs: string;
  readonly make: () => Promise<Uint8Array>;
  /** What is on it. */
  readonly book: UnitSheetBook;
}

/**
 * The sheets of each unit that has something to report, by its id. `commitOf`: the commit that last changed one of some
 * records, by their paths, so that a sheet is the same file until something on it changes.
 */
export function unitSheets(
  whole: Standing,
  madeOn: string,
  commitOf: (paths: readonly string[]) => string,
): ReadonlyMap<string, UnitSheet[]> {
  const campaigns = [...whole.ledger.campaigns.values()];
  const byUnit = Map.groupBy(whole.issues, ({ unit }) => unit);
  return new Map(
    whole.units.flatMap((unit): [string, UnitSheet[]][] => {
      const own = { ...whole, issues: byUnit.get(unit.id) ?? [] };
      const books = campaigns.flatMap((campaign) => {
        const book = sheetOf(own, unit, campaign, {
          madeOn,
          commit: commitOf(recordsOn(own, unit, campaign)),
        });
        return book === undefined ? [] : [{ campaign, book }];
      });
      const sheets = books.flatMap(({ campaign, book }) => filesOf(campaign, book, books.length));
      return sheets.length === 0 ? [] : [[unit.id, sheets]];
    }),
  );
}

/** The paths of the records that a sheet is made from. */
function recordsOn(own: Standing, unit: { readonly path: string }, campaign: Entry<Campaign>) {
  const { updates } = own.ledger;
  return [
    unit.path,
    campaign.path,
    ...own.issues
      .filter(({ issue }) => issue.campaign === campaign.id)
      .flatMap(({ id, issue }) => [issue.path, ...(updates.get(id) ?? []).map(({ path }) => path)]),
  ];
}

function filesOf(
  { id, name }: Entry<Campaign>,
  book: UnitSheetBook,
  campaigns: number,
): UnitSheet[] {
  // With one campaign its name only stands in the way.
  const of = campaigns > 1 ? `：${name}` : '';
  const path = `downloads/sheets/${book.stamp.unit}-${id}`;
  const file = (title: string, ending: string, words: string, make: UnitSheet['make']) => ({
    path: `${path}.${ending}`,
    name: `${title}（${words}）${of}`,
    saveAs: `${title}-${book.unitName}${campaigns > 1 ? `-${id}` : ''}.${ending}`,
    make,
    book,
  });
  return [
    file(BOOK_TITLE, 'xlsx', 'Excel、WPS 表格', () => unitSheetBook(book)),
    file(FORM_TITLE, 'docx', 'Word、WPS 文字', () => unitSheetForm(book)),
  ];
}
