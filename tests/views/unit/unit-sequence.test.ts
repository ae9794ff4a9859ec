/** 本级单位序列: one order of the units, on whatever page they stand in a table or a list. */
import { expect, test } from 'vitest';
import { breakdown } from '../../../src/domain/figures/breakdown.ts';
import { bySequence } from '../../../src/domain/unit-order.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { figureRolls } from '../../../src/views/figure/figure-roll.ts';
import { squaresView } from '../../../src/views/home/squares-view.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
import { registryPages } from '../../../src/views/inspection/registry-view.ts';
import { selfCheckPages } from '../../../src/views/self-check/self-check-view.ts';
import { trendPages } from '../../../src/views/trend/trend-view.ts';
import { unitsByKind } from '../../../src/views/unit/units-by-kind.ts';

const ledger = openLedger('tests/fixtures/shili');
const face = faceOf(ledger, ledger.site.asOf!, 'internal');
const sequence = [...ledger.units.values()].map(({ name }) => name);

/** Every table whose rows are units, each once, with its page. */
const tables = [
  ...inspectionPages(face).flatMap(({ href, tables: all }) => all.map((one) => ({ href, one }))),
  ...selfCheckPages(face).flatMap(({ href, tables: all }) => all.map((one) => ({ href, one }))),
  ...registryPages(face).flatMap(({ href, tables: all }) => all.map((one) => ({ href, one }))),
  ...trendPages(face).flatMap(({ href, sections }) =>
    sections.map(({ table }) => ({ href, one: table })),
  ),
]
  .filter(({ one }) => one.columns[0]?.title === '单位')
  .map(
    ({ href, one }) =>
      [`${href}#${one.id}`, [...new Set(one.rows.map(([cell]) => cell!.text))]] as const,
  );

test('有表可查：检查、备案登记、单位对照、减负', () => {
  const pages = new Set(tables.map(([at]) => at.split('/')[1]));
  expect([...pages].toSorted()).toEqual(['inspections', 'registry', 'self-checks', 'trends']);
});

test.each(tables)('%s 的单位按本级序列', (_, units) => {
  expect(units).toEqual(sequence.filter((name) => units.includes(name)));
});

test('列单位的指标也按这个序列', () => {
  const rolls = figureRolls(face).filter(({ rowKind }) => rowKind === 'unit');
  expect(rolls.length).toBeGreaterThan(2);
  const ids = [...ledger.units.keys()];
  for (const { ids: rows } of rolls) expect(rows).toEqual(ids.filter((id) => rows.includes(id)));
});

test('首页、单位页、分组也按这个序列：示例区的序列本来就是一类挨着一类', () => {
  expect(unitsByKind(face).map(({ name }) => name)).toEqual(sequence);
  expect(squaresView(face).groups.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual(
    sequence,
  );
  const parts = breakdown(face.standing, 'unit').parts.map(({ name }) => name);
  expect(parts).toEqual(sequence.filter((name) => parts.includes(name)));
});

test('先看登记的排序，没有的在后面，按类别', () => {
  const units = [
    { order: undefined, kind: 'town' },
    { order: 20, kind: 'department' },
    { order: undefined, kind: 'office' },
    { order: 10, kind: 'street' },
  ] as const;
  expect(units.toSorted(bySequence).map(({ kind }) => kind)).toEqual([
    'street',
    'department',
    'office',
    'town',
  ]);
});
