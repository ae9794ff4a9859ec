/** 下载所列: what stands under a tab of the issues, and no more, in the order in which it stands there. */
import type { Face } from '../views/face.ts';
import type { ListView } from '../views/issue/list-view.ts';
import { ledgerRow } from '../views/issue/ledger-row.ts';
import { type Offer, offerOf } from './offer.ts';
import { csv } from './sheet/csv.ts';
import { workingSheet } from './sheet/working-sheet.ts';

/** Every row of a list that the site may name; nothing where it is empty. */
export function listOffer(
  face: Face,
  { id, name, ids }: Pick<ListView, 'id' | 'name' | 'ids'>,
): Offer {
  const rows = ids.flatMap((one) => face.issues.get(one) ?? []);
  if (rows.length === 0) return { downloads: [], files: [] };
  return offerOf(
    `downloads/lists/${id}.csv`,
    `${name}${String(rows.length)}个（CSV，Excel 和 WPS 可打开）`,
    `${name}的问题.csv`,
    () =>
      csv(
        workingSheet(
          face,
          rows.map((one) => ledgerRow(face, one)),
          undefined,
          false,
        ),
      ),
  );
}
