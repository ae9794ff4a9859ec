/** 各环节待办: how many have waited as long as the last that is named. (示例区，虚构) */
import { expect, test } from 'vitest';
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
