/** What was published as the first set of figures is still counted as it was then. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import {
  circularFigures,
  figureDifferences,
} from '../../../src/domain/inspection/circular-figures.ts';
import { inspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import { isFixed, periodFigures, recount } from '../../../src/domain/inspection/period-figures.ts';
import { rateChangeInWords } from '../../../src/domain/inspection/rate.ts';
import { periodOf } from '../../../src/day/period.ts';
import { committedContent } from '../../../src/ledger/migrations/migrate.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { bulletin } from '../../../src/schema/bulletin.ts';

const folder = 'tests/fixtures/ledger-v1';
const { ledger } = readLedger(committedContent(readFolder(`${folder}/content`)));
if (!ledger) throw new Error('no ledger');
const old = bulletin.parse(load(readFileSync(`${folder}/bulletin.yaml`, 'utf8')));

test('第 1 套通报照旧重算：合格率含回头看的，变化是两次印出的数相减', () => {
  expect(old.figureSet).toBeUndefined();
  // By name, as the audit compares them: in which order units stand is no figure.
  expect(figureDifferences(old.figures, recount(ledger, old, true)!)).toEqual([]);
  const other = recount(ledger, { ...old, figureSet: 2 }, true)!;
  expect(figureDifferences(old.figures, other)).not.toEqual([]);
});

const shili = openLedger('tests/fixtures/shili');
const checks = [...shili.inspections.values()];

test('抽查：第 1 套把回头看的算进合格率，第 2 套只算抽取的并写范围', () => {
  for (const check of checks.filter(({ scope }) => scope.kind === 'sample')) {
    const { drawn, again, drawnAgain, checked, sampled } = inspectionFigures(shili, check);
    expect(sampled).toBe(true);
    expect(drawn.checked + again - drawnAgain).toBe(checked);
    const of = (set: 1 | 2) =>
      new Map(circularFigures(shili, check, set).map(({ name, value }) => [name, value]));
    expect(of(1).has('合格率范围')).toBe(false);
    expect(of(2).get('抽取')).toBe(String(drawn.checked));
    expect(of(2).get('合格率范围')).toMatch(/^\d+\.\d%至\d+\.\d%$/u);
  }
});

test('小结：第 1 套的进出按问题计，不多于第 2 套的轮次', () => {
  const period = periodOf('2025-h2')!;
  const of = (set: 1 | 2) =>
    new Map(periodFigures(shili, period, set).map(({ name, value }) => [name, Number(value)]));
  expect([...of(1).keys()].filter((name) => name.startsWith('问题 '))).toEqual(
    [
      '新列',
      '重启',
      '销号',
      '转长期坚持',
      '总数',
      '已销号',
      '长期坚持',
      '未完成',
      '逾期',
      '撤销',
    ].map((name) => `问题 ${name}`),
  );
  for (const name of ['问题 销号', '问题 转长期坚持', '问题 重启'])
    expect(of(1).get(name)).toBeLessThanOrEqual(of(2).get(name) ?? 0);
});

test('晚到的报送改不了的数，单独数出来的与一起数的相同', () => {
  for (const set of [1, 2] as const) {
    const summary = { ...old, inspection: undefined, period: '2025-h2' };
    const asked = set === 1 ? summary : { ...summary, figureSet: 2 as const };
    const whole = recount(shili, asked, true) ?? [];
    const fixed = recount(shili, asked, false);
    expect(fixed).toEqual(whole.filter(({ name }) => isFixed(name)));
    expect(fixed?.length).toBeGreaterThan(4);
  }
});

test('没有结果的检查没有合格率，也没有变化；指标版本或更新要求变了的不可比', () => {
  const [before, check] = checks;
  if (!before || !check) throw new Error('no checks');
  const bare = { ...check, accounts: check.accounts.map((row) => ({ ...row, results: [] })) };
  const stale = bare.accounts.map(({ account, lookBack }) => ({ account, lookBack, results: [] }));
  const empty = { ...bare, accounts: stale };
  const names = circularFigures(shili, empty, 1).map(({ name }) => name);
  expect(names).not.toContain('合格率');
  expect(names).not.toContain('合格率变化');
  expect(inspectionFigures(shili, empty).change).toBeUndefined();

  const edited = { ...before, edition: '1999' };
  const inspections = new Map([[edited.id, edited]]);
  const other = inspectionFigures({ ...shili, inspections }, { ...check, previous: edited.id });
  // Nothing of an edition that the vocabulary does not know can be judged.
  expect(other.change).toBeUndefined();

  const { indicators } = shili.vocabulary;
  const editions = [...indicators.editions, ...indicators.editions].map((edition, at) =>
    at < indicators.editions.length ? edition : { ...edition, id: `${edition.id}-b` },
  );
  const renamed = { ...before, edition: `${before.edition}-b` };
  const vocabulary = { ...shili.vocabulary, indicators: { ...indicators, editions } };
  const two = { ...shili, vocabulary, inspections: new Map([[renamed.id, renamed]]) };
  expect(rateChangeInWords(inspectionFigures(two, check).change)).toBe(
    '口径不同，不可比（两次检查所用的指标版本不同）',
  );

  const [first] = indicators.thresholds;
  if (!first) throw new Error('no threshold');
  const thresholds = [
    ...indicators.thresholds,
    { ...first, from: check.checkedOn, every: { everyDays: 400 }, indicator: first.indicator },
  ];
  const changed = { ...shili.vocabulary, indicators: { ...indicators, thresholds } };
  expect(
    rateChangeInWords(inspectionFigures({ ...shili, vocabulary: changed }, check).change),
  ).toBe('口径不同，不可比（两次检查之间更新要求有变动）');
});
