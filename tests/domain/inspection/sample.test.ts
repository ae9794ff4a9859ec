import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { failedIn } from '../../../src/domain/inspection/inspection.ts';
import {
  goneOn,
  inspectionBefore,
  drawnIn,
  sampleOf,
} from '../../../src/domain/inspection/sample.ts';
import { register } from '../../../src/domain/register.ts';
import { openLedger } from '../../../src/ledger/open.ts';

const ledger = openLedger(fileURLToPath(new URL('../../fixtures/shili/', import.meta.url)));
const checks = [...ledger.inspections.values()];
const last = checks.at(-1)!;
const on = '2026-09-01';
const gone = (id: string) => register(ledger.registry.get(id) ?? [], on).state === 'deregistered';

test('上次检查是检查日以前最近的一次，当天的不算', () => {
  expect(inspectionBefore(ledger, on)).toBe(last);
  expect(inspectionBefore(ledger, last.checkedOn)).not.toBe(last);
  expect(inspectionBefore(ledger, '1999-01-01')).toBeUndefined();
});

test('编号的次序不作数：春季检查、秋季检查也按检查日', () => {
  const [first, second] = checks;
  const named = new Map([
    ['a-autumn', { ...second!, id: 'a-autumn' }],
    ['b-spring', { ...first!, id: 'b-spring' }],
  ]);
  expect(inspectionBefore({ ...ledger, inspections: named }, on)?.id).toBe('a-autumn');
});

test('全部检查：在用的都列入，已注销的不列；上次不合格的排在前面', () => {
  const { population, again, accounts, drawn } = sampleOf(ledger, { kind: 'all' }, on, last);
  expect(accounts.some(gone)).toBe(false);
  expect(population).toBe([...ledger.accounts.keys()].filter((id) => !gone(id)).length);
  expect(drawn).toHaveLength(population);
  expect(again).toEqual(failedIn(ledger, last).filter((id) => !gone(id)));
  expect(again.length).toBeGreaterThan(0);
  expect(accounts.slice(0, again.length)).toEqual(again);
  expect(new Set(accounts).size).toBe(population);
});

test('抽查：回头看的之外，抽到的都列入，一个账号只列一次', () => {
  const { again, drawn, accounts } = sampleOf(
    ledger,
    { kind: 'sample', seed: 1, share: 50 },
    on,
    last,
  );
  expect(new Set(accounts)).toEqual(new Set([...again, ...drawn]));
  expect(accounts).toHaveLength(new Set(accounts).size);
  expect(accounts.length).toBeLessThan(again.length + drawn.length);
});

test('没有上次检查，就没有回头看', () => {
  const { again, accounts, drawn } = sampleOf(
    ledger,
    { kind: 'sample', seed: 1, share: 10 },
    on,
    undefined,
  );
  expect([again, accounts]).toEqual([[], drawn]);
});

test('登记簿里还没有记录的账号也是在用的', () => {
  const { population } = sampleOf(
    { ...ledger, registry: new Map() },
    { kind: 'all' },
    on,
    undefined,
  );
  expect(population).toBe(ledger.accounts.size);
});

test('抽中的由记录和种子认得出：与当时抽的是同样的账号，回头看而没抽中的不在内', () => {
  for (const [seed, share] of [
    [1, 50],
    [7, 30],
    [42, 90],
    [5, 100],
  ] as const) {
    const scope = { kind: 'sample' as const, seed, share };
    const { population, again, drawn, accounts } = sampleOf(ledger, scope, on, last);
    const rows = accounts.map((account) => ({
      account,
      lookBack: again.includes(account),
      results: [],
    }));
    const found = drawnIn({ ...last, scope, population, accounts: rows });
    expect(found.toSorted()).toEqual(drawn);
  }
  expect(drawnIn({ ...last, scope: { kind: 'all' } })).toHaveLength(last.accounts.length);
});

test('已注销的几个：检查日以前注销的才算，和应查的加起来是登记的全部', () => {
  const { population, checkedOn } = ledger.inspections.get('2026-q2-check')!;
  expect(goneOn(ledger, checkedOn)).toBe(3);
  expect(population + goneOn(ledger, checkedOn)).toBe(ledger.accounts.size);
  expect(goneOn(ledger, '2026-03-06')).toBe(0);
});
