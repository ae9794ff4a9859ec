import { expect, test } from 'vitest';
import { returnedInWords } from '../../../src/domain/issue/returned.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';

type Step = Record<string, string>;
const saidOn = (day: string, ...steps: Step[]) =>
  returnedInWords({ updates: new Map([['a-01', steps]]) } as unknown as Ledger, 'a-01', day);
const said = (...steps: Step[]) => saidOn('2026-06-15', ...steps);
const returned = { action: 'returned', reportedOn: '2026-06-10' };

test('最后一步是退回的，写明哪天、为什么；后来又报的、没有报过的不写', () => {
  expect(said({ ...returned, reason: '照片看不清' })).toBe('2026年6月10日退回：照片看不清');
  expect(said({ ...returned, publicNote: '请补充说明' })).toBe('2026年6月10日退回：请补充说明');
  expect(said(returned)).toBe('2026年6月10日退回：');
  const again = { action: 'submitted', reportedOn: '2026-06-12' };
  expect(said({ ...returned, reason: '照片看不清' }, again)).toBeUndefined();
  expect(saidOn('2026-06-11', { ...returned, reason: '照片看不清' }, again)).toMatch(/退回/u);
  expect(saidOn('2026-06-09', returned)).toBeUndefined();
  expect(said()).toBeUndefined();
});
