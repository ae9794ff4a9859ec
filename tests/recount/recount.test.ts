/** Twelve days, every grouping, every flow of every quarter: the program against a count that shares no code with it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { ledger, scratch } from '../documents/run.ts';
import { agreesInPeriod, type Books, Day, textOf } from './agreement.ts';
import { flowsOf, recounter, unfinished } from './recount.ts';

const content = 'tests/fixtures/shili';
const books: Books = { content, ledger: openLedger(content), count: recounter(content) };
const days = [
  '2024-09-09',
  '2024-12-31',
  '2025-03-10',
  '2025-06-30',
  '2025-09-30',
  '2025-11-30',
  '2025-12-31',
  '2026-02-28',
  '2026-03-31',
  '2026-04-30',
  '2026-05-31',
  '2026-06-15',
] as const;

describe.each(days)('%s', (name) => {
  const day = new Day(books, name);

  test('各指标：全部、各专项、各单位的总数、各状态、未完成', () => {
    day.figures();
  });
  test('各分组：每组是哪些问题', () => {
    day.groups();
  });
  test('数据文件（JSON、CSV）', () => {
    day.data();
  });
  test('网页：首页、趋势页、专项页、单位页', () => {
    day.pages();
  });
  test('工作台账（Excel、Word）的状态逐行相同', async () => {
    await day.ledgers();
  });
  test('情况报告（Word）的数', async () => {
    await day.reports();
  });
});

test.each([
  '2024-q3',
  '2024-q4',
  '2025-q1',
  '2025-q2',
  '2025-q3',
  '2025-q4',
  '2026-q1',
  '2024-h2',
  '2025-h1',
  '2025-h2',
])('%s 小结的进出和平衡，Word 里印的也是', async (period) => {
  await agreesInPeriod(books, period, '2026-06-15');
});

test('命令写出的小结也是这些数', async () => {
  const at = ['--content', content, '--as-of', '2026-06-15'];
  const file = path.join(scratch(), 'a.docx');
  expect(ledger('summary', '2026-q1', ...at, '--out', file).code).toBe(0);
  const { listed, reopened } = flowsOf(books.count('2026-03-31'), '2025-12-31', '2026-03-31');
  expect(await textOf(readFileSync(file))).toContain(
    `期初未完成的问题${String(unfinished(books.count('2025-12-31').issues))}个；本期新列${String(listed)}个、重启${String(reopened)}个`,
  );
});
