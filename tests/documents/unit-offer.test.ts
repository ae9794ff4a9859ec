/** 各单位整改情况的下载: the numbers of the pages, every unit once in the official order, nothing late where it may not be said. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { percent } from '../../src/domain/figures/figure-value.ts';
import { figureOf } from '../../src/domain/figures/figures.ts';
import { flowMonths } from '../../src/domain/figures/flows.ts';
import { standingWithin } from '../../src/domain/issue/standing.ts';
import { cellText } from '../../src/documents/sheet/sheet.ts';
import { unitSheet } from '../../src/documents/sheet/unit-sheet.ts';
import { unitsOffer } from '../../src/documents/unit-offer.ts';
import { sumOfUnits } from '../../src/views/unit/units-sum.ts';
import { unitsByKind } from '../../src/views/unit/units-by-kind.ts';
import { face } from './face.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');
const cellsOf = (of: typeof inside) => {
  const { columns, rows } = unitSheet(of);
  const titles = columns.map(({ title }) => title.replace('\n', ''));
  return rows.map((row) => new Map(titles.map((title, at) => [title, cellText(row[at])])));
};

test('每家单位一行，按本级序列，数与单位页、单位清单相同；合计等于各行相加', () => {
  const rows = cellsOf(inside);
  const units = rows.filter((row) => row.get('类别') !== '');
  const byName = new Map(unitsByKind(inside).map((row) => [row.name, row]));
  expect(units.map((row) => row.get('单位'))).toEqual(
    [...inside.ledger.units.values()]
      .filter(({ name }) => byName.get(name)!.ended === undefined || byName.get(name)!.issues > 0)
      .map(({ name }) => name),
  );
  for (const row of units) {
    const own = byName.get(row.get('单位')!)!;
    const part = standingWithin(inside.standing, { unit: own.id });
    const rate = figureOf(part, 'closed-rate');
    expect(row.get('未完成')).toBe(String(own.unfinished));
    expect(row.get('逾期')).toBe(String(own.overdue));
    expect(row.get('统计日未完成')).toBe(String(own.unfinished));
    if (rate.kind === 'rate')
      expect(row.get('销号率')).toBe(percent(rate.numerator, rate.denominator));
  }
  const sum = rows.at(-1)!;
  for (const title of sum.keys())
    if (!/^(?:单位|类别)$|率|占比/u.test(title))
      expect([title, sum.get(title)]).toEqual([
        title,
        String(rows.slice(0, -1).reduce((total, row) => total + Number(row.get(title)), 0)),
      ]);
  expect(Number(sum.get('未完成'))).toBeGreaterThanOrEqual(sumOfUnits(inside).unfinished);
});

test('本季度各栏与趋势页各月的进出相符，季初加减等于统计日', () => {
  const months = flowMonths(inside.standing).filter(({ month }) => month >= '2026-04');
  const sum = cellsOf(inside).at(-1)!;
  const of = (title: string) => Number(sum.get(title));
  const total = (flow: 'listed' | 'closed' | 'sustained' | 'reopened' | 'withdrawn') =>
    months.reduce((all, month) => all + month[flow], 0);
  expect(of('本季度新列')).toBe(total('listed'));
  expect(of('本季度销号')).toBe(total('closed'));
  expect(of('季初未完成')).toBe(months[0]?.before);
  for (const row of cellsOf(inside)) {
    const n = (title: string) => Number(row.get(title));
    expect(
      n('季初未完成') +
        n('本季度新列') +
        n('本季度重启') -
        n('本季度销号') -
        n('本季度转长期坚持') -
        n('本季度撤销'),
    ).toBe(n('统计日未完成'));
  }
});

test('公开站没有都写明公开逾期单位的，表里没有逾期和按期率，也不写内部资料', () => {
  const { columns, lines } = unitSheet(open);
  const titles = columns.map(({ title }) => title);
  expect(titles).toContain('销号率');
  for (const late of ['逾期', '按期率']) expect(titles).not.toContain(late);
  expect(lines.join('')).toContain('不排名次');
  expect(lines.join('')).not.toMatch(/内部资料|逾期/u);
});

test('每张表一个链接，打开就是这张表', async () => {
  const { downloads, files } = unitsOffer(inside);
  expect(downloads).toEqual([
    {
      href: '/downloads/units.xlsx',
      name: '各单位2026年第二季度销号率和整改情况（Excel）',
      saveAs: '各单位整改情况（2026年第二季度）.xlsx',
    },
    {
      href: '/downloads/unit-months.xlsx',
      name: '各单位各月新列、销号、月末逾期（Excel）',
      saveAs: '各单位各月情况.xlsx',
    },
  ]);
  const parts = unzipSync((await files[0]!.make()) as Uint8Array);
  const text = Object.entries(parts)
    .filter(([name]) => /sharedStrings|sheet1\.xml$/u.test(name))
    .map(([, part]) => strFromU8(part))
    .join('');
  expect(text).toContain('各单位整改情况表（2026年第二季度）');
  expect(text).toContain('示例区教育局');
});
