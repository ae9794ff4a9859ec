import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysInMonth, inWords, isDay } from '../../src/day/calendar.ts';
import { dueOn } from '../../src/domain/issue/deadline/deadline.ts';
import { readDeadline } from '../../src/domain/phrase/read.ts';
import { deadline as schema } from '../../src/schema/deadline.ts';
import { phraseRows } from '../../scripts/docs/phrase-table.ts';

const listedDays = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays('2004-01-01', count));
const number = (max: number) => fc.integer({ min: 1, max });
/** Pieces of which lists make their phrases, in any order: most of what comes out is nonsense. */
const YEARLESS = [
  ...[
    '5月',
    '12月',
    '31日',
    '10日',
    '底',
    '末',
    '前',
    '内',
    '后',
    '（含）',
    '下月',
    '本周五',
    '上旬',
  ],
  ...[
    '季度末',
    '即日起',
    '至',
    '，',
    '、',
    '3个月',
    '15',
    '个工作日',
    '24小时',
    '立即整改',
    '长期坚持',
  ],
  ...[
    '并',
    '每周',
    '两次',
    '每10天',
    '或',
    '10.25',
    ' ',
    '18:00',
    '下班',
    '二十',
    '半年',
    '月底',
    '完成',
  ],
];
const joined = (pieces: readonly string[]) =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
    .map((all) => all.join('').trim());
const phrases = joined([...YEARLESS, '2020年', '今年', '明年', '2024-10-25']);

test('没有写年份的，读出的日期不早于列入日期', () => {
  fc.assert(
    fc.property(joined(YEARLESS), listedDays, (text, listedOn) => {
      const due = dueOn(readDeadline(text, { listedOn }).deadline);
      expect(due === undefined || due.day >= listedOn, text).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('什么文字都读得下去：不出错，合乎栏目规定，读不准就问', () => {
  fc.assert(
    fc.property(fc.oneof(phrases, fc.string({ minLength: 1 })), listedDays, (text, listedOn) => {
      const { deadline, why, asks } = readDeadline(text, { listedOn });
      expect(deadline.text).toBe(text.trim());
      if (deadline.text !== '') expect(schema.safeParse(deadline).success, text).toBe(true);
      expect(why.length).toBeGreaterThan(0);
      if (deadline.kind === 'unread') expect(asks).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});

test('同一说法再读一遍，结果一样', () => {
  for (const { text, listedOn } of phraseRows()) {
    const first = readDeadline(text, { listedOn });
    expect(readDeadline(first.deadline.text, { listedOn })).toEqual(first);
  }
});

test('把读出的日期写全了再读，还是那一天', () => {
  fc.assert(
    fc.property(listedDays, listedDays, (day, listedOn) => {
      for (const text of [day, inWords(day), `${inWords(day)}前`, day.replaceAll('-', '/')]) {
        const { deadline } = readDeadline(text, { listedOn });
        expect(deadline.kind).toBe('fixed');
        expect(dueOn(deadline)?.day).toBe(day);
      }
    }),
  );
});

test('几月底：到期月的最后一天；已经过了的要问', () => {
  fc.assert(
    fc.property(number(12), listedDays, (month, listedOn) => {
      const year = Number(listedOn.slice(0, 4));
      const last = `${listedOn.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(daysInMonth(year, month))}`;
      const { deadline } = readDeadline(`${String(month)}月底`, { listedOn });
      expect(isDay(last)).toBe(true);
      if (last < listedOn) expect(deadline.kind).toBe('unread');
      else expect(deadline).toMatchObject({ kind: 'fixed', dueOn: last });
    }),
  );
});

test('几天内：从列入日期往后数，当天不计', () => {
  fc.assert(
    fc.property(number(999), listedDays, (days, listedOn) => {
      const { deadline } = readDeadline(`${String(days)}天内`, { listedOn });
      expect(dueOn(deadline)).toEqual({ day: addDays(listedOn, days), certain: true });
    }),
  );
});

test('月份后面只写“前”，总是要问', () => {
  fc.assert(
    fc.property(number(12), listedDays, (month, listedOn) => {
      const { deadline } = readDeadline(`${String(month)}月前`, { listedOn });
      expect(deadline.kind).toBe('unread');
    }),
  );
});
