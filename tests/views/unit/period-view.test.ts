/** 各时期情况: months add up to quarters and half-years, and all units to the ledger. (示例区，虚构) */
import { expect, test } from 'vitest';
import { figures } from '../../../src/domain/figures/figures.ts';
import { flowMonths } from '../../../src/domain/figures/flows.ts';
import { isOverdue } from '../../../src/domain/figures/lateness.ts';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import { unitPeriods } from '../../../src/views/unit/period-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const figureDefinition = (id: string) => figures.find((one) => one.id === id)!.definition;
const rowsOf = (unit: string, of = inside) => {
  const [periods] = unitPeriods(of, unit)?.page.tables ?? [];
  return new Map(
    (periods?.rows ?? []).map(([name, , ...cells]) => [
      name?.text,
      cells.map(({ text }) => Number(text)),
    ]),
  );
};

test('各单位之和是全台账的数；期末是统计日的，与单位页一致；两季度之和是半年', () => {
  const sums = { listed: 0, closed: 0, sustained: 0 };
  for (const unit of inside.ledger.units.keys()) {
    const own = inside.byUnit.get(unit) ?? [];
    const rows = rowsOf(unit);
    if (own.length === 0) {
      expect(unitPeriods(inside, unit)).toBeUndefined();
      continue;
    }
    const half = rows.get('2026年上半年')!;
    const [
      before,
      listed = 0,
      reopened = 0,
      closed = 0,
      sustained = 0,
      withdrawn = 0,
      after,
      late,
    ] = half;
    expect(after).toBe(Number(before) + listed + reopened - closed - sustained - withdrawn);
    expect(after).toBe(own.filter(isUnfinished).length);
    expect(late).toBe(own.filter(isOverdue).length);
    const [first, second] = [rows.get('2026年第一季度')!, rows.get('2026年第二季度')!];
    expect(half.slice(1, 6)).toEqual(first.slice(1, 6).map((one, at) => one + second[at + 1]!));
    sums.listed += listed;
    sums.closed += closed;
    sums.sustained += sustained;
  }
  const months = flowMonths(inside.standing).filter(({ month }) => month >= '2026-01');
  for (const flow of ['listed', 'closed', 'sustained'] as const)
    expect(sums[flow]).toBe(months.reduce((all, month) => all + month[flow], 0));
});

test('写明本季度和半年的数，写明怎样算、不排名次；列最近十二个月，近的在前', () => {
  const { page, unit } = unitPeriods(inside, 'shili-yingji')!;
  expect(page.href).toBe('/units/shili-yingji/periods.html');
  expect(unit.href).toBe('/units/shili-yingji.html');
  expect(page.intro[1]).toBe(
    '2026年第二季度（2026年4月1日至2026年6月15日）：期初未完成4个，新列0个，重启0个，销号0个，转长期坚持0个，撤销0个；期末未完成4个，其中逾期1个。',
  );
  expect(page.intro[2]).toMatch(
    /^2026年上半年（2026年1月1日至2026年6月15日）：期初未完成\d+个，新列6个，/u,
  );
  expect(page.intro.at(-1)).toContain('单位之间不排名次');
  const months = page.tables[1]!.rows.map(([name]) => name?.text);
  expect(months).toHaveLength(12);
  expect(months[0]).toBe('2026年6月');
});

test('第一季度的上一期在去年；下半年另列全年到统计日的；还没有问题的时期都是零', () => {
  const names = (today: string, unit = 'shili-yingji') => [
    ...rowsOf(unit, face('shili', 'internal', today)).keys(),
  ];
  expect(names('2026-03-10')).toEqual([
    '2026年第一季度',
    '2026年上半年',
    '2025年第四季度',
    '2025年下半年',
    '2025年',
  ]);
  expect(names('2025-12-20')).toEqual([
    '2025年第四季度',
    '2025年下半年',
    '2025年第三季度',
    '2025年上半年',
    '2025年',
    '2024年',
  ]);
  const first = rowsOf('shili-yingji', face('shili', 'internal', '2025-12-20'));
  expect(first.get('2024年')?.slice(0, 3)).toEqual([0, 1, 0]);
});

test('各月有期末逾期：与季度、半年末的一样，本月的算到统计日，按指标的定义', () => {
  let seen = 0;
  for (const unit of inside.byUnit.keys()) {
    const [periods, months] = unitPeriods(inside, unit)!.page.tables;
    expect(months!.columns.at(-1)).toEqual({ title: '其中期末逾期', number: true });
    const late = new Map(months!.rows.map((row) => [row[0]!.text, row.at(-1)!.text]));
    for (const [name, , ...cells] of periods!.rows) {
      const month = {
        '2026年第二季度': '2026年6月',
        '2026年第一季度': '2026年3月',
        '2025年': '2025年12月',
      }[name!.text];
      if (month === undefined || !late.has(month)) continue;
      expect(late.get(month)).toBe(cells.at(-1)!.text);
      seen += Number(late.get(month));
    }
  }
  expect(seen).toBeGreaterThan(10);
  const { intro } = unitPeriods(inside, 'shili-yingji')!.page;
  expect(intro.at(-1)).toContain(figureDefinition('overdue'));
});

test('公开站没有', () => {
  expect(unitPeriods(face('shili', 'public'), 'shili-yingji')).toBeUndefined();
});
