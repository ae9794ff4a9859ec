import { expect, test } from 'vitest';
import { inspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import type { TrendSection } from '../../../src/views/trend/trend-chart.ts';
import { trendPages } from '../../../src/views/trend/trend-view.ts';

const shili = openLedger('tests/fixtures/shili');
const inside = faceOf(shili, '2026-06-15', 'internal');
const [course, units] = trendPages(inside);

const sectionOf = (sections: readonly TrendSection[] | undefined, id: string): TrendSection => {
  const found = sections?.find(({ table }) => table.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
/** A column of a table as numbers. */
const numbers = ({ table }: TrendSection, title: string): number[] => {
  const at = table.columns.findIndex((column) => column.title === title);
  return table.rows.map((row) => Number(row[at]?.text));
};
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const counted = (id: string) => rowsOf(figureOf(inside.standing, id)).length;

test('月末状况的最后一行就是统计日的指标，图和表是同样的数', () => {
  const section = sectionOf(course?.sections, 'course');
  for (const [title, id] of [
    ['问题总数', 'total'],
    ['未完成', 'unfinished'],
    ['逾期', 'overdue'],
    ['已销号', 'closed'],
    ['长期坚持', 'sustained'],
  ] as const)
    expect(numbers(section, title).at(-1)).toBe(counted(id));
  if (section.chart?.kind !== 'lines') throw new Error('no lines');
  for (const { name, values } of section.chart.lines)
    expect(values).toEqual(numbers(section, name));
  expect(section.chart.days).toHaveLength(section.table.rows.length);
  const [then, now] = section.table.rows.slice(-2).map((row) => row.map(({ text }) => text));
  const by = (at: number) => {
    const change = Number(now?.[at]) - Number(then?.[at]);
    return `${change > 0 ? '增加' : '减少'}${String(Math.abs(change))}个`;
  };
  expect(section.finding).toBe(
    `未完成${now?.[2] ?? ''}个，较5月底${by(2)}；其中逾期${now?.[3] ?? ''}个，较5月底${by(3)}。`,
  );
});

test('每月进出的图是表里的数；标题的数是今年各月的和，由年初变到现在', () => {
  const section = sectionOf(course?.sections, 'flows');
  if (section.chart?.kind !== 'flows') throw new Error('no flows');
  const column = (title: string) => numbers(section, title);
  const [listed, reopened] = [column('新列'), column('重启')];
  expect(section.chart.months.map((month) => month.in)).toEqual(
    listed.map((count, at) => count + (reopened[at] ?? 0)),
  );
  const year = section.table.rows.map(([first]) => first?.text.startsWith('2026年') === true);
  const ofYear = (title: string) => sum(column(title).filter((_, at) => year[at]));
  const from = column('月初未完成')[year.indexOf(true)] ?? 0;
  const ownClosed = inside.standing.issues.filter(
    ({ issue, history }) => issue.listedOn >= '2026' && history.state === 'closed',
  ).length;
  expect(section.finding).toBe(
    `2026年以来，新列${String(ofYear('新列'))}个、重启${String(ofYear('重启'))}个，销号${String(ofYear('销号'))}个、转长期坚持${String(ofYear('转长期坚持'))}个、撤销${String(ofYear('撤销'))}个；其中2026年列入的，已销号${String(ownClosed)}个；未完成由年初的${String(from)}个变为${String(counted('unfinished'))}个。`,
  );
  expect(
    from + ofYear('新列') + ofYear('重启') - ofYear('销号') - ofYear('转长期坚持') - ofYear('撤销'),
  ).toBe(counted('unfinished'));
});

test('办结用时在真的时间轴上：没有的月份空着，不挤在一起', () => {
  const section = sectionOf(course?.sections, 'pace');
  if (section.chart?.kind !== 'points') throw new Error('no points');
  expect(section.chart.points.map(({ on }) => on.slice(0, 7))).toEqual(
    section.table.rows.map(([first]) => {
      const [, year = '', month = ''] = /^(\d+)年(\d+)月$/u.exec(first?.text ?? '') ?? [];
      return `${year}-${month.padStart(2, '0')}`;
    }),
  );
  expect(section.chart.points.map(({ size }) => size)).toEqual(
    numbers(section, '销号（个）').map(
      (count, at) => count + (numbers(section, '转长期坚持（个）')[at] ?? 0),
    ),
  );
});

test('八次检查的合格率与检查页是同一个数', () => {
  const section = sectionOf(course?.sections, 'checks');
  expect(section.table.rows).toHaveLength(8);
  const checks = [...shili.inspections.values()];
  expect(numbers(section, '不合格')).toEqual(
    checks.map((check) => inspectionFigures(shili, check).failed),
  );
  if (section.chart?.kind !== 'points') throw new Error('no points');
  for (const [at, { words }] of section.chart.points.entries())
    expect(section.table.rows[at]?.map(({ text }) => text)).toContain(words);
  const last = section.table.rows.at(-1)?.map(({ text }) => text) ?? [];
  expect(section.finding).toContain(`${last[0] ?? ''}合格率${last[9] ?? ''}`);
  expect(section.finding).toContain(last[11] ?? '?');
});

test('单位按登记次序，不按数字；各单位相加等于全部', () => {
  const section = sectionOf(units?.sections, 'issues');
  const names = section.table.rows.map(([first]) => first?.text ?? '');
  const registered = [...shili.units.values()].map(({ name }) => name);
  expect(names).toEqual(registered.filter((name) => names.includes(name)));
  expect(sum(numbers(section, '问题'))).toBe(counted('total'));
  expect(sum(numbers(section, '未完成'))).toBe(counted('unfinished'));
  const checks = [...shili.inspections.values()];
  expect(sum(numbers(sectionOf(units?.sections, 'checks'), '不合格（次）'))).toBe(
    sum(checks.map((check) => inspectionFigures(shili, check).failed)),
  );
});

test('公开站没有检查合格率；有专项不公开逾期单位名称的，没有单位对照', () => {
  const [open, ...others] = trendPages(faceOf(shili, '2026-06-15', 'public'));
  expect(open?.sections.map(({ table }) => table.id)).toEqual([
    'years',
    'course',
    'flows',
    'pace',
    'problems',
  ]);
  expect(others).toEqual([]);
  const named = new Map(
    [...shili.campaigns].map(([id, one]) => [
      id,
      { ...one, publication: { ...one.publication, overdueNames: true } },
    ]),
  );
  const allowed = trendPages(faceOf({ ...shili, campaigns: named }, '2026-06-15', 'public'));
  expect(allowed.map(({ id }) => id)).toEqual(['course', 'units']);
  expect(allowed[1]?.sections.map(({ table }) => table.id)).toEqual([
    'issues',
    'months-listed',
    'months-closed',
    'months-late',
  ]);
});

test('还没有过一个月末的台账没有趋势页', () => {
  const real = openLedger('content');
  expect(trendPages(faceOf(real, '2020-05-13', 'internal'))).toEqual([]);
});

test('单位太多时不画图，表照样全', () => {
  const many = new Map(
    [...shili.accounts].map(([id, one], at) => [id, { ...one, unit: `unit-${String(at)}` }]),
  );
  const own = new Map(
    [...many.values()].map(({ unit }) => {
      const [any] = [...shili.units.values()];
      if (!any) throw new Error('no unit');
      return [unit, { ...any, id: unit }];
    }),
  );
  const one = faceOf({ ...shili, accounts: many, units: own }, '2026-06-15', 'internal');
  const section = sectionOf(trendPages(one)[1]?.sections, 'issues');
  expect(section.table.rows.length).toBeGreaterThan(60);
  expect(section.chart).toBeUndefined();
});

test('各年列入：几项之和等于列入，各年之和等于总数，销号率按有效问题；最近的一年在前，标题说的就是它', () => {
  const section = sectionOf(course?.sections, 'years');
  const column = (title: string) => numbers(section, title);
  for (const [title, id] of [
    ['列入', 'total'],
    ['已销号', 'closed'],
    ['长期坚持', 'sustained'],
    ['未完成', 'unfinished'],
    ['其中逾期', 'overdue'],
    ['撤销', 'void'],
  ] as const)
    expect(sum(column(title)), title).toBe(counted(id));
  for (const [at, listed] of column('列入').entries()) {
    const of = (title: string) => column(title)[at] ?? 0;
    expect(of('已销号') + of('长期坚持') + of('未完成') + of('撤销')).toBe(listed);
    const rate = section.table.rows[at]?.at(-2)?.text ?? '';
    expect(
      Math.abs(Number.parseFloat(rate) - (of('已销号') / (listed - of('撤销'))) * 100),
    ).toBeLessThan(0.06);
  }
  const own = inside.standing.issues.filter(({ issue }) => issue.listedOn.startsWith('2026'));
  expect(section.table.rows[0]?.[0]?.text).toBe('2026年');
  expect(column('列入')[0]).toBe(own.length);
  const stale = own.filter(({ issue }) => issue.problems.includes('content-stale')).length;
  expect(section.finding).toContain(`2026年列入${String(own.length)}个`);
  expect(section.finding).toContain(`最多的是“更新不及时”${String(stale)}个、“`);
});

test('各年列入：公开站只计公开的专项；有专项不公开逾期单位名称的，不列各年的逾期', () => {
  const outside = faceOf(shili, '2026-06-15', 'public');
  const section = sectionOf(trendPages(outside)[0]?.sections, 'years');
  expect(sum(numbers(section, '列入'))).toBe(outside.standing.issues.length);
  expect(sum(numbers(section, '列入'))).toBeLessThan(inside.standing.issues.length);
  expect(JSON.stringify([section.finding, section.table])).not.toContain('逾期');
  const campaigns = new Map(
    [...shili.campaigns].map(([id, one]) => [
      id,
      { ...one, publication: { ...one.publication, overdueNames: true } },
    ]),
  );
  const open = faceOf({ ...shili, campaigns }, '2026-06-15', 'public');
  expect(sectionOf(trendPages(open)[0]?.sections, 'years').finding).toContain('（其中逾期');
});
