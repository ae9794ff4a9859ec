/** 各环节待办: how many have waited as long as the last that is named. (示例区，虚构) */
import { expect, test } from 'vitest';
import { awaitingByStep } from '../../../src/views/due/turn-view.ts';
import { tileViews } from '../../../src/views/home/tile-view.ts';
import { waitingRows } from '../../../src/views/home/waiting-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');

test('首页最久的三家以外还有一样久的，写明一共几家', () => {
  for (const { units, tied, list } of waitingRows(inside)) {
    if (list !== '/figures/overdue.html') continue;
    const longest = [
      ...Map.groupBy(
        inside.standing.issues.filter(({ lateness }) => lateness.kind === 'overdue'),
        ({ unit }) => unit,
      ).values(),
    ].map((own) =>
      Math.max(...own.map(({ lateness }) => (lateness.kind === 'overdue' ? lateness.days : 0))),
    );
    expect(tied).toBe(longest.filter((days) => days === units.at(-1)?.days).length);
    expect(tied).toBeGreaterThan(1);
  }
});

test('已验收待销号的数字块与各环节的行合得上：又不合格的另列一行，写明计在哪一步的几个里', () => {
  const rows = new Map(waitingRows(inside).map((row) => [row.list, row]));
  const held = awaitingByStep(inside);
  const tile = tileViews(inside, undefined).find(({ figure }) => figure.id === 'held');
  expect(held.reduce((sum, { count }) => sum + count, 0)).toBe(tile?.figure.count);
  const recall = rows.get('/lists/recall.html');
  const failing = held.filter(({ failed }) => failed > 0);
  expect(failing).toHaveLength(1);
  const [{ step, count, failed } = { step: 'confirm', count: 0, failed: 0 }] = failing;
  expect(step).toBe('confirm');
  expect(recall).toMatchObject({ count: failed, counted: `计入待上级核销${String(count)}个` });
  expect(tile?.note).toContain(`待上级核销${String(count)}个`);
  expect(rows.get('/lists/confirm.html')?.count).toBe(count - failed);
  expect(rows.get('/lists/confirm.html')?.counted).toBe('');
});
