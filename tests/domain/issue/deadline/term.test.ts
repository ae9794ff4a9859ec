import { describe, expect, test } from 'vitest';
import {
  firstDueOn,
  firstRecheckOn,
  nextRecheckOn,
} from '../../../../src/domain/issue/deadline/term.ts';
import type { Deadline } from '../../../../src/schema/deadline.ts';
import {
  fixed,
  fixedThenOngoing,
  immediate,
  immediateThenOngoing,
  issueOf,
  ongoing,
  recurring,
  relative,
  timingOf,
  unread,
} from '../../sample.ts';

const timing = timingOf({
  reviewEveryDays: [
    { from: '2020-01-01', value: 90 },
    { from: '2024-03-02', value: 30 },
  ],
});

describe('截止日', () => {
  test('限期的写明哪天就是哪天，五个工作日跳过周末', () => {
    expect(firstDueOn(issueOf({ deadline: fixed }))?.day).toBe('2024-03-31');
    expect(firstDueOn(issueOf({ deadline: relative }))).toEqual({
      day: '2024-03-08',
      certain: true,
    });
    expect(firstDueOn(issueOf({ deadline: unread }))).toBeUndefined();
  });
});

describe('首次复查日', () => {
  const first = (deadline: Deadline, moved?: string) =>
    firstRecheckOn(issueOf({ deadline }), timing, moved);

  test('长期整改、按频次：从列入日起，用列入日那天的间隔', () => {
    expect(first(ongoing)).toBe('2024-05-30');
    expect(first(recurring)).toBe('2024-05-30');
  });

  test('立行立改并长期坚持从起算日起，限期后长期坚持从截止日起', () => {
    expect(first(immediateThenOngoing)).toBe('2024-05-30');
    expect(first(fixedThenOngoing)).toBe('2024-06-29');
  });

  test('延期以后从新的截止日起；别的类型不受延期影响', () => {
    expect(first(fixedThenOngoing, '2024-04-30')).toBe('2024-07-29');
    expect(first(ongoing, '2024-04-30')).toBe('2024-05-30');
  });

  test('不延续的时限没有复查日', () => {
    for (const deadline of [fixed, immediate, relative, unread]) {
      expect(first(deadline)).toBeUndefined();
    }
  });
});

describe('下次复查日', () => {
  const next = (deadline: Deadline, from: string, decidedOn = from) =>
    nextRecheckOn(issueOf({ deadline }), timing, from, decidedOn);

  test('用定复查的那天的系统设定；来源写明间隔的用来源的', () => {
    expect(next(ongoing, '2024-03-01')).toBe('2024-05-30');
    expect(next(ongoing, '2024-03-02')).toBe('2024-04-01');
    expect(next({ ...ongoing, kind: 'ongoing', reviewEvery: 10 }, '2024-03-02')).toBe('2024-03-12');
    expect(next(fixed, '2024-03-02')).toBe('2024-04-01');
  });

  test('从以后的日子起算的，也用定的那天的设定', () => {
    expect(next(ongoing, '2024-03-31', '2024-03-01')).toBe('2024-06-29');
  });
});
