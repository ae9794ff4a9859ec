/** 各单位整改情况的下载: rates and counts of every unit in the quarter of the as-of day, as one workbook. */
import type { Face } from '../views/face.ts';
import { bookOf, type Offer } from './offer.ts';
import { quarterShown, unitSheet } from './sheet/unit-sheet.ts';

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
  return {
    files,
    downloads: downloads.map((one) => ({ ...one, name: `各单位${name}销号率和整改情况（Excel）` })),
  };
}
