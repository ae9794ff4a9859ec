/**
 * 小结的数: what a quarter or half-year summary counts. Checks and the register are facts of their own days and are
 * counted again at every check of the ledger. Figures of issues depend on what had been received: a report of the last
 * day may come in a week later, which is no fault; they are counted again by audit, from the ledger at the commit.
 */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Bulletin } from '../../schema/bulletin.ts';
import type { Action } from '../../schema/update.ts';
import { addDays, type Day } from '../../day/calendar.ts';
import { circularFigures, type NamedFigure } from './circular-figures.ts';
import { closingEvents } from '../figures/closings.ts';
import { figureOf, rowsOf } from '../figures/figures.ts';
import { inspectionFigures, rateInWords } from './inspection-figures.ts';
import type { Period } from '../../day/period.ts';
import { periodOf } from '../../day/period.ts';
import { register } from '../register.ts';
import { standing } from '../issue/standing.ts';

export interface PeriodCounts {
  readonly checks: readonly Entry<Inspection>[];
  /** Accounts on record and not deregistered on the day before the period, and on its last day; by id. */
  readonly before: readonly string[];
  readonly entered: readonly string[];
  readonly gone: readonly string[];
  readonly after: readonly string[];
  /** Issues by id; an issue that was closed twice counts once. */
  readonly listed: readonly string[];
  readonly closed: readonly string[];
  readonly sustained: readonly string[];
  readonly reopened: readonly string[];
  /** On the last day of the period. */
  readonly total: readonly string[];
  readonly unfinished: readonly string[];
  readonly overdue: readonly string[];
  readonly allClosed: readonly string[];
  readonly allSustained: readonly string[];
  readonly withdrawn: readonly string[];
}

/** Counts a period. */
export function periodCounts(ledger: Ledger, { from, until }: Period): PeriodCounts {
  const inside = (day: Day): boolean => day >= from && day <= until;
  const then = standing(ledger, until);
  const events = closingEvents(then).filter(({ on }) => inside(on));
  const settled = (to: 'closed' | 'sustained'): string[] => [
    ...new Set(events.filter((one) => one.to === to).map(({ issue }) => issue)),
  ];
  const did = (action: Action): string[] =>
    then.issues
      .filter(({ history }) =>
        history.timeline.some(
          (step) => step.action === action && step.refusal === undefined && inside(step.on),
        ),
      )
      .map(({ id }) => id);
  const rows = (id: string) => rowsOf(figureOf(then, id));
  const before = onRecord(ledger, addDays(from, -1));
  const after = onRecord(ledger, until);
  return {
    checks: [...ledger.inspections.values()].filter(({ checkedOn }) => inside(checkedOn)),
    before,
    entered: after.filter((id) => !before.includes(id)),
    gone: before.filter((id) => !after.includes(id)),
    after,
    listed: then.issues.filter(({ issue }) => inside(issue.listedOn)).map(({ id }) => id),
    closed: settled('closed'),
    sustained: settled('sustained'),
    reopened: did('reopened'),
    total: rows('total'),
    unfinished: rows('unfinished'),
    overdue: rows('overdue'),
    allClosed: rows('closed'),
    allSustained: rows('sustained'),
    withdrawn: rows('void'),
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

/** Begins the names of the figures that only audit counts again. */
const ISSUES = '问题 ';

/** The figures of a summary by name; checks are named by id. */
export function periodFigures(ledger: Ledger, period: Period): NamedFigure[] {
  const counts = periodCounts(ledger, period);
  const named: [string, string | number][] = [
    ['检查次数', counts.checks.length],
    ...counts.checks.flatMap((check): [string, string | number][] => {
      const { checked, passed, failed, rate } = inspectionFigures(ledger, check);
      return [
        [`检查 ${check.id} 检查`, checked],
        [`检查 ${check.id} 合格`, passed],
        [`检查 ${check.id} 不合格`, failed],
        [`检查 ${check.id} 合格率`, rateInWords(rate)],
      ];
    }),
    ['期初在册', counts.before.length],
    ['新入册', counts.entered.length],
    ['注销', counts.gone.length],
    ['期末在册', counts.after.length],
    [`${ISSUES}新列`, counts.listed.length],
    [`${ISSUES}销号`, counts.closed.length],
    [`${ISSUES}转长期坚持`, counts.sustained.length],
    [`${ISSUES}重启`, counts.reopened.length],
    [`${ISSUES}总数`, counts.total.length],
    [`${ISSUES}已销号`, counts.allClosed.length],
    [`${ISSUES}长期坚持`, counts.allSustained.length],
    [`${ISSUES}未完成`, counts.unfinished.length],
    [`${ISSUES}逾期`, counts.overdue.length],
    [`${ISSUES}撤销`, counts.withdrawn.length],
  ];
  return named.flatMap(([name, value]) => (value === '' ? [] : [{ name, value: String(value) }]));
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
  ];
}

/**
 * A bulletin's figures counted again from `ledger`: of its check, or of its period; undefined where neither is there.
 * `whole`: also what depends on reports received later.
 */
export function recount(
  ledger: Ledger,
  { inspection, period }: Bulletin,
  whole: boolean,
): NamedFigure[] | undefined {
  if (period !== undefined) {
    const known = periodOf(period);
    if (known === undefined) return undefined;
    return periodFigures(ledger, known).filter(({ name }) => whole || isFixed(name));
  }
  const check = ledger.inspections.get(inspection ?? '');
  return check && circularFigures(ledger, check);
}

/** True for what a later report cannot change. */
export function isFixed(name: string): boolean {
  return !name.startsWith(ISSUES);
}
