import { describe, expect, test } from 'vitest';
import { dueOn } from '../../src/domain/issue/deadline/deadline.ts';
import { readDeadline } from '../../src/domain/phrase/read.ts';
import { deadline as schema } from '../../src/schema/deadline.ts';
import { phraseRows } from '../../scripts/docs/phrase-table.ts';

const rows = phraseRows();

test.each(rows)('“$text”（列入日期 $listedOn）读作 $deadline.kind $dueOn', (row) => {
  const { deadline, why, asks } = readDeadline(row.text, { listedOn: row.listedOn });
  expect(deadline).toEqual(row.deadline);
  expect(dueOn(deadline)?.day).toBe(row.dueOn);
  expect(why.join(' ')).toBe(row.why);
  expect(asks).toBe(row.asks);
});

describe('整张表', () => {
  test('来源清单的每种说法都在，另有 80 种以上', () => {
    const given = rows.filter(({ group }) => group === '来源清单');
    expect(given).toHaveLength(35);
    expect(rows.length - given.length).toBeGreaterThan(80);
  });

  test('同一说法、同一列入日期只有一行', () => {
    const keys = rows.map(({ text, listedOn }) => `${text} ${listedOn}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('读出的时限都合乎栏目规定', () => {
    for (const { text, deadline } of rows) {
      expect(schema.safeParse(deadline).success, text).toBe(text !== '');
    }
  });

  test('待确认的都带着问题，读出的只有年份可疑时才问', () => {
    for (const { text, deadline, asks, dueOn: due, listedOn } of rows) {
      const isOdd = (due !== undefined && due < listedOn) || 'start' in deadline;
      expect(asks !== undefined, text).toBe(deadline.kind === 'unread' || isOdd);
    }
  });

  test('前后的空格不算原文', () => {
    expect(readDeadline(' 5月底 ', { listedOn: '2020-05-13' }).deadline.text).toBe('5月底');
  });

  test('下班时刻由单位自定', () => {
    const { deadline, why } = readDeadline('10月9日下午下班前', {
      listedOn: '2020-09-21',
      closeOfBusiness: '17:30',
    });
    expect(deadline).toMatchObject({ dueOn: '2020-10-09', time: '17:30' });
    expect(why.at(-1)).toBe('“下午下班”按下班时刻17:30计（系统设定）。');
  });

  test('列入日期不是日子就是程序的错', () => {
    expect(() => readDeadline('5月底', { listedOn: '2020-5-13' })).toThrow(
      new RangeError('not a day: 2020-5-13'),
    );
  });
});
