import { expect, test } from 'vitest';
import { clockInChina, dayInChina, momentInChina } from '../../src/day/china.ts';

test.each([
  ['2024-02-29T15:59:59Z', '2024-02-29T23:59:59+08:00', '2024-02-29', '235959'],
  ['2024-02-29T16:00:00Z', '2024-03-01T00:00:00+08:00', '2024-03-01', '000000'],
  ['2023-12-31T16:00:00Z', '2024-01-01T00:00:00+08:00', '2024-01-01', '000000'],
  ['2024-06-30T22:05:09.999-05:00', '2024-07-01T11:05:09+08:00', '2024-07-01', '110509'],
])('%s 在北京是 %s', (instant, moment, day, clock) => {
  const at = new Date(instant);
  expect([momentInChina(at), dayInChina(at), clockInChina(at)]).toEqual([moment, day, clock]);
});

test('与系统的时区数据一致：1992 年起的每个月', () => {
  const system = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  for (let month = 0; month < 600; month += 1) {
    const at = new Date(Date.UTC(1992, month, 1, 16, 30));
    expect(dayInChina(at)).toBe(system.format(at));
  }
});
