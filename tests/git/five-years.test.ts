/**
 * 五年 in a real repository: nothing that was published moves, whatever became of units, accounts, rules and people, and a
 * count that shares no code with the program agrees with all that it says. (示例区，虚构)
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figureDifferences } from '../../src/domain/inspection/circular-figures.ts';
import { recount } from '../../src/domain/inspection/period-figures.ts';
import { placeOf, commitOf } from '../../src/history/place.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { auditOf, type Audit } from '../../src/review/audit.ts';
import { faceOf } from '../../src/views/face.ts';
import { unitView } from '../../src/views/unit/unit-view.ts';
import { ledger as command } from '../documents/run.ts';
import { FIVE_YEARS_END, fiveYears, liveFiveYears } from '../generator/years/five-years.ts';
import { agreesInPeriod, type Books, Day, leadOf } from '../recount/agreement.ts';
import { grouped, recounter } from '../recount/recount.ts';

const dir = mkdtempSync(join(tmpdir(), 'five-years-'));
let books: Books;

beforeAll(async () => {
  const { content } = await liveFiveYears({ seed: 5, dir });
  const { ledger, faults } = checkLedger(readFolder(content));
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  books = { content, ledger: ledger!, count: recounter(content) };
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A day in the middle of so many quarters: before, between and after everything that changed. */
const days = [0, 1, 3, 5, 7, 9, 10, 12, 14, 15, 17, 19].map((turn) => {
  const { from, until } = fiveYears[turn]!;
  return turn % 3 === 0 ? until : `${from.slice(0, 8)}21`;
});

describe('五年里该有的都有', () => {
  test('二十次检查、两次合并、一次分设、更名、三次移交、三个结项、三个关停、规则改了、人换了', () => {
    const { inspections, units, registry, campaigns, vocabulary, site, updates } = books.ledger;
    const all = [...units.values()];
    const steps = [...registry.values()].flat();
    const actions = new Set([...updates.values()].flat().map(({ action }) => action));
    expect(inspections.size).toBe(20);
    const ends = all.flatMap(({ ended }) => ended?.how ?? []).toSorted();
    expect(ends).toEqual(['merged', 'merged', 'split']);
    expect(all.filter(({ formerNames }) => formerNames !== undefined)).toHaveLength(2);
    expect([...campaigns.values()].filter(({ concluded }) => concluded)).toHaveLength(3);
    expect(steps.filter(({ action }) => action === 'closureFiled')).toHaveLength(3);
    expect(steps.filter(({ action }) => action === 'transferred').length).toBeGreaterThan(6);
    expect(vocabulary.timing.graceDays).toHaveLength(2);
    expect(vocabulary.registering).toHaveLength(2);
    expect(vocabulary.indicators.thresholds.length).toBeGreaterThan(5);
    expect([...campaigns.values()].filter(({ closing }) => closing.earlier)).toHaveLength(2);
    expect(site.reviewers).toHaveLength(4);
    expect(all.filter(({ members }) => members.length > 2).length).toBeGreaterThan(5);
    for (const action of ['reopened', 'deferred', 'extended', 'voided', 'reviewed', 'returned'])
      expect(actions).toContain(action);
    expect([...books.ledger.bulletins.values()].filter(({ corrects }) => corrects)).toHaveLength(1);
  });
});

describe('印发的数', () => {
  let audit: Audit;
  beforeAll(() => {
    const place = placeOf(books.content)!;
    audit = auditOf(place, commitOf(place, 'HEAD')!.id);
  });

  test('每份通报、小结按印发时的提交重算都一致，审计没有发现问题', () => {
    expect(audit.faults).toEqual([]);
    expect(audit.bulletins.length).toBeGreaterThan(35);
    for (const { bulletin, agrees } of audit.bulletins)
      expect([bulletin, agrees]).toEqual([bulletin, true]);
  });

  test('按现在的台账、统计到当时，也都一致（更正过的除外）', () => {
    const { bulletins } = books.ledger;
    const corrected = [...bulletins.values()].flatMap(({ corrects }) => corrects ?? []);
    for (const bulletin of bulletins.values()) {
      const now = recount(books.ledger, bulletin, true);
      const differences = figureDifferences(bulletin.figures, now ?? []);
      expect([bulletin.id, differences.length > 0]).toEqual([
        bulletin.id,
        corrected.includes(bulletin.id),
      ]);
    }
  });
});

describe.each(days)('另算 %s', (name) => {
  let day: Day;
  beforeAll(() => {
    day = new Day(books, name);
  });
  test('指标和分组', () => {
    day.figures();
    day.groups();
  });
  test('数据和网页', () => {
    day.data();
    day.pages();
  });
  test('工作台账和情况报告', async () => {
    await day.ledgers();
    await day.reports();
  });
});

test.each([
  ...fiveYears.map(({ id }) => id),
  ...['2021-h2', '2022-h1', '2022-h2', '2023-h1', '2023-h2'],
  ...['2024-h1', '2024-h2', '2025-h1', '2025-h2', '2026-h1'],
])('%s 的进出和平衡', async (period) => {
  await agreesInPeriod(books, period, FIVE_YEARS_END);
});

test('撤并了的单位，网页还在，指向承接的单位', () => {
  const face = faceOf(books.ledger, FIVE_YEARS_END, 'public');
  for (const { id, ended } of face.ledger.units.values()) {
    if (ended === undefined) continue;
    const view = unitView(face, face.ledger.units.get(id)!);
    expect(view.successors.map(({ href }) => href)).toEqual(
      ended.successors.map((next) => `/units/${next}.html`),
    );
  }
});

test('内部站能生成，首页和单位页的数与另算的相同', () => {
  const out = join(dir, 'site');
  const args = ['--content', books.content, '--as-of', FIVE_YEARS_END, '--out', out];
  const { code, err } = command('build', '--internal', ...args);
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  const counted = books.count(FIVE_YEARS_END);
  const words = (path: string) =>
    readFileSync(join(out, path), 'utf8')
      .replaceAll(/<[^>]+>/gu, '')
      .replaceAll(/\s/gu, '');
  expect(words('index.html')).toContain(leadOf(counted));
  for (const unit of grouped(counted, 'unit').keys())
    expect(words(`units/${unit}.html`)).toContain(books.ledger.units.get(unit)!.name);
});
