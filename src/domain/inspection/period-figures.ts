/**
 * 小结的数: what a quarter or half-year summary counts. Checks and the register are facts of their own days and are
 * counted again at every check of the ledger. Figures of issues depend on what had been received: a report of the last
 * day may come in a week later, which is no fault; they are counted again by audit, from the ledger at the commit.
 */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { FIGURE_SET } from '../../text/terms.ts';
import type { Bulletin, FigureSet } from '../../schema/bulletin.ts';
import { addDays, type Day } from '../../day/calendar.ts';
import { circularFigures, type NamedFigure } from './circular-figures.ts';
import { figureOf, rowsOf } from '../figures/figures.ts';
import { flowImbalances, type Flows, flowsBetween } from '../figures/flows.ts';
import { REMINDERS, reminderFigures } from '../figures/reminder-figures.ts';
import { firstFixed, firstPeriod, type NamedValue } from './first-figures.ts';
import { inspectionFigures } from './inspection-figures.ts';
import type { Period } from '../../day/period.ts';
import { periodOf } from '../../day/period.ts';
import { register } from '../register.ts';
import { intervalInWords, rateInWords } from './rate.ts';
import { ownInspections } from './sample.ts';
import { standing } from '../issue/standing.ts';

/** The part of a period that no later report changes. */
interface RegisterCounts {
  readonly checks: readonly Entry<Inspection>[];
  /** Accounts on record and not deregistered on the day before the period, and on its last day; by id. */
  readonly before: readonly string[];
  readonly entered: readonly string[];
  readonly gone: readonly string[];
  readonly after: readonly string[];
}

export interface PeriodCounts extends RegisterCounts {
  /** Into 未完成 and out of it, by round. */
  readonly flows: Flows;
  /** On the last day of the period. */
  readonly total: readonly string[];
  readonly unfinished: readonly string[];
  readonly overdue: readonly string[];
  readonly allClosed: readonly string[];
  readonly allSustained: readonly string[];
  readonly withdrawn: readonly string[];
}

/** Counts a period. */
export function periodCounts(ledger: Ledger, period: Period): PeriodCounts {
  const { from, until } = period;
  const then = standing(ledger, until);
  const rows = (id: string) => rowsOf(figureOf(then, id));
  return {
    ...registerCounts(ledger, period),
    flows: flowsBetween(standing(ledger, addDays(from, -1)), then),
    total: rows('total'),
    unfinished: rows('unfinished'),
    overdue: rows('overdue'),
    allClosed: rows('closed'),
    allSustained: rows('sustained'),
    withdrawn: rows('void'),
  };
}

function registerCounts(ledger: Ledger, { from, until }: Period): RegisterCounts {
  const before = onRecord(ledger, addDays(from, -1));
  const after = onRecord(ledger, until);
  return {
    checks: ownInspections(ledger).filter(
      ({ checkedOn }) => checkedOn >= from && checkedOn <= until,
    ),
    before,
    entered: after.filter((id) => !before.includes(id)),
    gone: before.filter((id) => !after.includes(id)),
    after,
  };
}

/** Accounts that the register knows on a day and that are not deregistered. */
function onRecord({ registry }: Ledger, day: Day): string[] {
  return [...registry]
    .filter(([, steps]) => {
      const { state } = register(steps, day);
      return state !== 'unknown' && state !== 'deregistered';
    })
    .map(([id]) => id)
    .toSorted();
}

/** Begins the names of the figures of issues. */
const ISSUES = '问题 ';

/** The figures of a summary by name; checks are named by id. `set`: as which set of figures they were published. */
export function periodFigures(
  ledger: Ledger,
  period: Period,
  set: FigureSet = FIGURE_SET,
): NamedFigure[] {
  const counts = periodCounts(ledger, period);
  const named = [
    ...fixedFigures(ledger, counts),
    ...issueFigures(counts),
    ...reminderFigures(ledger, addDays(period.from, -1), period.until),
  ];
  return printed(set === 1 ? firstPeriod(ledger, period, counts.checks, named) : named);
}

