import { describe, expect, test } from 'vitest';
import {
  daysLeft,
  dueOn,
  reminderOn,
  recheckOn,
} from '../../../../src/domain/issue/deadline/deadline.ts';
import { dutyPeriods } from '../../../../src/domain/duty.ts';
import { readingsOf } from '../../../../src/domain/phrase/readings-left.ts';
import { type Length, lengthInWords } from '../../../../src/domain/span.ts';
import type { Deadline } from '../../../../src/schema/deadline.ts';

const settings = { listedOn: '2020-05-13', reviewEveryDays: 90 };
const text = '原文';
const relative = (length: Length): Deadline => ({
  text,
  kind: 'relative',
  from: '2020-04-30',
  length,
});

describe('截止日', () => {
  test('写明日期的就是那一天，休息日也不变', () => {
    const due = { day: '2020-05-31', certain: true };
    expect(dueOn({ text, kind: 'fixed', dueOn: '2020-05-31' })).toEqual(due);
    expect(dueOn({ text, kind: 'fixed-then-ongoing', dueOn: '2020-05-31' })).toEqual(due);
  });

  test('按天、按月、按工作日推算，当天不计', () => {
    expect(dueOn(relative({ days: 15 }))).toEqual({ day: '2020-05-15', certain: true });
    expect(dueOn(relative({ days: 0 }))).toEqual({ day: '2020-04-30', certain: true });
    expect(dueOn(relative({ months: 10 }))).toEqual({ day: '2021-02-28', certain: true });
    expect(dueOn(relative({ workdays: 4 }))).toEqual({ day: '2020-05-09', certain: true });
  });

  test('按小时推算取最晚可能的一天，不是整天的不确定', () => {
    expect(dueOn(relative({ hours: 24 }))).toEqual({ day: '2020-05-01', certain: true });
    expect(dueOn(relative({ hours: 48 }))).toEqual({ day: '2020-05-02', certain: true });
    expect(dueOn(relative({ hours: 25 }))).toEqual({ day: '2020-05-02', certain: false });
    expect(dueOn(relative({ hours: 2 }))).toEqual({ day: '2020-05-01', certain: false });
  });

  test('起算日还不知道的没有截止日', () => {
    expect(dueOn({ text, kind: 'relative', start: '注销之日', length: { workdays: 5 } })).toBe(
      undefined,
    );
  });

  test('立即、长期、按频次、待确认的没有截止日', () => {
    const without: Deadline[] = [
      { text, kind: 'immediate', from: '2020-05-13' },
      { text, kind: 'immediate-then-ongoing', from: '2020-05-13' },
      { text, kind: 'ongoing' },
      { text, kind: 'recurring', every: { everyDays: 14 } },
      { text, kind: 'unread', candidates: ['截止日为2020年5月31日'] },
    ];
    expect(without.map(dueOn)).toEqual(without.map(() => undefined));
  });
});

test('期限长度的中文说法', () => {
  expect(lengthInWords({ hours: 24 })).toBe('24小时');
  expect(lengthInWords({ days: 15 })).toBe('15天');
  expect(lengthInWords({ days: 0 })).toBe('当天');
  expect(lengthInWords({ workdays: 5 })).toBe('5个工作日');
  expect(lengthInWords({ months: 3 })).toBe('3个月');
});

describe('首次复查', () => {
  test('长期整改从列入日期起，按单位定的间隔', () => {
    expect(recheckOn({ text, kind: 'ongoing' }, settings)).toEqual({
      day: '2020-08-11',
      every: 90,
      setBy: '系统设定',
    });
  });

  test('来源写了间隔的按来源', () => {
    expect(recheckOn({ text, kind: 'ongoing', reviewEvery: 30 }, settings)).toEqual({
      day: '2020-06-12',
      every: 30,
      setBy: '原文',
    });
  });

  test('来源写了首次复查日的按来源，间隔仍按单位定的', () => {
    expect(recheckOn({ text, kind: 'ongoing', reviewOn: '2020-07-01' }, settings)).toEqual({
      day: '2020-07-01',
      every: 90,
      setBy: '原文',
    });
  });

  test('限期后长期坚持从截止日起算，立行立改从起算日起算', () => {
    expect(recheckOn({ text, kind: 'fixed-then-ongoing', dueOn: '2020-07-31' }, settings)).toEqual({
      day: '2020-10-29',
      every: 90,
      setBy: '系统设定',
    });
    expect(
      recheckOn(
        { text, kind: 'immediate-then-ongoing', from: '2020-05-20', reviewEvery: 15 },
        settings,
      ),
    ).toEqual({ day: '2020-06-04', every: 15, setBy: '原文' });
  });

  test('做完就完的不复查', () => {
    const without: Deadline[] = [
      { text, kind: 'fixed', dueOn: '2020-05-31' },
      { text, kind: 'immediate', from: '2020-05-13' },
      relative({ days: 15 }),
      { text, kind: 'recurring', every: { times: 2, per: 'week' } },
      { text, kind: 'unread', candidates: [] },
    ];
    expect(without.map((one) => recheckOn(one, settings))).toEqual(without.map(() => undefined));
  });
});

test('提醒提前到截止日当天或之前最近的工作日', () => {
  expect(reminderOn('2020-05-31')).toEqual({ day: '2020-05-29', certain: true });
  expect(reminderOn('2020-05-29')).toEqual({ day: '2020-05-29', certain: true });
  expect(reminderOn('2020-10-08')).toEqual({ day: '2020-09-30', certain: true });
  expect(reminderOn('2027-01-03')).toEqual({ day: '2027-01-01', certain: false });
});

test('截止前一天剩1天，当天剩0天，过一天剩 -1 天', () => {
  expect(daysLeft('2020-05-30', '2020-05-31')).toBe(1);
  expect(daysLeft('2020-05-31', '2020-05-31')).toBe(0);
  expect(daysLeft('2020-06-01', '2020-05-31')).toBe(-1);
});

test('类型以外的值原样返回', () => {
  const odd = (said: object) => said as never;
  const deadline = odd({ text, kind: 'odd' });
  expect(dueOn(deadline)).toBe(deadline);
  expect(recheckOn(deadline, settings)).toBe(deadline);
  expect(readingsOf([deadline])).toEqual([deadline]);
  expect(() => dutyPeriods(odd({ times: 1, per: 'odd' }), '2020-05-13', '2020-05-14')).toThrow(
    new RangeError('not a day: undefined'),
  );
});
