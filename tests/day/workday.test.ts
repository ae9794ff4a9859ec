import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/day/calendar.ts';
import {
  addWorkdays,
  isPublished,
  isWorkday,
  lastWorkdayOnOrBefore,
  workdaysBetween,
} from '../../src/day/workday.ts';

const sure = (workday: boolean) => ({ workday, certain: true });
const between = (from: string, to: string) =>
  fc.integer({ min: 0, max: daysBetween(from, to) }).map((count) => addDays(from, count));

test('调休的星期六上班，补出来的假日不上班', () => {
  expect(isWorkday('2020-05-09')).toEqual(sure(true));
  expect(isWorkday('2024-10-12')).toEqual(sure(true));
  for (const day of ['2020-05-01', '2020-05-04', '2020-05-05', '2024-10-07'])
    expect(isWorkday(day), day).toEqual(sure(false));
  expect(isWorkday('2020-05-06')).toEqual(sure(true));
});

test('平常的星期一至星期五上班，星期六、星期日不上班', () => {
  expect(['2020-05-11', '2020-05-15'].map(isWorkday)).toEqual([sure(true), sure(true)]);
  expect(['2020-05-16', '2020-05-17', '2020-05-31'].map(isWorkday)).toEqual([
    sure(false),
    sure(false),
    sure(false),
  ]);
});

test('2020 年春节延长的假期不上班', () => {
  expect(isWorkday('2020-01-31')).toEqual(sure(false));
  expect(isWorkday('2020-02-03')).toEqual(sure(true));
});

test('没有公布放假安排的日子只按星期推算，并且说明不确定', () => {
  expect(isWorkday('2003-12-31')).toEqual({ workday: true, certain: false });
  expect(isWorkday('2027-01-01')).toEqual({ workday: true, certain: false });
  expect(isWorkday('2027-01-02')).toEqual({ workday: false, certain: false });
  expect(isWorkday('0001-01-01')).toEqual({ workday: true, certain: false });
});

test('收录 2004 年至 2026 年；最后一年的末周还可能随下一年调整', () => {
  expect(isPublished('2003-12-31')).toBe(false);
  expect(isPublished('2004-01-01')).toBe(true);
  expect(isPublished('2025-12-31')).toBe(true);
  expect(isPublished('2026-12-24')).toBe(true);
  expect(isPublished('2026-12-25')).toBe(false);
  expect(isPublished('2027-06-01')).toBe(false);
  // 2018-12-29 was moved by the calendar of 2019.
  expect(isWorkday('2018-12-29')).toEqual(sure(true));
});

test('第几个工作日：当天不算，跳过假日，算上调休', () => {
  expect(addWorkdays('2020-04-30', 1)).toEqual({ day: '2020-05-06', certain: true });
  expect(addWorkdays('2020-05-08', 1)).toEqual({ day: '2020-05-09', certain: true });
  expect(addWorkdays('2020-05-08', 2)).toEqual({ day: '2020-05-11', certain: true });
  expect(addWorkdays('2020-05-13', 0)).toEqual({ day: '2020-05-13', certain: true });
  expect(addWorkdays('2020-05-16', 0)).toEqual({ day: '2020-05-16', certain: true });
});

test('往前数工作日', () => {
  expect(addWorkdays('2020-05-06', -1)).toEqual({ day: '2020-04-30', certain: true });
  expect(addWorkdays('2020-05-11', -2)).toEqual({ day: '2020-05-08', certain: true });
});

test('跨过没有公布安排的日子，数出来的不确定', () => {
  expect(addWorkdays('2026-12-24', 1)).toEqual({ day: '2026-12-25', certain: false });
  expect(addWorkdays('2026-12-24', 2)).toEqual({ day: '2026-12-28', certain: false });
  expect(addWorkdays('2004-01-02', -1)).toEqual({ day: '2003-12-31', certain: false });
  expect(addWorkdays('2003-12-31', 1)).toEqual({ day: '2004-01-02', certain: true });
});