/** Those that no later report changes: no issue is replayed for them, so that a check of many summaries stays quick. */
function fixedPeriodFigures(ledger: Ledger, period: Period, set: FigureSet): NamedFigure[] {
  const counts = registerCounts(ledger, period);
  const named = fixedFigures(ledger, counts);
  return printed(set === 1 ? firstFixed(ledger, counts.checks, named) : named);
}

function printed(named: readonly NamedValue[]): NamedFigure[] {
  return named.flatMap(([name, value]) => (value === '' ? [] : [{ name, value: String(value) }]));
}

function fixedFigures(ledger: Ledger, counts: RegisterCounts): NamedValue[] {
  return [
    ['检查次数', counts.checks.length],
    ...counts.checks.flatMap((check) => checkFigures(ledger, check)),
    ['期初在册', counts.before.length],
    ['新入册', counts.entered.length],
    ['注销', counts.gone.length],
    ['期末在册', counts.after.length],
  ];
}

function issueFigures({ flows, ...counts }: PeriodCounts): NamedValue[] {
  return [
    [`${ISSUES}期初未完成`, flows.before.length],
    [`${ISSUES}新列`, flows.listed.length],
    [`${ISSUES}重启`, flows.reopened.length],
    [`${ISSUES}销号`, flows.closed.length],
    [`${ISSUES}转长期坚持`, flows.sustained.length],
    [`${ISSUES}期内撤销`, flows.withdrawn.length],
    [`${ISSUES}总数`, counts.total.length],
    [`${ISSUES}已销号`, counts.allClosed.length],
    [`${ISSUES}长期坚持`, counts.allSustained.length],
    [`${ISSUES}未完成`, counts.unfinished.length],
    [`${ISSUES}逾期`, counts.overdue.length],
    [`${ISSUES}撤销`, counts.withdrawn.length],
  ];
}

function checkFigures(ledger: Ledger, check: Entry<Inspection>): [string, string | number][] {
  const { checked, passed, failed, sampled, drawn, rate, interval } = inspectionFigures(
    ledger,
    check,
  );
  const of = (what: string, value: string | number): [string, string | number] => [
    `检查 ${check.id} ${what}`,
    value,
  ];
  return [
    of('检查', checked),
    of('合格', passed),
    of('不合格', failed),
    ...(sampled ? [of('抽取', drawn.checked), of('抽取合格', drawn.passed)] : []),
    of('合格率', rateInWords(rate)),
    of('合格率范围', intervalInWords(interval)),
  ];
}

/** What does not add up, each a Chinese sentence; empty when all is right. */
export function periodImbalances(counts: PeriodCounts): string[] {
  const { before, entered, gone, after, total } = counts;
  const parts = [counts.allClosed, counts.allSustained, counts.unfinished, counts.withdrawn];
  const sum = parts.reduce((all, { length }) => all + length, 0);
  const left = before.length + entered.length - gone.length;
  return [
    ...(left === after.length
      ? []
      : [`期末在册${String(after.length)}个，期初在册加新入册减注销为${String(left)}个`]),
    ...(sum === total.length
      ? []
      : [`问题总数${String(total.length)}个，各部分相加为${String(sum)}个`]),
    ...flowImbalances(counts.flows),
  ];
}

/**
 * A bulletin's figures counted again from `ledger`: of its check, or of its period; undefined where neither is there.
 * `whole`: also what depends on reports received later.
 */
export function recount(
  ledger: Ledger,
  { inspection, period, figureSet }: Bulletin,
  whole: boolean,
): NamedFigure[] | undefined {
  const set = figureSet ?? 1;
  const counted = (): NamedFigure[] | undefined => {
    if (period !== undefined) {
      const known = periodOf(period);
      if (known === undefined) return undefined;
      return whole ? periodFigures(ledger, known, set) : fixedPeriodFigures(ledger, known, set);
    }
    const check = ledger.inspections.get(inspection ?? '');
    return check && circularFigures(ledger, check, set);
  };
  return counted()?.filter(({ name }) => whole || isFixed(name));
}

/** True for what a later report cannot change. */
export function isFixed(name: string): boolean {
  return !name.startsWith(ISSUES) && !name.startsWith(REMINDERS);
}
