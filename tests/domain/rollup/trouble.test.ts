/** 断了的来源: what is kept of it, and since when it is one. */
import { expect, test } from 'vitest';
import { addDays } from '../../../src/day/calendar.ts';
import { childStanding } from '../../../src/domain/rollup/child.ts';
import { isNewFault } from '../../../src/domain/rollup/trouble.ts';
import type { Child } from '../../../src/schema/child.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';

/** The faults of a source that says something on each day of some years, as far as they are kept. */
function keptOf(years: number, said: (day: number) => string): Entry<Snapshot>[] {
  const kept: Entry<Snapshot>[] = [];
  const first = '2021-01-01';
  for (let at = 0; at < years * 365; at += 1) {
    const on = addDays(first, at);
    const why = said(at);
    const id = `q101/${on}-fault`;
    if (isNewFault(kept, why, on))
      kept.push({ outcome: 'fault', why, id, path: `snapshots/${id}` });
  }
  return kept;
}

test('一家断五年、天天去取：存一份；缘由里的数天天不同的也是一份；缘由天天换的，一年十来份', () => {
  expect(keptOf(5, () => '打不开')).toHaveLength(1);
  expect(keptOf(5, (day) => `${String(day)} 秒内没有取完`)).toHaveLength(1);
  // Out of order in any way, then gone.
  expect(
    keptOf(1, (day) => `服务器返回 ${day < 9 ? String(500 + (day % 4)) : '404'}`).map(
      ({ id }) => id,
    ),
  ).toEqual(['q101/2021-01-01-fault', 'q101/2021-01-10-fault']);
  const [one, five] = [1, 5].map((years) => keptOf(years, (day) => `缘由${'甲乙丙'[day % 3]!}`));
  expect(one!.length).toBeLessThanOrEqual(24);
  expect(five!.length).toBeLessThanOrEqual(12 + 5 * 13);
});

test('以前天天存一份的台账照样读：从第一份起算，缘由一样的不算换过', () => {
  const child: Entry<Child> = {
    ...{ id: 'q101', path: 'children/q101.yaml', name: '甲区整改台账（虚构）' },
    ...{ since: '2026-01-01', lateAfter: 35, public: { path: '../101.json' } },
  };
  const daily = (days: readonly (readonly [day: string, why: string])[]) =>
    days.map(([day, why]): Entry<Snapshot> => {
      const id = `q101/${day}-fault`;
      return { outcome: 'fault', why, id, path: `snapshots/${id}.yaml` };
    });
  const kept = daily([
    ['2026-06-01', '取 summary.json 时服务器返回 500'],
    ['2026-06-02', '取 summary.json 时服务器返回 502'],
    ['2026-06-03', '打不开'],
    ['2026-06-04', '打不开'],
  ]);
  expect(childStanding(child, kept.slice(0, 2), '2026-06-30').trouble).toEqual({
    ...{ since: '2026-06-01', on: '2026-06-01', why: '取 summary.json 时服务器返回 502' },
  });
  const { trouble } = childStanding(child, kept, '2026-06-30');
  expect(trouble).toEqual({ since: '2026-06-01', on: '2026-06-03', why: '打不开' });
});

test('同一天再断的不另存；好了那天以前的，不算在这一次里', () => {
  const of = (day: string, why?: string): Entry<Snapshot> => {
    const id = `q101/${day}${why === undefined ? '' : '-fault'}`;
    const at = { id, path: `snapshots/${id}.yaml` };
    if (why !== undefined) return { outcome: 'fault', why, ...at };
    const sums = { version: '1.5', name: '甲区', authority: '甲区', level: 'public' as const };
    const none = { figures: {}, withheld: {}, platforms: [], problems: [], children: [] };
    const summary = { ...sums, asOf: day, commit: '', countedOnly: 0, shared: 0, ...none };
    return { outcome: 'good', sha256: '0'.repeat(64), signed: false, summary, ...at };
  };
  const kept = [of('2026-06-01', '打不开'), of('2026-06-02')];
  expect(isNewFault(kept, '打不开', '2026-06-02')).toBe(false);
  expect(isNewFault(kept, '打不开', '2026-06-03')).toBe(true);
  expect(isNewFault([...kept, of('2026-06-03', '打不开')], '打不开', '2026-06-04')).toBe(false);
});
