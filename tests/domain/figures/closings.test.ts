import { expect, test } from 'vitest';
import { closingEvents, closingMonths } from '../../../src/domain/figures/closings.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { issueOf, ledgerOf, ongoing, type Said, updatesOf } from '../sample.ts';

const reopened: Said = {
  action: 'reopened',
  reportedOn: '2024-05-01',
  reason: '反弹',
  ground: 'recurrence',
  round: 2,
};
const submitted = (reportedOn: string): Said => ({ action: 'submitted', reportedOn });
const accepted = (reportedOn: string): Said => ({ action: 'accepted', reportedOn });
const one = issueOf({ id: 'demo-01' });
const two = issueOf({ id: 'demo-02', deadline: ongoing });
const three = issueOf({ id: 'demo-03' });
const ledger = ledgerOf(
  [one, two, three],
  [
    ...updatesOf(
      one,
      submitted('2024-04-02'),
      accepted('2024-04-03'),
      reopened,
      submitted('2024-05-10'),
      accepted('2024-05-20'),
    ),
    ...updatesOf(two, submitted('2024-03-05'), accepted('2024-03-06')),
    ...updatesOf(three, submitted('2024-03-05'), accepted('2024-04-03')),
  ],
);

test('每次办结记一笔：哪一轮、哪天、几天、是否按期；同一天按台账次序', () => {
  expect(closingEvents(standing(ledger, '2024-06-01'))).toEqual([
    { issue: 'demo-02', round: 1, to: 'sustained', on: '2024-03-06', days: 5, inTime: undefined },
    { issue: 'demo-01', round: 1, to: 'closed', on: '2024-04-03', days: 33, inTime: false },
    { issue: 'demo-03', round: 1, to: 'closed', on: '2024-04-03', days: 33, inTime: true },
    { issue: 'demo-01', round: 2, to: 'closed', on: '2024-05-20', days: 19, inTime: undefined },
  ]);
});

test('按月：销号和长期坚持分开，没有办结的月份不列', () => {
  const months = closingMonths(standing(ledger, '2024-06-01'));
  expect(
    months.map(({ month, closed, sustained }) => [
      month,
      closed.map(({ issue }) => issue),
      sustained.map(({ issue }) => issue),
    ]),
  ).toEqual([
    ['2024-03', [], ['demo-02']],
    ['2024-04', ['demo-01', 'demo-03'], []],
    ['2024-05', ['demo-01'], []],
  ]);
});

test('重启以后，以前月份的办结数不变', () => {
  const april = closingMonths(standing(ledger, '2024-04-30'));
  const later = closingMonths(standing(ledger, '2024-12-31'));
  expect(later.slice(0, 2)).toEqual(april);
});

test('没有办结就没有月份', () => {
  expect(closingMonths(standing(ledger, '2024-03-01'))).toEqual([]);
});
