import { expect, test } from 'vitest';
import { isWithUnit } from '../../../src/domain/issue/round/owed.ts';
import { dutiesView, type TaskGroup } from '../../../src/views/unit/task-view.ts';
import { edition } from '../../documents/edition.ts';

const inside = edition('shili', 'internal');
const open = edition('shili', 'public');
const tasksOf = (groups: readonly TaskGroup[]) => groups.flatMap(({ tasks }) => tasks);
const all = (of: typeof inside) => [...of.ledger.units.keys()].map((id) => dutiesView(of, id));

test('每个问题在一处，也只在一处：待本单位办理、待审核待复查、已办完', () => {
  const ids = all(inside).flatMap(({ groups, waiting, sustained, done }) => [
    ...tasksOf(groups).map(({ row }) => row.id),
    ...[...done, waiting, sustained].flatMap((group) => group?.rows.map(({ id }) => id) ?? []),
  ]);
  expect(ids.toSorted()).toEqual([...inside.issues.keys()].toSorted());
});

test('待办的就是轮到单位的，一组里先到期的在前', () => {
  for (const { total, groups } of all(inside)) {
    const tasks = tasksOf(groups);
    expect(total).toBe(tasks.length);
    expect(tasks.every(({ row }) => isWithUnit(inside.issues.get(row.id)!.history))).toBe(true);
    for (const group of groups) {
      const days = group.tasks.map(({ row }) => row.dueOn?.iso ?? '9999');
      expect(days).toEqual(days.toSorted());
    }
  }
});

test('退回的写审核员的理由；公开站不写', () => {
  const tasks = all(inside).flatMap(({ groups }) => tasksOf(groups));
  const returned = tasks.filter(({ row }) => row.state === 'returned');
  expect(returned).not.toEqual([]);
  for (const task of returned) expect(task.returned?.reason).not.toBe('');
  expect(tasks.filter((task) => task.returned && task.row.state !== 'returned')).toEqual([]);
  expect(
    all(open)
      .flatMap(({ groups }) => tasksOf(groups))
      .filter((task) => task.returned),
  ).toEqual([]);
});

test('写明销号还要交什么', () => {
  expect(
    all(inside).flatMap(({ groups }) => tasksOf(groups).flatMap(({ owed }) => owed)),
  ).not.toEqual([]);
});

test('标题写其中逾期几个；公开站不说不点名专项的逾期', () => {
  const said = all(inside)
    .map(({ pressing }) => pressing)
    .join('；');
  const late = [...said.matchAll(/逾期(\d+)个/gu)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  const kinds = [...inside.issues.values()].filter(({ lateness }) => lateness.kind === 'overdue');
  expect(late).toBe(kinds.length);
  const open_ = all(open)
    .map(({ pressing }) => pressing)
    .join('；');
  const named = [...open_.matchAll(/逾期(\d+)个/gu)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  expect(named).toBeLessThan(late);
});
