/**
 * 各单位各月: what was listed and closed of each unit in each of the last months, and what was late at its end, as the
 * unit's own page of 各时期情况 counts it. Units are in the order of the register, never of a number; only where they may
 * be compared.
 */
import { type Day, endOfMonth } from '../../day/calendar.ts';
import { flowMonths } from '../../domain/figures/flows.ts';
import { wasOverdue } from '../../domain/figures/lateness.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { isLive } from '../../domain/ledger-on.ts';
import { linked, numeral, words } from '../cell-table.ts';
import { monthInWords } from '../day-view.ts';
import { type Face, mayCompareUnits } from '../face.ts';
import { unitRef } from '../names.ts';
import type { TrendSection } from './trend-chart.ts';

const MONTHS = 12;

/** In place of a unit: of issues whose unit is none of the register. */
export const NO_UNIT = '责任单位没有登记';

/** With more units the page would be too heavy: they are in the workbook. */
const MOST_UNITS = 150;

export const unitMonthCounts = { listed: '新列', closed: '销号', late: '月末逾期' } as const;
export type UnitMonthCount = keyof typeof unitMonthCounts;

export interface UnitMonths {
  /** YYYY-MM, the earliest first; the last may be running. */
  readonly months: readonly string[];
  /**
   * All units that there are or that have issues, a number a month each; last, without a unit, the issues of units that
   * are not registered, so that the sum is that of the ledger.
   */
  readonly rows: readonly ({ readonly unit: string | undefined } & Readonly<
    Record<UnitMonthCount, readonly number[]>
  >)[];
}

const counted = new WeakMap<Face, UnitMonths>();

/** Without rows where units may not be compared or nothing was ever listed. Counted once for page and workbook. */
export function unitMonths(face: Face): UnitMonths {
  const known = counted.get(face) ?? unitMonthsOf(face);
  counted.set(face, known);
  return known;
}

function unitMonthsOf(face: Face): UnitMonths {
  const { ledger, standing, today } = face;
  if (!mayCompareUnits(face)) return { months: [], rows: [] };
  const months = flowMonths(standing)
    .slice(-MONTHS)
    .map(({ month }) => month);
  const units = [...ledger.units.values()].filter(
    (unit) => isLive(unit, today) || face.byUnit.has(unit.id),
  );
  if (months.length === 0) return { months, rows: [] };
  const rowOf = (unit: string | undefined, issues: readonly IssueStanding[]) => {
    const own = new Map(
      flowMonths({ ...standing, issues }).map((month) => [month.month, month] as const),
    );
    return {
      unit,
      listed: months.map((month) => own.get(month)?.listed ?? 0),
      closed: months.map((month) => own.get(month)?.closed ?? 0),
      late: months.map((month) => {
        const end = lastDayOf(month, today);
        return issues.filter((one) => wasOverdue(ledger, one, end)).length;
      }),
    };
  };
  const elsewhere = standing.issues.filter(({ unit }) => !ledger.units.has(unit));
  return {
    months,
    rows: [
      ...units.map(({ id }) => rowOf(id, face.byUnit.get(id) ?? [])),
      ...(elsewhere.length === 0 ? [] : [rowOf(undefined, elsewhere)]),
    ],
  };
}

/** Of the running month the day itself. */
function lastDayOf(month: string, today: Day): Day {
  const end = endOfMonth(`${month}-01`);
  return end < today ? end : today;
}

/** The three tables, folded. */
export function unitMonthSections(face: Face): TrendSection[] {
  const { months, rows } = unitMonths(face);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  if (rows.length === 0 || rows.length > MOST_UNITS) return [];
  const span = `${monthInWords(first)}至${monthInWords(last)}`;
  return (Object.keys(unitMonthCounts) as UnitMonthCount[]).map((count) => ({
    finding: findingOf(count, span, rows),
    note: unitMonthNotes(face)[count],
    chart: undefined,
    table: {
      id: `months-${count}`,
      title: `各单位各月${unitMonthCounts[count]}`,
      unit: '家',
      isFolded: true,
      columns: [
        { title: '单位' },
        ...months.map((month, at) => ({ title: shortMonth(month, at === 0), number: true })),
      ],
      rows: rows.map((row) => [
        row.unit === undefined ? words(NO_UNIT) : linked(unitRef(face.ledger, row.unit)),
        ...row[count].map(numeral),
      ]),
    },
  }));
}

function findingOf(count: UnitMonthCount, span: string, rows: UnitMonths['rows']): string {
  if (count === 'late') {
    const late = rows.map((row) => row.late.at(-1) ?? 0).filter((number) => number > 0);
    const sum = late.reduce((all, number) => all + number, 0);
    return `各单位最近一个月末（未完的月算到统计截止日）逾期${String(sum)}个，涉及${String(late.length)}家单位。`;
  }
  const sum = rows.flatMap((row) => row[count]).reduce((all, number) => all + number, 0);
  return `${span}各单位共${unitMonthCounts[count]}${String(sum)}个。`;
}

/** What is counted, as a sentence each. */
export function unitMonthNotes({ today }: Face): Readonly<Record<UnitMonthCount, string>> {
  const running = endOfMonth(today) === today ? '' : '最后一个月算到统计截止日。';
  const order = '单位按本级序列排列，不排名次；移交来的问题，从列入起算在现在的单位。';
  return {
    listed: `列入台账的问题，按列入日期。${running}${order}`,
    closed: `按销号日期和轮次计，重启以后又销号的各计一次；转长期坚持、撤销的不在内。${running}${order}`,
    late: `每个月末那天逾期、还没有申请验收的；以后报送了的，以前的月末仍在。${running}${order}`,
  };
}

/** 7月; the first, and each January, with its year. */
function shortMonth(month: string, first: boolean): string {
  const short = `${String(Number(month.slice(5)))}月`;
  return first || month.endsWith('-01') ? monthInWords(month) : short;
}
