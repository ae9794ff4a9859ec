/** 检查页的账号: what failed, and what was looked at again. Internal only. */
import type { JudgedRow } from '../../domain/inspection/inspection.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import { type CellTable, linked, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { accountRef, platformRef } from '../names.ts';
import { hostThenCell } from '../unit/host-view.ts';
import { failureCell } from './inspection-pictures.ts';
import { onListCell } from './listed-cell.ts';
import { resultInWords } from './rate-sentence.ts';

interface At {
  readonly face: Face;
  readonly inspection: Entry<Inspection>;
}

/** What failed, and beside each whether it stands in the ledger as an issue. */
export function failedTable(at: At, rows: readonly JudgedRow[]): CellTable {
  const failed = rows.filter(({ result, account }) => result === 'failed' && account !== undefined);
  const table = accountTable(at, 'failed', '不合格', failed);
  return {
    ...table,
    columns: [...table.columns, { title: '是否列入清单' }],
    rows: failed.flatMap((one, place) => {
      const row = table.rows[place];
      return row === undefined ? [] : [[...row, onListCell(at.face, at.inspection, one)]];
    }),
  };
}

/** What the check before failed, as it was found this time. */
export function lookBackTable(at: At, rows: readonly JudgedRow[]): CellTable {
  const again = rows.filter(({ row }) => row.lookBack);
  return accountTable(at, 'look-back', '回头看', again);
}

function accountTable(
  { face, inspection }: At,
  id: string,
  title: string,
  rows: readonly JudgedRow[],
): CellTable {
  return {
    id,
    title,
    unit: '个',
    columns: ['账号', '平台', '主办单位', '结果', '情况'].map((name) => ({ title: name })),
    rows: rows.flatMap((one) => {
      const { row, account, result } = one;
      if (account === undefined) return [];
      const { ledger } = face;
      return [
        [
          linked(accountRef(ledger, row.account)),
          linked(platformRef(ledger, platformOf(account))),
          hostThenCell(face, row.account, account.unit, inspection.checkedOn),
          words(resultInWords(result)),
          failureCell(face, inspection, one, true),
        ],
      ];
    }),
  };
}
