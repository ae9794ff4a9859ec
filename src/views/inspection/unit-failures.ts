/** 最近一次检查不合格: every account of a unit that failed when it was checked last, and whether that stands in the ledger. Internal only. */
import type { Ref } from '../address.ts';
import { inspectionAddress } from '../address.ts';
import { type CellTable, linked, withRows } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { failureCell } from './inspection-pictures.ts';
import { onListCell } from './listed-cell.ts';
import { dayInspected } from '../unit/host-view.ts';
import { inspectionsOf } from './look-view.ts';

/** The latest check first; undefined where none failed, and on the public site. */
export function unitFailures(face: Face, accounts: readonly Ref[]): CellTable | undefined {
  if (face.audience === 'public') return undefined;
  const failed = accounts
    .flatMap((account) => {
      const last = inspectionsOf(face, account.id).at(-1);
      return last?.row.result === 'failed' ? [{ account, ...last }] : [];
    })
    .toSorted((a, b) => (a.check.checkedOn < b.check.checkedOn ? 1 : -1));
  const [table] = withRows([
    {
      id: 'failures',
      title: '最近一次检查不合格的账号',
      unit: '个',
      columns: ['账号', '检查', '检查日', '情况', '是否列入清单'].map((title) => ({ title })),
      rows: failed.map(({ account, check, row }) => [
        linked(account),
        linked({ id: check.id, name: check.name, href: inspectionAddress(check.id) }),
        dayInspected(face, account.id, check),
        failureCell(face, check, row),
        onListCell(face, check, row),
      ]),
    },
  ]);
  return table;
}
