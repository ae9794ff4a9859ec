import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import {
  dueDays,
  type DueMonth,
  dueMonths,
  lastMonths,
  monthGrid,
  rowsOfDay,
  undatedView,
} from '../../../src/views/due/due-view.ts';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { faceOf } from '../../../src/views/face.ts';

const ledger = openLedger('content');
const face = faceOf(ledger, '2020-05-13', 'public');

test('榆阳区清单：5月底 16 件、6月底 1 件、7月底 2 件', () => {
  const days = dueDays(face).map(({ day, part, daysLeft }) => [day.iso, part.total, daysLeft]);
  expect(days).toEqual([
    ['2020-05-31', 16, 18],
    ['2020-06-30', 1, 48],
    ['2020-07-31', 2, 79],
  ]);
});

test('每天的行数等于写着的件数', () => {
  for (const due of dueDays(face)) expect(rowsOfDay(face, due)).toHaveLength(due.part.total);
});

test('2020年5月从周五开始，月历补足五周，统计日和截止日都在', () => {
  const [may] = dueMonths(face);
  const grid = monthGrid(face, may!);
  expect(grid).toHaveLength(5);
  expect(grid.every((week) => week.length === 7)).toBe(true);
  expect(grid[0]!.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
  expect(grid.flat().find((cell) => cell?.isToday)?.day.words).toBe('2020年5月13日');
  expect(grid[4]![6]).toMatchObject({ date: 31, dayOff: true, due: { part: { total: 16 } } });
});

test('没有截止日的按时限种类说清件数，与有截止日的相加等于未完成的', () => {
  expect(undatedView(face)).toEqual({
    total: 4,
    href: '/figures/undated.html',
    kinds: ['立即整改1个', '长期整改3个'],
    waiting: 0,
  });
  const shili = faceOf(openLedger('tests/fixtures/shili'), '2026-06-15', 'internal');
  const dated = dueMonths(shili).reduce((sum, { unfinished }) => sum + unfinished, 0);
  const rest = undatedView(shili);
  const unread = rowsOf(figureOf(shili.standing, 'unread')).length;
  expect(unread).toBeGreaterThan(0);
  expect(rest?.kinds).toContain(`时限待确认${String(unread)}个`);
  expect(rest?.kinds.join('、')).not.toMatch(/(?<!时限)待确认/u);
  const kinds = (rest?.kinds ?? []).map((kind) => Number(/(\d+)个$/u.exec(kind)?.[1]));
  expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(rest?.total);
  const open = shili.standing.issues.filter(({ history }) =>
    ['open', 'rectifying', 'returned', 'submitted'].includes(history.state),
  );
  expect(dated + (rest?.total ?? 0) + (rest?.waiting ?? 0)).toBe(open.length);
});

test('图里最近的几个月一个不缺，没有到期的也占位', () => {
  const month = (name: string, total: number): DueMonth => ({
    month: name,
    name,
    href: '',
    total,
    unfinished: 0,
    days: [],
    isLong: false,
  });
  const counted = (count: number) =>
    lastMonths([month('2025-10', 1), month('2025-12', 2), month('2026-02', 3)], count).map(
      (one) => `${one.month} ${String(one.total)}`,
    );
  expect(counted(12)).toEqual(['2025-10 1', '2025-11 0', '2025-12 2', '2026-01 0', '2026-02 3']);
  expect(counted(3)).toEqual(['2025-12 2', '2026-01 0', '2026-02 3']);
  expect(lastMonths([], 12)).toEqual([]);
});
