import { expect, test } from 'vitest';
import { childStanding, isChildOn, unchangedSince } from '../../../src/domain/rollup/child.ts';
import type { Child } from '../../../src/schema/child.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';
import { child, fault, good, sums } from './sums.ts';

const at = (snapshots: Entry<Snapshot>[], today: string) => {
  const { state, counted, accounts } = childStanding(child, snapshots, today);
  return [state, counted, accounts.length];
};

test('没有报过的、迟的、坏的不静悄悄计入；上次能用的留着，新的没来照旧用到过期', () => {
  expect(at([], '2026-06-02')).toEqual(['silent', false, 0]);
  expect(at([good('2026-06-01', ['x'])], '2026-06-11')).toEqual(['good', true, 1]);
  expect(at([good('2026-06-01')], '2026-06-12')).toEqual(['late', false, 0]);
  expect(at([good('2026-06-01', ['x']), fault('2026-06-02')], '2026-06-03')).toEqual([
    'broken',
    true,
    1,
  ]);
  expect(at([fault('2026-06-02')], '2026-06-03')).toEqual(['broken', false, 0]);
  expect(at([good('2026-06-02'), fault('2026-06-02')], '2026-06-03')).toEqual(['good', true, 0]);
  expect(at([good('2026-06-02'), good('2026-06-05')], '2026-06-03')).toEqual(['good', true, 0]);
  expect(isChildOn(child, '2026-12-31')).toBe(true);
  expect(isChildOn(child, '2027-01-01')).toBe(false);
  expect(isChildOn(child, '2025-12-31')).toBe(false);
  const { until: _until, ...open } = child;
  expect(isChildOn(open, '2030-01-01')).toBe(true);
});

test('登记了公钥：签过名以后来的没有签名的不算；登记以前收的、按报表计的照旧', () => {
  const key = 'ssh-ed25519 AAAA';
  const signed = (on: string): Entry<Snapshot> =>
    ({ ...good(on), signed: true }) as Entry<Snapshot>;
  const stands = (snapshots: Entry<Snapshot>[], one: Child = { ...child, key }) =>
    childStanding({ ...child, ...one }, snapshots, '2026-06-08');
  const down = stands([signed('2026-06-01'), good('2026-06-05')]);
  expect([down.state, down.last?.gatheredOn, down.last?.signed]).toEqual([
    'broken',
    '2026-06-01',
    true,
  ]);
  expect(down.trouble).toEqual({
    since: '2026-06-05',
    on: '2026-06-05',
    why: '登记了公钥，以前的有签名，这一份没有',
  });
  expect(stands([good('2026-06-01'), good('2026-06-05')]).state).toBe('good');
  expect(stands([signed('2026-06-01'), good('2026-06-05')], child).state).toBe('good');
  const paper = { ...good('2026-06-05'), paper: '示办函〔2026〕9号' } as Entry<Snapshot>;
  const onPaper = { ...child, key, public: { paper: true as const } };
  expect(stands([signed('2026-06-01'), paper], onPaper).state).toBe('good');
  // What calls itself a paper does not stand between: nothing unsigned follows it, and it follows nothing signed.
  const other = { ...child, key, public: { path: '../jia.json' } };
  expect(stands([signed('2026-06-01'), paper], other).last?.gatheredOn).toBe('2026-06-01');
  expect(stands([signed('2026-06-01'), paper]).state).toBe('broken');
  const elsewhere = { ...other, internal: { paper: true as const } };
  expect(stands([signed('2026-06-01'), paper], elsewhere).state).toBe('broken');
  const after = stands([signed('2026-06-01'), paper, good('2026-06-07')], onPaper);
  expect([after.last?.gatheredOn, after.trouble?.on]).toEqual(['2026-06-05', '2026-06-07']);
});

test('交办的问题在下级的状态：取最近一份里的', () => {
  const one = good('2026-06-01');
  const told = { ...one, assigned: [{ id: 'a-1', state: '已销号' }] } as Entry<Snapshot>;
  expect(childStanding(child, [told], '2026-06-02').last?.assigned.get('a-1')).toBe('已销号');
  expect(childStanding(child, [one], '2026-06-02').last?.assigned.size).toBe(0);
});

test('提交一直是同一个：从哪天起没有改动过；换过提交、没有提交的不算', () => {
  const of = (on: string, commit: string): Entry<Snapshot> => {
    const one = good(on);
    return one.outcome === 'good' ? { ...one, summary: { ...sums, commit, asOf: on } } : one;
  };
  const days = [
    of('2026-06-01', 'a'),
    of('2026-06-10', 'b'),
    fault('2026-06-12'),
    of('2026-06-20', 'b'),
  ];
  expect(unchangedSince(days, 'b')).toBe('2026-06-10');
  expect(unchangedSince(days, 'a')).toBe(undefined);
  expect(unchangedSince(days, '')).toBe(undefined);
  expect(unchangedSince([], 'b')).toBe(undefined);
});
