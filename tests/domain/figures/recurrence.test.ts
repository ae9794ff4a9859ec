/** 再次列入: only of the same unit and kind, only after the first was put right, never of what was withdrawn. */
import { expect, test } from 'vitest';
import { listedAgain, settledBefore } from '../../../src/domain/figures/recurrence.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { issueOf, ledgerOf, ongoing, updatesOf } from '../sample.ts';

const done = issueOf({ id: 'demo-01', account: 'a1' });
const kept = issueOf({ id: 'demo-02', row: 2, account: 'a2', deadline: ongoing });
const later = (id: string, more: Parameters<typeof issueOf>[0] = {}) =>
  issueOf({ id, account: 'a1', listedOn: '2024-06-01', ...more });
const steps = [
  ...updatesOf(
    done,
    { action: 'submitted', reportedOn: '2024-03-20' },
    { action: 'accepted', reportedOn: '2024-04-02' },
    {
      action: 'reopened',
      reportedOn: '2024-07-01',
      round: 2,
      reason: '又停更',
      ground: 'inspection',
    },
    { action: 'submitted', reportedOn: '2024-07-10' },
    { action: 'accepted', reportedOn: '2024-07-12' },
  ),
  ...updatesOf(
    kept,
    { action: 'submitted', reportedOn: '2024-03-10' },
    { action: 'accepted', reportedOn: '2024-03-12' },
  ),
];
const found = (...more: ReturnType<typeof later>[]): string[] => {
  const ledger = ledgerOf([done, kept, ...more], steps);
  return listedAgain(standing(ledger, '2024-12-31')).map(({ id }) => id);
};

test('同一单位同一类问题，前一个销号、转长期坚持以后又列入的', () => {
  expect(found(later('demo-03'))).toEqual(['demo-03']);
  // Another account of the same unit is the same unit.
  expect(found(later('demo-04', { account: 'a2' }))).toEqual(['demo-04']);
});

test('前一个还没有办结就列入的、别的单位的、别的类别的、撤销的、没有登记单位的，都不算', () => {
  expect(found(later('demo-03', { listedOn: '2024-03-12' }))).toEqual([]);
  expect(found(later('demo-03', { account: 'b1' }))).toEqual([]);
  expect(found(later('demo-03', { problems: ['not-filed'] }))).toEqual([]);
  expect(found(later('demo-03', { account: 'nobody' }))).toEqual([]);
  const gone = later('demo-05');
  const ledger = ledgerOf(
    [done, kept, gone],
    [...steps, ...updatesOf(gone, { action: 'voided', reportedOn: '2024-06-05', reason: '重复' })],
  );
  expect(listedAgain(standing(ledger, '2024-12-31'))).toEqual([]);
});

test('自己重启的不是再次列入', () => {
  expect(found()).toEqual([]);
});

test('同类的先后办结两个，从先办结的那个算起，不论先列后列', () => {
  const second = issueOf({ id: 'demo-06', row: 3, account: 'a1' });
  const more = updatesOf(
    second,
    { action: 'submitted', reportedOn: '2024-04-20' },
    { action: 'accepted', reportedOn: '2024-05-01' },
  );
  const between = later('demo-07', { listedOn: '2024-04-15' });
  for (const issues of [
    [done, second, kept, between],
    [second, done, kept, between],
  ]) {
    const ledger = ledgerOf(issues, [...steps, ...more]);
    expect(listedAgain(standing(ledger, '2024-12-31')).map(({ id }) => id)).toContain('demo-07');
  }
});

test('以前办结的，后办结的在前，不论列在台账里的次序', () => {
  const all = [done, kept, later('demo-03', { account: 'a2' })];
  for (const issues of [all, [...all].reverse()]) {
    const now = standing(ledgerOf(issues, steps), '2024-12-31');
    const before = settledBefore(
      now,
      now.issues.find(({ id }) => id === 'demo-03')!,
    );
    expect(before.map(({ one, on }) => [one.id, on])).toEqual([
      ['demo-01', '2024-04-02'],
      ['demo-02', '2024-03-12'],
    ]);
  }
});
