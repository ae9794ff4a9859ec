/**
 * 各时期情况: how much of a unit's was listed, closed and turned into 长期坚持 in a quarter, a half-year, a year and each month,
 * and what was unfinished and late at the end; one sheet for a meeting. Counted by round, as the flows of the whole
 * ledger are, so that months add up. Every issue is counted with the unit that answers for it now. Units are not ranked.
 * Internal only.
 */
import { type Day, endOfMonth, inWords } from '../../day/calendar.ts';
import { type Period, periodOf } from '../../day/period.ts';
import { latenessFigures, wasOverdue } from '../../domain/figures/lateness.ts';
import {
  flowKinds,
  flowMonths,
  type FlowMonth,
  flowRule,
  flows,
} from '../../domain/figures/flows.ts';
import { type Ref, unitPeriodsAddress } from '../address.ts';
import { type CellTable, numeral, type TablePage, withRows, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';
import { standingInWords } from './standing-words.ts';

/** What a span of whole months, or of the running one up to the day, comes to. */
type Sum = Omit<FlowMonth, 'month'>;

/** How many months are listed one by one. */
const MONTHS = 12;

export interface UnitPeriods {
  readonly unit: Ref;
  readonly page: TablePage;
}

/** Whether a unit has such a page: inside, and where it has issues. */
export function hasPeriods({ audience, byUnit }: Face, unit: string): boolean {
  return audience !== 'public' && byUnit.has(unit);
}

/** Undefined where it has none. */
export function unitPeriods(face: Face, id: string): UnitPeriods | undefined {
  const unit = unitRef(face.ledger, id);
  const page = pageOf(face, unit);
  return page && { unit, page };
}

function pageOf(face: Face, { id: unit, name }: Ref): TablePage | undefined {
  if (!hasPeriods(face, unit)) return undefined;
  const issues = face.byUnit.get(unit) ?? [];
  const months = flowMonths({ ...face.standing, issues });
  const periods = periodsOn(face.today).map((period) => {
    const until = untilToday(face, period.until);
    return { ...period, until, sum: sumOf(months, period), late: lateOn(face, unit, until) };
  });
  return {
    id: unit,
    href: unitPeriodsAddress(unit),
    title: `${name}各时期情况`,
    intro: [
      `截至${inWords(face.today)}，${standingInWords(face, issues, '待本单位办理')}`,
      ...periods.slice(0, SAID).map(periodInWords),
      `${flowRule}。新列即查出列入台账的；按轮次计，重启以后又销号的各计一次，所以各月相加等于季度、半年。逾期是期末那天的：${OVERDUE}移交来的问题，从列入起算在本单位。单位之间不排名次。`,
    ],
    tables: withRows([
      periodTable(periods),
      monthTable(months, (month) =>
        lateOn(face, unit, untilToday(face, endOfMonth(`${month}-01`))),
      ),
    ]),
  };
}

function untilToday({ today }: Face, day: Day): Day {
  return day < today ? day : today;
}

interface Counted extends Period {
  readonly sum: Sum;
  readonly late: number;
}

/** The quarter and the half-year that are running are said in sentences too. */
const SAID = 2;

/** The quarter and the half-year of a day, those before them, the year so far where it is not the half-year, and the year before. */
function periodsOn(today: Day): Period[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const [quarter, half] = [Math.ceil(month / 3), Math.ceil(month / 6)];
  const ids = [
    `${String(year)}-q${String(quarter)}`,
    `${String(year)}-h${String(half)}`,
    quarter === 1 ? `${String(year - 1)}-q4` : `${String(year)}-q${String(quarter - 1)}`,
    half === 1 ? `${String(year - 1)}-h2` : `${String(year)}-h1`,
  ];
  const wholeYear = (of: number): Period => {
    const [from, until] = [`${String(of)}-01-01`, `${String(of)}-12-31`];
    return { id: String(of), name: `${String(of)}年`, from, until };
  };
  return [
    ...ids.flatMap((id) => periodOf(id) ?? []),
    ...(half === 2 ? [wholeYear(year)] : []),
    wholeYear(year - 1),
  ];
}

function sumOf(months: readonly FlowMonth[], { from, until }: Period): Sum {
  const own = months.filter(({ month }) => from.slice(0, 7) <= month && month <= until.slice(0, 7));
  const count = (flow: (typeof flowKinds)[number]): number =>
    own.reduce((sum, month) => sum + month[flow], 0);
  return {
    before: own[0]?.before ?? 0,
    listed: count('listed'),
    reopened: count('reopened'),
    closed: count('closed'),
    sustained: count('sustained'),
    withdrawn: count('withdrawn'),
    after: own.at(-1)?.after ?? 0,
  };
}

/** How many of what is the unit's now were late at the end of a day. */
function lateOn({ ledger, byUnit }: Face, unit: string, day: Day): number {
  return (byUnit.get(unit) ?? []).filter((one) => wasOverdue(ledger, one, day)).length;
}

/** 2026年第二季度（2026年4月1日至6月15日）：新列3个，…。 */
function periodInWords({ name, from, until, sum, late }: Counted): string {
  return `${name}（${inWords(from)}至${inWords(until)}）：期初未完成${String(sum.before)}个，新列${String(sum.listed)}个，重启${String(sum.reopened)}个，销号${String(sum.closed)}个，转长期坚持${String(sum.sustained)}个，撤销${String(sum.withdrawn)}个；期末未完成${String(sum.after)}个，其中逾期${String(late)}个。`;
}

/** As the figure of the name is defined. */
const OVERDUE = latenessFigures.find(({ id }) => id === 'overdue')?.definition ?? '';

/** Not one of the flows: how many of what is unfinished at the end. */
const LATE = '其中期末逾期';
const NAMES = ['期初未完成', ...flowKinds.map((flow) => flows[flow].name), '期末未完成'];
const sumCells = (sum: Sum) =>
  [sum.before, ...flowKinds.map((flow) => sum[flow]), sum.after].map(numeral);

function periodTable(periods: readonly Counted[]): CellTable {
  return {
    id: 'periods',
    title: '季度、半年和全年',
    unit: '期',
    columns: [
      { title: '时期' },
      { title: '起止' },
      ...[...NAMES, LATE].map((title) => ({ title, number: true })),
    ],
    rows: periods.map(({ name, from, until, sum, late }) => [
      words(name),
      words(`${inWords(from)}至${inWords(until)}`),
      ...sumCells(sum),
      numeral(late),
    ]),
  };
}

/** The last months, the latest first: any of them in a row add up to a span of one's own. */
function monthTable(months: readonly FlowMonth[], late: (month: string) => number): CellTable {
  return {
    id: 'months',
    title: '各月',
    unit: '个月',
    columns: [{ title: '月份' }, ...[...NAMES, LATE].map((title) => ({ title, number: true }))],
    rows: months
      .slice(-MONTHS)
      .toReversed()
      .map((sum) => [words(monthInWords(sum.month)), ...sumCells(sum), numeral(late(sum.month))]),
  };
}

function monthInWords(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}
