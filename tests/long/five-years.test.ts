/** 五年 with other seeds: the same promises as tests/git/five-years.test.ts, whatever happened. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commitOf, placeOf } from '../../src/history/place.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { auditOf } from '../../src/review/audit.ts';
import { FIVE_YEARS_END, fiveYears, liveFiveYears } from '../generator/years/five-years.ts';
import { agreesInPeriod, Day } from '../recount/agreement.ts';
import { recounter } from '../recount/recount.ts';

test.each([6, 7, 8, 9])('种子 %i', async (seed) => {
  const dir = mkdtempSync(join(tmpdir(), 'five-years-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const { content } = await liveFiveYears({ seed, dir });
  const { ledger, faults } = checkLedger(readFolder(content));
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  const place = placeOf(content)!;
  expect(auditOf(place, commitOf(place, 'HEAD')!.id).faults).toEqual([]);
  const books = { content, ledger: ledger!, count: recounter(content) };
  for (const { id, until } of fiveYears) {
    const day = new Day(books, until);
    day.figures();
    day.groups();
    day.data();
    day.pages();
    await day.ledgers();
    await day.reports();
    await agreesInPeriod(books, id, FIVE_YEARS_END);
  }
});
