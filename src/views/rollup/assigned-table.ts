/** 交办的问题: what this office assigned to the ledgers below, with the state that each says; on the internal site only. */
import type { ChildStanding } from '../../domain/rollup/child.ts';
import { type CellTable, words } from '../cell-table.ts';
import { dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { childName } from './children.ts';

const CLOSED: ReadonlySet<string> = new Set(['已销号', '长期坚持']);

export function assignedTable(
  { ledger, today }: Face,
  children: readonly ChildStanding[],
): CellTable {
  const short = (day: string): string => dayView(day, today).short;
  const rows = children.flatMap(({ child, last }) =>
    (ledger.assignments.get(child.id) ?? []).map((one) => {
      const id = one.id.slice(child.id.length + 1);
      const state = last?.assigned.get(id);
      const { confirmed } = one;
      return [
        words(id),
        words(`${childName(child)}，${one.number}，${short(one.assignedOn)}`),
        words(`${one.account ?? one.unit ?? ''}：${one.finding}`),
        words(one.deadline),
        words(state ?? '下级尚未登记'),
        words(
          confirmed === undefined
            ? ''
            : `${confirmed.number}，${short(confirmed.on)}${state !== undefined && CLOSED.has(state) ? '' : '；下级还没有销号'}`,
        ),
      ];
    }),
  );
  return {
    id: 'assigned',
    title: '交办的问题',
    unit: '个',
    columns: [...['编号', '交给', '存在问题', '整改时限', '下级的状态', '本级核销']].map(
      (title) => ({ title }),
    ),
    rows,
  };
}
