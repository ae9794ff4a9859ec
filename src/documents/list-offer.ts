/** 下载所列: what stands in a list of issues, and no more, in the order in which it stands there. */
import type { IssueStanding } from '../domain/issue/standing.ts';
import { listFileAddress } from '../views/address.ts';
import type { Face } from '../views/face.ts';
import type { ListView } from '../views/issue/list-view.ts';
import { type LedgerRow, ledgerRow } from '../views/issue/ledger-row.ts';
import type { GroupView } from '../views/kind/group-view.ts';
import { type Offer, offerOf } from './offer.ts';
import { csv } from './sheet/csv.ts';
import { workingSheet } from './sheet/working-ledger.ts';

/** Every row of a list that the site may name; nothing where it is empty. */
export function listOffer(
  face: Face,
  { id, name, ids }: Pick<ListView, 'id' | 'name' | 'ids'>,
): Offer {
  return rowsOffer(face, listFileAddress(id).slice(1), name, ids);
}

/** Every row of a kind of problem or of a platform; nothing where there is none. */
export function groupOffer(
  face: Face,
  kind: 'problems' | 'platforms',
  { key, name, ids }: Pick<GroupView, 'key' | 'name' | 'ids'>,
): Offer {
  return rowsOffer(face, `downloads/${kind}/${key}.csv`, name, ids);
}

/** An issue stands in several lists; its row is made once. */
const made = new WeakMap<Face, Map<string, LedgerRow>>();

function rowOf(face: Face, one: IssueStanding): LedgerRow {
  const known = made.get(face) ?? new Map<string, LedgerRow>();
  made.set(face, known);
  const row = known.get(one.id) ?? ledgerRow(face, one);
  known.set(one.id, row);
  return row;
}

function rowsOffer(face: Face, path: string, name: string, ids: readonly string[]): Offer {
  const rows = ids.flatMap((one) => face.issues.get(one) ?? []);
  if (rows.length === 0) return { downloads: [], files: [] };
  return offerOf(
    path,
    `${name}${String(rows.length)}个（CSV，Excel 和 WPS 可打开）`,
    `${name}的问题.csv`,
    () =>
      csv(
        workingSheet(
          face,
          rows.map((one) => rowOf(face, one)),
          undefined,
          false,
        ),
      ),
  );
}
