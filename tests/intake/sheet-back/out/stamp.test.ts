import { expect, test } from 'vitest';
import { newStamp } from '../../../../scripts/enter/stamp.ts';

test('同一天里后写的记录总排在先写的后面，一秒之内写两条也一样', () => {
  let last = newStamp('2026-06-15');
  for (let turn = 0; turn < 200; turn += 1) {
    const next = newStamp('2026-06-15', last);
    expect(next).toMatch(/^20260615-\d{6}-[a-z0-9]{3}$/u);
    expect(next.slice(0, 15) > last.slice(0, 15) || last.slice(9, 15) === '235959').toBe(true);
    last = next;
  }
});

test('进位到分和时，一天的最后一秒不跨到第二天；别的日子的不管', () => {
  const after = (last: string) => newStamp('2026-06-15', last).slice(0, 15);
  expect(after('20260615-235958-abc')).toBe('20260615-235959');
  expect(after('20260615-235959-abc')).toBe('20260615-235959');
  expect(after('20260616-235958-abc') < '20260615-235959').toBe(true);
});
