/** 各单位整改情况的下载: rates and counts of every unit in the quarter of the as-of day, and its last months, a workbook each. */
import { type Face, mayCompareUnits } from '../views/face.ts';
import { bookOf, joinedOffers, type Offer, offerOf } from './offer.ts';
import { unitMonthSheets } from './sheet/unit-months-sheet.ts';
import { quarterShown, unitSheet } from './sheet/unit-sheet.ts';
import { workbook } from './sheet/xlsx.ts';

/** Where the workbook lies, from the root of the site. */
export const unitBookPath = 'downloads/units.xlsx';

/** Nothing where there are no units or no issues. */
export function unitsOffer(face: Face): Offer {
  if (face.ledger.units.size === 0 || face.standing.issues.length === 0)
    return { downloads: [], files: [] };
  const { name } = quarterShown(face);
  const { downloads, files } = bookOf(face, unitBookPath, `各单位整改情况（${name}）`, () =>
    unitSheet(face),
  );
  return joinedOffers([
    {
      files,
      downloads: downloads.map((one) => ({
        ...one,
        name: `各单位${name}销号率和整改情况（Excel）`,
      })),
    },
    monthsOffer(face),
  ]);
}

/** Nothing where units may not be compared. */
function monthsOffer(face: Face): Offer {
  if (!mayCompareUnits(face)) return { downloads: [], files: [] };
  const { ledger, today } = face;
  const sheets = () => unitMonthSheets(face);
  return offerOf(
    'downloads/unit-months.xlsx',
    '各单位各月新列、销号、月末逾期（Excel）',
    '各单位各月情况.xlsx',
    () => workbook(sheets(), { office: ledger.site.authority, on: today }),
    sheets,
  );
}
