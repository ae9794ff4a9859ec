import { expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { dueDays, dueMonths, monthGrid, rowsOfDay } from '../../src/views/due-view.ts';
import { editionOf } from '../../src/views/edition.ts';

const ledger = openLedger('content');
const edition = editionOf(ledger, '2020-05-13', 'public');

test('榆阳区清单：5月底 16 件、6月底 1 件、7月底 2 件', () => {
  const days = dueDays(edition).map(({ day, part, daysLeft }) => [day.iso, part.total, daysLeft]);
  expect(days).toEqual([
    ['2020-05-31', 16, 18],
    ['2020-06-30', 1, 48],
    ['2020-07-31', 2, 79],
  ]);
});

test('每天的行数等于写着的件数', () => {
  for (const due of dueDays(edition)) expect(rowsOfDay(edition, due)).toHaveLength(due.part.total);
});

test('2020年5月从周五开始，月历补足五周，截至日和截止日都在', () => {
  const [may] = dueMonths(edition);
  const grid = monthGrid(edition, may!);
  expect(grid).toHaveLength(5);
  expect(grid.every((week) => week.length === 7)).toBe(true);
  expect(grid[0]!.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
  expect(grid.flat().find((cell) => cell?.isToday)?.day.words).toBe('2020年5月13日');
  expect(grid[4]![6]).toMatchObject({ date: 31, dayOff: true, due: { part: { total: 16 } } });
});
