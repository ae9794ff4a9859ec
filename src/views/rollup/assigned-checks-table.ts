/** 交办的检查: the checks and self-checks that this office made for the ledgers below, with where each says that they stand. */
import type { ChildStanding } from '../../domain/rollup/child.ts';
import { assignedCheckKinds, type AssignedCheck } from '../../schema/assigned-check.ts';
import { type CellTable, words } from '../cell-table.ts';
import { dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { childName } from './children.ts';

export function assignedChecksTable(
  { ledger, today }: Face,
  children: readonly ChildStanding[],
): CellTable {
  const short = (day: string): string => dayView(day, today).short;
  return {
    id: 'assigned-checks',
    title: '交办的检查',
    unit: '项',
    columns: ['编号', '交给', '类别', '内容', '报送截止', '下级的状态'].map((title) => ({ title })),
    rows: children.flatMap(({ child, last }) =>
      (ledger.assignedChecks.get(child.id) ?? []).map((one) => {
        const id = one.id.slice(child.id.length + 1);
        return [
          words(id),
          words(`${childName(child)}，${one.number}，${short(one.assignedOn)}`),
          words(assignedCheckKinds[one.kind]),
          words(`${one.name}：${contentOf(one)}`),
          words(one.kind === 'self-check' ? short(one.replyBy) : ''),
          words(last?.assigned.get(id) ?? '下级尚未登记'),
        ];
      }),
    ),
  };
}

function contentOf(one: AssignedCheck): string {
  if (one.kind === 'self-check') return `重点内容 ${String(one.items.length)} 项`;
  const failed = one.accounts.filter(({ results }) =>
    results.some(({ result }) => result === 'failed'),
  ).length;
  return `检查 ${String(one.accounts.length)} 个，不合格 ${String(failed)} 个`;
}
