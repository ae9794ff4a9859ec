import { expect, test } from 'vitest';
import { dutyTable } from '../../../src/domain/figures/duty-table.ts';
import { standing, standingWithin } from '../../../src/domain/issue/standing.ts';
import { inspection } from '../../../src/schema/inspection.ts';
import { issueOf, ledgerOf, updatesOf } from '../sample.ts';

const weekly = { what: '信息发布', times: 1, per: 'week' } as const;
const kept = issueOf({ id: 'demo-01', account: 'a1', duties: [weekly] });
const alike = issueOf({ id: 'demo-02', account: 'b1', duties: [weekly] });
const gone = issueOf({ id: 'demo-03', account: 'b1', duties: [weekly] });
const check = {
  ...inspection.parse({
    name: '季度检查',
    checkedOn: '2024-03-18',
    edition: '2019',
    campaign: 'demo',
    population: 1,
    scope: { kind: 'all' },
    accounts: [{ account: 'a1', lastPostOn: '2024-03-06' }],
  }),
  id: 'q1',
  path: 'inspections/q1.yaml',
};
const ledger = ledgerOf(
  [kept, alike, gone],
  [
    ...updatesOf(kept, { action: 'started', reportedOn: '2024-03-04' }),
    ...updatesOf(gone, { action: 'voided', reportedOn: '2024-03-10', reason: '重复' }),
  ],
  { inspections: new Map([['q1', check]]) },
);
// 3月1日（周五）列入：1–3日、4–10日、11–17日、18–20日，共 4 期。
const made = () => dutyTable(standing(ledger, '2024-03-20'));

test('逐项数出做到、没做到、不明的期数；检查看过的才有没做到；撤销的问题不列', () => {
  const { rows, definition } = made();
  expect(definition).toContain('其余不明，不算做到');
  const often = { what: '信息发布', often: '每周1次', periods: 4 };
  expect(rows).toEqual([
    { issue: 'demo-01', ...often, met: 1, missed: 1, unknown: 2 },
    { issue: 'demo-02', ...often, met: 0, missed: 0, unknown: 4 },
  ]);
});

test('没有检查的台账，检查日以前的日子，都没有“没做到”', () => {
  const before = dutyTable(standing(ledger, '2024-03-17'));
  expect(before.rows.map(({ missed }) => missed)).toEqual([0, 0]);
  const without = dutyTable(standing({ ...ledger, inspections: new Map() }, '2024-03-20'));
  expect(without.rows.map(({ missed }) => missed)).toEqual([0, 0]);
});

test('一个单位的表只有它的问题，检查照样算', () => {
  const { rows } = dutyTable(standingWithin(standing(ledger, '2024-03-20'), { unit: 'unit-a' }));
  expect(rows.map(({ issue, missed }) => [issue, missed])).toEqual([['demo-01', 1]]);
});
