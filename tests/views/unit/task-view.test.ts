import { expect, test } from 'vitest';
import { isWithUnit } from '../../../src/domain/issue/round/owed.ts';
import { mayCallLate } from '../../../src/views/face.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { dutiesView, type TaskGroup } from '../../../src/views/unit/task-view.ts';
import { unitView } from '../../../src/views/unit/unit-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');
const tasksOf = (groups: readonly TaskGroup[]) => groups.flatMap(({ tasks }) => tasks);
const all = (of: typeof inside) => [...of.ledger.units.keys()].map((id) => dutiesView(of, id));

test('每个问题在一处，也只在一处：待本单位办理、待审核待复查、已办完', () => {
  const ids = all(inside).flatMap(({ groups, waiting, held, sustained, done }) => [
    ...tasksOf(groups).map(({ row }) => row.id),
    ...[...done, waiting, held, sustained].flatMap(
      (group) => group?.rows.map(({ id }) => id) ?? [],
    ),
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

test('公开站：标题里逾期的个数，就是下面写着逾期的那几个；专项不都公开逾期的，说是公开的', () => {
  let called = 0;
  for (const { groups, pressing } of all(open)) {
    const rows = tasksOf(groups).map(({ row }) => row);
    const late = rows.filter(({ lateness }) => lateness.words.startsWith('逾期')).length;
    const said = /(?:^|，)(公开的)?逾期(\d+)个/u.exec(pressing);
    expect(Number(said?.[2] ?? 0)).toBe(late);
    const whole = rows.every(({ campaign }) => mayCallLate(open, campaign.id));
    if (said !== null) expect(said[1] === undefined).toBe(whole);
    called += late;
  }
  expect(called).toBeGreaterThan(0);
});

test('总的一句：各部分加起来就是总数，未完成的等于待办、待审核、待销号之和', () => {
  for (const of of [inside, open])
    for (const unit of of.ledger.units.keys()) {
      const issues = of.byUnit.get(unit) ?? [];
      const { standing, total, waiting, held } = dutiesView(of, unit);
      if (issues.length === 0) {
        expect(standing).toBe('');
        continue;
      }
      const inner = /（(.*)）/u.exec(standing)?.[1] ?? '';
      const [whole = 0, unfinished = 0, ...over] = [
        ...standing.replace(/（.*）/u, '').matchAll(/(\d+)个/gu),
      ].map(([, count]) => Number(count));
      expect(whole).toBe(issues.length);
      expect(over.reduce((sum, count) => sum + count, unfinished)).toBe(whole);
      expect(unfinished).toBe(total + (waiting?.rows.length ?? 0) + (held?.rows.length ?? 0));
      const parts = inner.split('；').map((part) => Number(/(\d+)个/u.exec(part)?.[1] ?? 0));
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(unfinished);
      expect(standing).not.toContain('待验收');
    }
});

test('谁验收：内部站写办公室和在任的审核员，公开站只写办公室，不写人名', () => {
  const unit = (of: typeof inside) => unitView(of, of.ledger.units.get('shili-minzheng')!);
  const issue = (of: typeof inside) => issueView(of, [...of.issues.values()][0]!);
  const office = '由示例区人民政府办公室审核验收';
  for (const { acceptance } of [unit(inside), issue(inside)])
    expect(acceptance).toBe(`${office}（审核员赵示例、李示例）。`);
  for (const { acceptance } of [unit(open), issue(open)]) expect(acceptance).toBe(`${office}。`);
  expect(unit(inside).reviewers.map(({ account }) => account)).toEqual(['reviewer-1', 'leader-1']);
  expect(unit(open).reviewers).toEqual([]);
  const waits = (of: typeof inside) =>
    [...of.issues.values()].filter(({ history }) => history.next.owner === 'reviewer');
  for (const one of waits(inside)) expect(issueView(inside, one).reviewers).toBe('赵示例、李示例');
  for (const one of waits(open)) expect(issueView(open, one).reviewers).toBe('');
  expect(waits(open).length).toBeGreaterThan(0);
});

test('问题里写着多少天的，说明是哪天的情况；回头看已改好的，写待申请验收，公开站不写', () => {
  const tasks = all(inside).flatMap(({ groups }) => tasksOf(groups));
  for (const { row, found } of tasks)
    expect(found === '', row.finding).toBe(
      !/[\d一二两三四五六七八九十]+\s*(?:天|周|个多?月)/u.test(row.finding),
    );
  expect(tasks.map(({ found }) => found)).toContain('2026年3月6日检查时的情况');
  const mended = tasks.filter((task) => task.mended !== '');
  expect(mended.map((task) => task.mended)).toContain('2026年6月5日回头看已整改到位，待申请验收');
  for (const task of mended)
    expect(issueView(inside, inside.issues.get(task.row.id)!).looked).toMatch(
      /已整改到位.*；请责任单位(?:再次)?申请验收。$/u,
    );
  const outside = all(open).flatMap(({ groups }) => tasksOf(groups));
  expect(outside.filter((task) => task.mended !== '')).toEqual([]);
});
