/** 接手时的逾期: the days late, parted at the day on which another unit got it. (示例区，虚构) */
import { expect, test } from 'vitest';
import { handedLate } from '../../../../src/domain/issue/deadline/handed-late.ts';
import { latenessOf } from '../../../../src/domain/issue/deadline/lateness.ts';
import { historyOf, issueOf, roundOf, type Said, timingOf } from '../../sample.ts';

const grace3 = timingOf({ graceDays: [{ from: '2020-01-01', value: 3 }] });
const issue = issueOf();

/** Last day 31 March. */
function parted(on: string, today: string, said: Said[] = [], timing = timingOf()) {
  const history = historyOf(issue, said, today, { timing });
  const lateness = latenessOf(issue, history, timing);
  return handedLate({ lateness, round: history.round, today }, on, timing);
}
const submitted = (reportedOn: string): Said => ({ action: 'submitted', reportedOn });
/** Granted on 5 April, five days late: until the 10th. */
const movedLate: Said = {
  action: 'extended',
  reportedOn: '2024-04-05',
  askedOn: '2024-04-05',
  dueOn: '2024-04-10',
  reason: '示例',
};

test('截止以后才移交的：移交那天逾期几天、接手几天，相加是逾期天数', () => {
  const late = { isOverdue: true, isHandedIn: false };
  expect(parted('2024-04-04', '2024-04-10')).toEqual({ ...late, before: 4, since: 6 });
  expect(parted('2024-04-04', '2024-04-04')).toEqual({ ...late, before: 4, since: 0 });
});

test('申请验收以后，接手的天数到申请验收那天为止；以后才移交的不分', () => {
  const done = [submitted('2024-04-08')];
  const late = { before: 4, isOverdue: true, since: 4, isHandedIn: true };
  expect(parted('2024-04-04', '2024-04-20', done)).toEqual(late);
  const closed: Said[] = [...done, { action: 'accepted', reportedOn: '2024-04-09' }];
  expect(parted('2024-04-04', '2024-04-20', closed)).toEqual(late);
  expect(parted('2024-04-09', '2024-04-20', done)).toBeUndefined();
});

test('截止当天和以前移交的、没有逾期的，不分', () => {
  expect(parted('2024-03-31', '2024-04-10')).toBeUndefined();
  expect(parted('2024-03-20', '2024-03-25')).toBeUndefined();
  const lateness = { kind: 'waiting-late', dueOn: '2024-03-31', days: 4 } as const;
  const unsaid = { lateness, round: roundOf(), today: '2024-04-10' };
  expect(handedLate(unsaid, '2024-04-04', timingOf())).toBeUndefined();
});

test('移交那天在宽限期内的不叫逾期，满了才叫', () => {
  expect(parted('2024-04-03', '2024-04-10', [], grace3)).toMatchObject({
    before: 3,
    isOverdue: false,
  });
  expect(parted('2024-04-04', '2024-04-10', [], grace3)).toMatchObject({ isOverdue: true });
  expect(parted('2024-04-02', '2024-04-03', [], grace3)).toEqual({
    before: 2,
    isOverdue: false,
    since: 1,
    isHandedIn: false,
  });
});

test('逾期后批准的，批准以前的天数照计：宽限期内接手，当天也已经逾期', () => {
  // No grace on 31 March, ten days of it on 10 April: six days late are no more than that, and late all the same.
  const grace = timingOf({
    graceDays: [
      { from: '2020-01-01', value: 0 },
      { from: '2024-04-01', value: 10 },
    ],
  });
  expect(parted('2024-04-11', '2024-04-30', [movedLate], grace)).toEqual({
    before: 6,
    isOverdue: true,
    since: 19,
    isHandedIn: false,
  });
  // Within the grace of the day in force nothing is called 逾期, as in the lateness itself.
  expect(parted('2024-04-11', '2024-04-12', [movedLate], grace)).toEqual({
    before: 1,
    isOverdue: false,
    since: 1,
    isHandedIn: false,
  });
});

test('逾期后批准、在新截止日的宽限期内申请验收的，只有批准以前的天数，接手的天数不算逾期', () => {
  expect(parted('2024-04-11', '2024-04-20', [movedLate, submitted('2024-04-12')], grace3)).toEqual({
    before: 5,
    isOverdue: true,
    since: 0,
    isHandedIn: true,
  });
});
