/** 各单位各月: the numbers of the units' own pages, in the official order, in page and workbook alike. (示例区，虚构) */
import { expect, test } from 'vitest';
import { flowMonths } from '../../../src/domain/figures/flows.ts';
import { unitMonthSheets } from '../../../src/documents/sheet/unit-months-sheet.ts';
import { unitsOffer } from '../../../src/documents/unit-offer.ts';
import {
  NO_UNIT,
  type UnitMonthCount,
  unitMonthCounts,
  unitMonths,
  unitMonthSections,
} from '../../../src/views/trend/unit-months.ts';
import { unitPeriods } from '../../../src/views/unit/period-view.ts';
import { faceOf } from '../../../src/views/face.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const { months, rows } = unitMonths(inside);
const counts = Object.keys(unitMonthCounts) as UnitMonthCount[];

test('各单位的数与本单位各时期情况的各月相同，单位按本级序列', () => {
  expect(months).toHaveLength(12);
  const order = [...inside.ledger.units.keys()];
  expect(rows.map(({ unit }) => unit)).toEqual(
    order.filter((id) => rows.some(({ unit }) => unit === id)),
  );
  for (const row of rows) {
    const table = unitPeriods(inside, row.unit ?? '')?.page.tables.find(
      ({ id }) => id === 'months',
    );
    const at = (title: string) => table?.columns.findIndex((column) => column.title === title) ?? 0;
    const titles = { listed: '新列', closed: '销号', late: '其中期末逾期' };
    for (const own of table?.rows ?? []) {
      const month = months.findIndex((one) => own[0]?.text === titleOf(one));
      for (const count of counts)
        expect(String(row[count][month])).toBe(own[at(titles[count])]?.text);
    }
  }
});

function titleOf(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}

test('各月相加等于全台账的进出，最后一个月的逾期等于逾期数', () => {
  const all = new Map(flowMonths(inside.standing).map((month) => [month.month, month]));
  for (const [at, month] of months.entries())
    for (const count of ['listed', 'closed'] as const) {
      const elsewhere = inside.standing.issues.filter(({ unit }) => !inside.ledger.units.has(unit));
      expect(elsewhere).toEqual([]);
      expect(rows.reduce((sum, row) => sum + row[count][at]!, 0)).toBe(all.get(month)?.[count]);
    }
  const late = inside.standing.issues.filter(({ lateness }) => lateness.kind === 'overdue').length;
  expect(late).toBeGreaterThan(0);
  expect(rows.reduce((sum, row) => sum + row.late.at(-1)!, 0)).toBe(late);
});

test('责任单位没有登记的另列一行，合计仍是全台账的', () => {
  const busiest = rows.toSorted((a, b) => sumOf(b.listed) - sumOf(a.listed))[0]!;
  const units = new Map([...inside.ledger.units].filter(([id]) => id !== busiest.unit));
  const without = faceOf(
    { ...inside.ledger, units, recorded: undefined },
    '2026-06-15',
    'internal',
  );
  const { rows: others } = unitMonths(without);
  expect(others.at(-1)).toEqual({ ...busiest, unit: undefined });
  expect(sumOf(busiest.listed)).toBeGreaterThan(0);
  const [sheet] = unitMonthSheets(without);
  expect(sheet?.rows.at(-2)?.slice(0, 2)).toEqual([NO_UNIT, '']);
  const [whole] = unitMonthSheets(inside);
  expect(sheet?.rows.at(-1)).toEqual(whole?.rows.at(-1));
  const [section] = unitMonthSections(without);
  expect(section?.table.rows.at(-1)?.[0]?.text).toBe(NO_UNIT);
});

const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0);

test('页上三张表都折着；工作簿三页，多一行合计', () => {
  const sections = unitMonthSections(inside);
  expect(sections.map(({ table }) => table.isFolded)).toEqual([true, true, true]);
  const sheets = unitMonthSheets(inside);
  expect(sheets.map(({ tab }) => tab)).toEqual(['新列', '销号', '月末逾期']);
  for (const [at, sheet] of sheets.entries()) {
    const shown = sections[at]?.table.rows.map((row) => row.slice(1).map(({ text }) => text));
    expect(sheet.rows.slice(0, -1).map((row) => row.slice(2).map(String))).toEqual(shown);
    const sums = sheet.rows.at(-1)!.slice(2);
    for (const [month, sum] of sums.entries())
      expect(sum).toBe(rows.reduce((all, row) => all + row[counts[at]!][month]!, 0));
  }
});

test('公开站有专项不公开逾期单位名称的，没有这张表，也没有工作簿', () => {
  const open = face('shili', 'public');
  expect(unitMonths(open).rows).toEqual([]);
  expect(unitMonthSections(open)).toEqual([]);
  expect(unitsOffer(open).files.map(({ path }) => path)).toEqual(['downloads/units.xlsx']);
  expect(unitsOffer(inside).files.map(({ path }) => path)).toContain('downloads/unit-months.xlsx');
});
