import { expect, test } from 'vitest';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { isWithUnit } from '../../../src/domain/issue/round/owed.ts';
import { figureRolls } from '../../../src/views/figure/figure-roll.ts';
import { reminderView } from '../../../src/views/due/reminder-view.ts';
import { listViews, queuePlace } from '../../../src/views/issue/list-view.ts';
import { mayCallLate } from '../../../src/views/face.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');
const list = (of: typeof inside, id: string) => listViews(of).find((one) => one.id === id)!;

test('各清单的件就是它所指指标的件', () => {
  const rows = (id: string) => rowsOf(figureOf(inside.standing, id)).toSorted();
  expect(list(inside, 'unfinished').ids.toSorted()).toEqual(rows('unfinished'));
  expect(list(inside, 'overdue').ids.toSorted()).toEqual(rows('overdue'));
  expect(list(inside, 'waiting').ids.toSorted()).toEqual(rows('to-verify'));
  expect(list(inside, 'held').ids.toSorted()).toEqual(rows('held'));
  expect(list(inside, 'done').ids.toSorted()).toEqual(
    [...rows('closed'), ...rows('sustained')].toSorted(),
  );
  expect(list(inside, 'all').ids).toHaveLength(inside.standing.issues.length);
});

test('已办结分开说已销号和长期坚持', () => {
  const { words } = list(inside, 'done');
  expect(words).toMatch(/^已销号\d+个，转入长期坚持\d+个$/u);
  expect(list(inside, 'all').words).toBe('');
});

test('页签里已办结的也是两个数，不出现第三个数；别的页签一个数', () => {
  const counted = (id: string) => rowsOf(figureOf(inside.standing, id)).length;
  expect(list(inside, 'done').parts).toEqual([
    { name: '已销号', count: counted('closed') },
    { name: '长期坚持', count: counted('sustained') },
  ]);
  expect(list(inside, 'waiting').parts).toEqual([{ name: '待审核', count: counted('to-verify') }]);
  expect(list(open, 'overdue').parts).toEqual([
    { name: '逾期', count: rowsOf(figureOf(open.standing, 'overdue')).length },
  ]);
});

test('逾期的，清单和指标页同一个次序：逾期最久的在前，页上写明', () => {
  const ids = list(inside, 'overdue').ids;
  const days = ids.map((id) => {
    const { lateness } = inside.issues.get(id)!;
    return lateness.kind === 'overdue' ? lateness.days : 0;
  });
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  const roll = figureRolls(inside).find(({ id, campaign }) => id === 'overdue' && !campaign);
  expect(roll?.ids).toEqual(ids);
  for (const words of [list(inside, 'overdue').order, roll?.order])
    expect(words).toBe('按截止日先后排列，逾期最久的在前');
  const waiting = figureRolls(inside).find(({ id, campaign }) => id === 'to-verify' && !campaign);
  expect(waiting?.ids).toEqual(list(inside, 'waiting').ids);
  expect(listViews(inside).every(({ order }) => order !== '')).toBe(true);
});

test('没办的在前，先到期的在前；没有日子的在后', () => {
  const all = list(inside, 'all').ids.map((id) => inside.issues.get(id)!);
  const turns = all.map(({ history }) => isWithUnit(history));
  expect(turns.lastIndexOf(true)).toBe(turns.filter(Boolean).length - 1);
  const days = all
    .filter(({ history }) => isWithUnit(history))
    .map(({ lateness, history }) =>
      lateness.kind === 'review' ? lateness.reviewOn : (history.round.dueOn ?? '9999'),
    );
  expect(days).toEqual(days.toSorted());
});

test('公开站的逾期清单只列可以点名的，其余只计数', () => {
  const { ids, withheld } = list(open, 'overdue');
  expect(ids.every((id) => mayCallLate(open, open.issues.get(id)!.issue.campaign))).toBe(true);
  expect(withheld).toBeGreaterThan(0);
  expect(ids.length + withheld).toBe(rowsOf(figureOf(open.standing, 'overdue')).length);
});

test('待审核的等得最久的在前，已销号的最近销号的在前', () => {
  const days = (id: string, day: 'submittedOn' | 'closedOn') =>
    list(inside, id).ids.flatMap((one) => inside.issues.get(one)!.history.round[day] ?? []);
  const submitted = days('waiting', 'submittedOn');
  expect(submitted.length).toBeGreaterThan(1);
  expect(submitted).toEqual(submitted.toSorted());
  const closed = days('done', 'closedOn');
  expect(closed.length).toBeGreaterThan(1);
  expect(closed).toEqual(closed.toSorted().toReversed());
});

test('从一个走到下一个，正好走完待审核的清单；已验收的、不等审核的不在里面', () => {
  const { ids } = list(inside, 'waiting');
  const walked: string[] = [];
  for (let at: string | undefined = ids[0]; at !== undefined; at = queuePlace(inside, at)?.next) {
    walked.push(at);
    expect(queuePlace(inside, at)).toMatchObject({ number: walked.length, of: ids.length });
  }
  expect(walked).toEqual(ids);
  expect(queuePlace(inside, list(inside, 'done').ids[0]!)).toBeUndefined();
  expect(queuePlace(inside, list(inside, 'held').ids[0]!)).toBeUndefined();
});

test('到催办时间的另有清单，就是催办的那句话所数的；不在各清单的页签里，公开站没有', () => {
  const due = reminderView(inside)?.due;
  const { ids, words, tabbed, href } = list(inside, 'reminding');
  expect(href).toBe(due?.href);
  expect(ids).toHaveLength(due?.count ?? -1);
  expect(ids.length).toBeGreaterThan(0);
  expect(tabbed).toBe(false);
  const [why = '', how = '', left] = words.split('；');
  expect(left).toBe('等审核员、等上级的不在内');
  for (const part of [why, how]) {
    const counts = [...part.matchAll(/(\d+)个/gu)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
  }
  expect(listViews(open).map(({ id }) => id)).not.toContain('reminding');
});

test('同类问题再次列入：每个都有前一个办结在先，只在内部站', () => {
  const again = list(inside, 'again');
  expect(again.ids.length).toBeGreaterThan(0);
  for (const id of again.ids) {
    const { unit, issue } = inside.issues.get(id)!;
    const before = (inside.byUnit.get(unit) ?? []).some(
      (one) =>
        one.id !== id &&
        one.issue.problems.some((problem) => issue.problems.includes(problem)) &&
        one.history.timeline.some(
          ({ after, on }) => ['closed', 'sustained'].includes(after) && on < issue.listedOn,
        ),
    );
    expect([id, before]).toEqual([id, true]);
  }
  expect(listViews(open).map(({ id }) => id)).not.toContain('again');
});

test('因未报进展列入催办的，各行写明多少天；别的行自己已经说了', () => {
  const { ids, whys = {} } = list(inside, 'reminding');
  const said = Object.entries(whys);
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThan(ids.length);
  for (const [id, why] of said) {
    expect(ids).toContain(id);
    expect(why).toMatch(/^已\d+天未报进展$/u);
  }
});