test('两天之间的工作日', () => {
  expect(workdaysBetween('2020-04-30', '2020-05-09')).toEqual({ count: 4, certain: true });
  expect(workdaysBetween('2020-05-13', '2020-05-13')).toEqual({ count: 0, certain: true });
  expect(workdaysBetween('2020-05-14', '2020-05-13')).toEqual({ count: 0, certain: true });
  expect(workdaysBetween('2026-12-23', '2026-12-25')).toEqual({ count: 2, certain: false });
  expect(workdaysBetween('2003-12-31', '2004-01-02')).toEqual({ count: 1, certain: true });
});

test('当天或之前最近的工作日', () => {
  expect(lastWorkdayOnOrBefore('2020-05-29')).toEqual({ day: '2020-05-29', certain: true });
  expect(lastWorkdayOnOrBefore('2020-05-31')).toEqual({ day: '2020-05-29', certain: true });
  expect(lastWorkdayOnOrBefore('2020-05-05')).toEqual({ day: '2020-04-30', certain: true });
  expect(lastWorkdayOnOrBefore('2020-05-09')).toEqual({ day: '2020-05-09', certain: true });
  expect(lastWorkdayOnOrBefore('2026-12-26')).toEqual({ day: '2026-12-25', certain: false });
  expect(lastWorkdayOnOrBefore('2027-01-02')).toEqual({ day: '2027-01-01', certain: false });
  expect(lastWorkdayOnOrBefore('2004-01-01')).toEqual({ day: '2003-12-31', certain: false });
});

describe('性质', () => {
  test('往后数 n 个工作日，中间正好有 n 个工作日', () => {
    fc.assert(
      fc.property(
        between('2004-01-01', '2026-06-30'),
        fc.integer({ min: 1, max: 60 }),
        (day, n) => {
          const end = addWorkdays(day, n).day;
          expect(isWorkday(end).workday).toBe(true);
          expect(workdaysBetween(day, end).count).toBe(n);
        },
      ),
    );
  });

  test('提醒日是工作日，不晚于截止日，中间没有别的工作日', () => {
    fc.assert(
      fc.property(between('2004-02-01', '2026-12-24'), (day) => {
        const { day: reminder, certain } = lastWorkdayOnOrBefore(day);
        expect(certain).toBe(true);
        expect(isWorkday(reminder).workday).toBe(true);
        expect(reminder <= day).toBe(true);
        expect(workdaysBetween(reminder, day).count).toBe(0);
      }),
    );
  });
});

describe('与机器的时区无关', () => {
  const probe = `
    import { isWorkday, addWorkdays } from './src/day/workday.ts';
    const days = ['2020-05-04', '2020-05-09', '2020-05-10', '2020-05-11', '2024-10-12', '2026-12-31'];
    console.log(JSON.stringify([days.map(isWorkday), addWorkdays('2020-04-30', 3)]));`;
  const inZone = (zone: string) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', probe], {
      cwd: new URL('../..', import.meta.url),
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  test('洛杉矶、基里巴斯与上海算得一样', () => {
    const shanghai = inZone('Asia/Shanghai');
    expect(JSON.parse(shanghai)).toEqual([
      [
        sure(false),
        sure(true),
        sure(false),
        sure(true),
        sure(true),
        { workday: true, certain: false },
      ],
      { day: '2020-05-08', certain: true },
    ]);
    expect(inZone('America/Los_Angeles')).toBe(shanghai);
    expect(inZone('Pacific/Kiritimati')).toBe(shanghai);
  });

  test('与来源软件包在上海时区的算法逐日一致', () => {
    const compare = `
      import { isWorkday } from './src/day/workday.ts';
      import { addDays } from './src/day/calendar.ts';
      import chineseDays from 'chinese-days';
      const odd = [];
      for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
        if (isWorkday(day).workday !== chineseDays.isWorkday(day)) odd.push(day);
      }
      console.log(JSON.stringify(odd));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', compare], {
      cwd: new URL('../..', import.meta.url),
      env: { ...process.env, TZ: 'Asia/Shanghai' },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([]);
  });
});
