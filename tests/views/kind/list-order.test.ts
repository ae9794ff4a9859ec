/** 次序: every list of issues is open first, and soonest first by the day that its rows show. */
import { describe, expect, test } from 'vitest';
import { isOverdue } from '../../../src/domain/figures/lateness.ts';
import { mayCallLate } from '../../../src/views/face.ts';
import { dueMonths } from '../../../src/views/due/due-view.ts';
import { figureRolls } from '../../../src/views/figure/figure-roll.ts';
import { type IssueRow, issueRows } from '../../../src/views/issue/issue-row.ts';
import { listViews } from '../../../src/views/issue/list-view.ts';
import { platformGroups, problemGroups } from '../../../src/views/kind/group-view.ts';
import { accountView } from '../../../src/views/unit/account-view.ts';
import { dutiesView } from '../../../src/views/unit/task-view.ts';
import { unitView } from '../../../src/views/unit/unit-view.ts';
import { face } from '../../documents/face.ts';

const RANKS: Readonly<Record<string, number>> = { submitted: 1, sustained: 2, closed: 3, void: 4 };
const rank = ({ state }: IssueRow): number => RANKS[state] ?? 0;
const day = ({ mark }: IssueRow): string => mark?.day.iso ?? '9999';
const waited = (row: IssueRow): number => Number(/(\d+)天$/u.exec(row.waited)?.[1] ?? 0);

/** Where a row stands before one that should be above it, by what both say. */
function misplaced(rows: readonly IssueRow[], inside: boolean): string[] {
  return rows.flatMap((row, at) => {
    const next = rows[at + 1];
    if (next === undefined) return [];
    const wrong =
      rank(row) === rank(next)
        ? inside && row.state === 'submitted'
          ? waited(row) < waited(next)
          : rank(row) > 2
            ? day(row) < day(next)
            : day(row) > day(next)
        : rank(row) > rank(next);
    return wrong ? [`${row.id} 在 ${next.id} 之前`] : [];
  });
}

const byDay = (rows: readonly IssueRow[]): boolean =>
  rows.every((row, at) => at === 0 || day(rows[at - 1]!) <= day(row));

describe.each(['internal', 'public'] as const)('%s', (audience) => {
  const shown = face('shili', audience);
  const inside = audience === 'internal';
  const check = (lists: readonly (readonly [string, readonly string[]])[]): void => {
    const wrong = lists
      .map(([name, ids]) => [name, issueRows(shown, ids)] as const)
      .filter(([, rows]) => !byDay(rows) && misplaced(rows, inside).length > 0)
      .map(([name, rows]) => [name, misplaced(rows, inside)]);
    expect(wrong).toEqual([]);
  };

  test('各清单，连同没有页签的', () => {
    const lists = listViews(shown).filter(({ id }) => id !== 'done');
    expect(lists.length).toBeGreaterThan(4);
    check(lists.map(({ id, ids }) => [id, ids]));
    const done = issueRows(shown, listViews(shown).find(({ id }) => id === 'done')!.ids);
    const closed = done.filter(({ state }) => state === 'closed');
    expect(done.slice(0, closed.length)).toEqual(closed);
    expect(misplaced(closed, inside)).toEqual([]);
    expect(misplaced(done.slice(closed.length), inside)).toEqual([]);
  });

  test('每类问题、每个平台，和它们的各个页签', () => {
    const groups = [...problemGroups(shown), ...platformGroups(shown)];
    expect(groups.filter(({ lists }) => lists.length > 2).length).toBeGreaterThan(5);
    check(groups.map(({ name, ids }) => [name, ids]));
    check(
      groups.flatMap(({ name, lists }) =>
        lists.flatMap((one) => (one.id === 'done' ? [] : [[name + one.name, one.ids] as const])),
      ),
    );
  });

  test('每个指标', () => {
    const rolls = figureRolls(shown).filter(({ rowKind }) => rowKind === 'issue');
    expect(rolls.length).toBeGreaterThan(20);
    check(rolls.map(({ href, ids }) => [href, ids]));
    expect(rolls.filter(({ order }) => order === '')).toEqual([]);
  });

  test('每一天', () => {
    const days = dueMonths(shown).flatMap((month) => month.days);
    check(days.map(({ part }) => [part.key, part.rows]));
  });

  test('单位页、账号页的各部分', () => {
    const ids = (rows: readonly IssueRow[]): string[] => rows.map(({ id }) => id);
    for (const unit of shown.ledger.units.values()) {
      const { waiting, held, sustained, done } = dutiesView(shown, unit.id);
      const parts = [waiting, held, sustained, ...done].flatMap((one) => one ?? []);
      check(parts.map(({ name, rows }) => [unit.name + name, ids(rows)]));
      for (const group of unitView(shown, unit).groups) check([[group.name, ids(group.rows)]]);
    }
    for (const account of shown.ledger.accounts.values()) {
      const ranks = accountView(shown, account).issues.map(rank);
      expect(ranks).toEqual(ranks.toSorted());
    }
  });
});

