/** 过去某天的逾期: counted from one issue's records alone, the same as by a replay of the whole ledger. (示例区，虚构) */
import { expect, test } from 'vitest';
import { addDays } from '../../../src/day/calendar.ts';
import { isOverdue, wasOverdue } from '../../../src/domain/figures/lateness.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { openLedger } from '../../../src/ledger/open.ts';

const ledger = openLedger('tests/fixtures/shili');
const today = '2026-06-15';
const now = standing(ledger, today);

test('每隔几天往回看两年，逐个问题与整本台账重放到那天的一样；统计日当天就是现在的', () => {
  let late = 0;
  for (let ago = 0; ago < 730; ago += 5) {
    const day = addDays(today, -ago);
    const then = standing(ledger, day)
      .issues.filter(isOverdue)
      .map(({ id }) => id);
    expect(
      now.issues.filter((one) => wasOverdue(ledger, one, day)).map(({ id }) => id),
      day,
    ).toEqual(then);
    late += then.length;
  }
  expect(late).toBeGreaterThan(100);
});
