/** 本级和下级的下载: where each ledger stands, and the issues of all by name, beside the page of the children. */
import type { Face } from '../views/face.ts';
import { areaIssues, areaView } from '../views/rollup/area.ts';
import { areaImbalances } from './letter/area.ts';
import { BOOK_ROWS, joinedOffers, type Offer, offerOf } from './offer.ts';
import { areaIssuesSheet, ledgersSheet } from './sheet/area-sheets.ts';
import { csvWithLines } from './sheet/csv.ts';
import type { Sheet } from './sheet/sheet.ts';
import { sheetFile } from './sheet/sheet-word.ts';
import { workbook } from './sheet/xlsx.ts';

/** Nothing where there is no ledger below. */
export function areaOffer(face: Face): Offer {
  const area = areaView(face);
  if (area === undefined) return { downloads: [], files: [] };
  const { ledger, today } = face;
  const table = (): Sheet => ledgersSheet(face, area);
  const issues = areaIssues(face, area);
  // What contradicts itself is no paper.
  if (areaImbalances(face, area).length + issues.faults.length > 0)
    return { downloads: [], files: [] };
  const list = (): Sheet => areaIssuesSheet(face, area, issues);
  const isLong = issues.rows.length > BOOK_ROWS;
  const sheets = (): Sheet[] => (isLong ? [table()] : [table(), list()]);
  const on = { office: ledger.site.authority, on: today };
  const path = (ending: string): string => `downloads/area.${ending}`;
  return joinedOffers([
    offerOf(
      path('xlsx'),
      isLong ? '汇总表（Excel）' : '汇总表和问题清单（Excel）',
      isLong ? '本级和下级汇总表.xlsx' : '本级和下级.xlsx',
      () => workbook(sheets(), on),
      sheets,
    ),
    offerOf(
      path('docx'),
      '汇总表（Word）',
      '本级和下级汇总表.docx',
      () => sheetFile(table(), on.office, today),
      table,
    ),
    offerOf(path('csv'), '问题清单（CSV）', '本级和下级问题清单.csv', () => csvWithLines(list())),
  ]);
}