test('一类问题的页签：没有空的，个数和全部对得上；不能全部点名的没有页签', () => {
  for (const audience of ['internal', 'public'] as const)
    for (const { lists, ids } of problemGroups(face('shili', audience))) {
      if (lists.length === 0) continue;
      expect(lists.at(-1)).toMatchObject({ id: 'all', ids });
      const count = (id: string): number => {
        const one = lists.find((list) => list.id === id);
        return one?.ids.length ?? 0;
      };
      for (const { id, parts, withheld } of lists) {
        expect([count(id) > 0, withheld]).toEqual([true, 0]);
        expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(count(id));
      }
      const rows = issueRows(face('shili', audience), ids);
      const over = rows.filter(({ state }) => ['closed', 'sustained', 'void'].includes(state));
      if (lists.some(({ id }) => id === 'unfinished'))
        expect(count('unfinished')).toBe(ids.length - over.length);
    }
});

test('公开站的待审核清单和指标页一样，逐个列出：等审核不是逾期', () => {
  const open = face('shili', 'public');
  const list = listViews(open).find(({ id }) => id === 'waiting')!;
  const roll = figureRolls(open).find(({ id, campaign }) => id === 'to-verify' && !campaign)!;
  expect(list.ids).toEqual(roll.ids);
  expect(list.withheld).toBe(0);
});

test('公开站：一类问题里有一个不能说逾期的，就没有逾期页签，它逾期不逾期都一样', () => {
  const late = (audience: 'internal' | 'public'): Map<string, boolean> => {
    const shown = face('shili', audience);
    return new Map(
      [...problemGroups(shown), ...platformGroups(shown)].map(({ href, lists }) => [
        href,
        lists.some(({ id }) => id === 'overdue'),
      ]),
    );
  };
  const open = face('shili', 'public');
  const silent = [...problemGroups(open), ...platformGroups(open)].filter(({ ids }) =>
    ids.some((id) => !mayCallLate(open, open.issues.get(id)!.issue.campaign)),
  );
  expect(silent.length).toBeGreaterThan(3);
  expect(silent.filter(({ href }) => late('public').get(href)).map(({ href }) => href)).toEqual([]);
  expect([...late('internal').values()].filter(Boolean).length).toBeGreaterThan(3);

  // Where all of a group may be called late but one that is not late, the tab goes as well.
  const group = problemGroups(face('shili')).find(({ lists }) =>
    lists.some(({ id }) => id === 'overdue'),
  )!;
  const inside = face('shili');
  const isLate = (id: string): boolean => isOverdue(inside.issues.get(id)!);
  const calm = group.ids.find((id) => !isLate(id))!;
  const told = (silentId: string | undefined): boolean => {
    const campaigns = new Map(
      [...inside.ledger.campaigns].map(([id, one]) => [
        id,
        { ...one, publication: { ...one.publication, level: 'list' as const, overdueNames: true } },
      ]),
    );
    const issues = new Map(inside.issues);
    if (silentId !== undefined) {
      const one = issues.get(silentId)!;
      const campaign = campaigns.get(one.issue.campaign)!;
      campaigns.set('silent', {
        ...campaign,
        publication: { ...campaign.publication, overdueNames: false },
      });
      issues.set(silentId, { ...one, issue: { ...one.issue, campaign: 'silent' } });
    }
    const shown = {
      ...inside,
      audience: 'public' as const,
      issues,
      ledger: { ...inside.ledger, campaigns },
    };
    return problemGroups(shown)
      .find(({ key }) => key === group.key)!
      .lists.some(({ id }) => id === 'overdue');
  };
  expect([told(undefined), told(calm), told(group.ids.find(isLate))]).toEqual([true, false, false]);
});
