import { expect, test } from 'vitest';
import { failedIn, judgedRows } from '../../../src/domain/inspection/inspection.ts';
import {
  inspectionFigures,
  inspectionImbalances,
} from '../../../src/domain/inspection/inspection-figures.ts';
import { rateInWords } from '../../../src/domain/inspection/rate.ts';
import { openings } from '../../../src/domain/inspection/openings.ts';
import { register } from '../../../src/domain/register.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../../src/schema/ledger.ts';

const shili = openLedger('tests/fixtures/shili');
const checks = [...shili.inspections.values()];
const last = checks.at(-1);
if (!last) throw new Error('no check');

test('演示台账有八次季度检查，每次的数都对得上', () => {
  expect(checks).toHaveLength(8);
  for (const check of checks) {
    const figures = inspectionFigures(shili, check);
    expect(inspectionImbalances(figures)).toEqual([]);
    expect(figures.failed).toBe(failedIn(shili, check).length);
    expect(figures.rows.checked).toHaveLength(figures.checked);
    if (check.previous !== undefined) expect(figures.change).toBeDefined();
  }
});

test('上次不合格的全部再看，改好的和仍不合格的相加等于再看的', () => {
  for (const [index, check] of checks.entries()) {
    const before = checks[index - 1];
    if (!before) continue;
    const again = check.accounts.filter(({ lookBack }) => lookBack).map(({ account }) => account);
    const gone = (id: string) =>
      register(shili.registry.get(id) ?? [], check.checkedOn).state === 'deregistered';
    const living = failedIn(shili, before).filter((id) => !gone(id));
    expect(again.toSorted()).toEqual(living.toSorted());
  }
});

/** The last check with other rows. */
const checkOf = (accounts: Inspection['accounts']): Entry<Inspection> => ({ ...last, accounts });
const [first] = last.accounts;

test('没有结果的账号不算合格，也不能出数', () => {
  if (!first) throw new Error('no row');
  const bare = checkOf([{ account: first.account, lookBack: true, results: [] }]);
  expect(judgedRows(shili, bare)[0]?.result).toBe('unchecked');
  const figures = inspectionFigures(shili, bare);
  expect([figures.checked, figures.rate]).toEqual([0, undefined]);
  expect(inspectionImbalances(figures)).toEqual(['还有1个账号没有检查结果']);
});

test('合格率保留一位小数', () => {
  expect(rateInWords(inspectionFigures(shili, last).rate)).toMatch(/^\d+\.\d%$/u);
});

test('列入检查的多于应查总数，说出来', () => {
  const figures = { ...inspectionFigures(shili, last), population: 1 };
  expect(inspectionImbalances(figures)).toEqual([
    `列入检查${String(figures.listed)}个，多于应查总数1个`,
  ]);
});

test('部分相加不等于总数时说明哪一项', () => {
  const figures = { ...inspectionFigures(shili, last), passed: 1, still: 0, mended: 0, again: 2 };
  expect(inspectionImbalances(figures).map((one) => one.slice(0, 2))).toEqual([
    '检查',
    '复查',
    '检查',
  ]);
});

test('不合格的指标：没有问题的新列，已销号的重启，正在整改的不重复，长期坚持而合格的复查', () => {
  const found = openings(shili, last, '2026-06-15');
  const wrong = judgedRows(shili, last).flatMap(({ verdicts }) =>
    verdicts.filter(({ result }) => result === 'failed'),
  );
  const { findings, reopened, underway, rechecked, held, unmapped } = found;
  expect(findings.length + reopened.length + underway.length).toBe(wrong.length);
  expect(findings.length).toBeGreaterThan(0);
  expect(unmapped).toEqual([]);
  for (const { issue } of reopened) expect(['closed', 'sustained']).toContain(issue.history.state);
  for (const { history } of rechecked) expect(history.state).toBe('sustained');
  for (const { history } of held) expect(history.state).toBe('closed');
});

test('没有问题类别对应的指标不猜，请人先登记', () => {
  const bare: Ledger = { ...shili, vocabulary: { ...shili.vocabulary, problems: [] } };
  const found = openings(bare, last, '2026-06-15');
  expect(found.findings).toEqual([]);
  expect(found.unmapped.length).toBeGreaterThan(0);
});
