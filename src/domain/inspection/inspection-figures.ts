/** 检查统计: the figures of a check, every one counted from its rows, and what of them does not add up. */
import type { Account } from '../../schema/account.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { thresholdsOn } from './freshness.ts';
import { failuresIn, isSameFailure, judgedRows, type JudgedRow } from './inspection.ts';
import {
  type RateChange,
  rateChange,
  type Counted,
  type Interval,
  tenths,
  wilson,
} from './rate.ts';
import { drawnIn } from './sample.ts';
import { inUnitOrder } from '../unit-order.ts';
import { platformOf } from '../issue/standing.ts';

/** A platform, a unit or an indicator within a check. */
export interface InspectionPart extends Counted {
  readonly id: string;
  readonly failed: number;
  /** Of these, what stands for the register: the drawn part, or all. */
  readonly drawn: Counted;
}

export interface InspectionFigures {
  readonly population: number;
  readonly listed: number;
  readonly checked: number;
  readonly unchecked: number;
  readonly passed: number;
  readonly failed: number;
  /** Of the accounts that the last check failed: looked at again, still failing, now passing. */
  readonly again: number;
  readonly still: number;
  /** Of `still`, those of which an indicator that failed then fails again; the others fail by another one. */
  readonly stillSame: number;
  readonly mended: number;
  /** True where only a part of the register was drawn. */
  readonly sampled: boolean;
  /** What stands for the register: the drawn part, or all; and how many of it were looked at again as well. */
  readonly drawn: Counted;
  readonly drawnAgain: number;
  /** Pass rate of `drawn` in tenths of a percent; undefined where nothing was checked. */
  readonly rate: number | undefined;
  /** Within which the rate of the whole register lies; undefined where all of it was checked. */
  readonly interval: Interval | undefined;
  /** Against the check before; undefined where there is none, or one of the two has no rate. */
  readonly change: RateChange | undefined;
  readonly byPlatform: readonly InspectionPart[];
  /** In the official sequence. */
  readonly byUnit: readonly InspectionPart[];
  /** Failed accounts by indicator; one may fail several. */
  readonly byIndicator: readonly {
    readonly id: string;
    readonly name: string;
    readonly failed: number;
  }[];
  /** Accounts by id. */
  readonly rows: Readonly<Record<'failed' | 'checked' | 'drawn', readonly string[]>>;
}

/** A row with a result; its account is in the ledger. */
type CheckedRow = JudgedRow & { readonly account: Entry<Account> };

/** Counts a check. */
export function inspectionFigures(ledger: Ledger, inspection: Inspection): InspectionFigures {
  const rows = judgedRows(ledger, inspection);
  const checked = rows.flatMap(({ account, ...row }): CheckedRow[] =>
    account === undefined || row.result === 'unchecked' ? [] : [{ ...row, account }],
  );
  const failed = checked.filter(({ result }) => result === 'failed');
  const before = previousOf(ledger, inspection);
  const failedBefore = before === undefined ? undefined : failuresIn(ledger, before);
  const again = checked.flatMap((one) => {
    const then = failedBefore?.get(one.row.account);
    return then === undefined ? [] : [{ ...one, then }];
  });
  const still = again.filter(({ result }) => result === 'failed');
  const same = still.filter(({ then, verdicts }) => isSameFailure(then, verdicts));
  const measure = measureOf(ledger, inspection);
  const stands = new Set(measure.rows);
  const ids = (list: readonly JudgedRow[]) => list.map(({ row }) => row.account);
  return {
    population: inspection.population,
    listed: rows.length,
    checked: checked.length,
    unchecked: rows.length - checked.length,
    passed: checked.length - failed.length,
    failed: failed.length,
    again: again.length,
    still: still.length,
    stillSame: same.length,
    mended: again.length - still.length,
    sampled: measure.sampled,
    drawn: measure.drawn,
    drawnAgain: measure.sampled ? again.filter(({ row }) => stands.has(row.account)).length : 0,
    rate: measure.rate,
    interval: measure.interval,
    change: before && changeSince(ledger, inspection, before),
    byPlatform: partsOf(checked, stands, ({ account }) => platformOf(account)),
    byUnit: inUnitOrder(
      ledger.units,
      partsOf(checked, stands, ({ account }) => account.unit),
      ({ id }) => id,
    ),
    byIndicator: byIndicator(failed),
    rows: { failed: ids(failed), checked: ids(checked), drawn: measure.rows },
  };
}

/** The part of a check that stands for the register, with its rate. */
function measureOf(ledger: Ledger, inspection: Inspection) {
  const drawn = new Set(drawnIn(inspection));
  const rows = judgedRows(ledger, inspection).filter(({ row }) => drawn.has(row.account));
  const known = rows.filter(({ result }) => result !== 'unchecked');
  const passed = known.filter(({ result }) => result === 'passed').length;
  const counted: Counted = { checked: known.length, passed };
  const sampled = drawn.size < inspection.population && inspection.scope.kind === 'sample';
  return {
    sampled,
    drawn: counted,
    rows: known.map(({ row }) => row.account),
    rate: tenths(counted),
    interval: sampled && known.length > 0 ? wilson(counted) : undefined,
    /** Some have no result yet. */
    open: rows.length - known.length,
  };
}

/** The change since the check before; why not, where the two did not ask the same. */
function changeSince(
  ledger: Ledger,
  now: Inspection,
  before: Entry<Inspection>,
): RateChange | undefined {
  const [a, b] = [measureOf(ledger, now), measureOf(ledger, before)];
  if (a.rate === undefined || b.rate === undefined) return undefined;
  if (now.edition !== before.edition) return { why: '两次检查所用的指标版本不同' };
  if (rulesOf(ledger, now) !== rulesOf(ledger, before))
    return { why: '两次检查之间更新要求有变动' };
  if (a.open + b.open > 0) return { why: '还有账号没有检查结果' };
  return rateChange({ rate: a.rate, interval: a.interval }, { rate: b.rate, interval: b.interval });
}

/** What the thresholds asked on the day of a check, to be compared. */
function rulesOf({ vocabulary }: Ledger, { checkedOn }: Inspection): string {
  const { thresholds } = vocabulary.indicators;
  const indicators = [...new Set(thresholds.map(({ indicator }) => indicator))];
  return JSON.stringify(
    indicators.map((id) => thresholdsOn(thresholds, id, checkedOn).map(({ every }) => every)),
  );
}

/** The check before, where the record names one that exists. */
export function previousOf(
  ledger: Ledger,
  { previous }: Inspection,
): Entry<Inspection> | undefined {
  return previous === undefined ? undefined : ledger.inspections.get(previous);
}

function partsOf(
  rows: readonly CheckedRow[],
  stands: ReadonlySet<string>,
  key: (row: CheckedRow) => string,
): InspectionPart[] {
  return [...Map.groupBy(rows, key)].map(([id, part]) => {
    const all = countedIn(part);
    const drawn = countedIn(part.filter(({ row }) => stands.has(row.account)));
    return { id, ...all, failed: all.checked - all.passed, drawn };
  });
}

function countedIn(rows: readonly CheckedRow[]): Counted {
  const passed = rows.filter(({ result }) => result === 'passed').length;
  return { checked: rows.length, passed };
}

function byIndicator(failed: readonly JudgedRow[]): InspectionFigures['byIndicator'] {
  const wrong = failed.flatMap(({ verdicts }) =>
    verdicts.filter(({ result }) => result === 'failed'),
  );
  const counts = new Map<string, InspectionFigures['byIndicator'][number]>();
  for (const { indicator: id, name } of wrong)
    counts.set(id, { id, name, failed: (counts.get(id)?.failed ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.failed - a.failed || (a.id < b.id ? -1 : 1));
}

/** What does not add up, each a Chinese sentence; empty when all is right. */
export function inspectionImbalances(figures: InspectionFigures): string[] {
  const {
    population,
    listed,
    checked,
    unchecked,
    passed,
    failed,
    again,
    still,
    mended: held,
  } = figures;
  const wrong: string[] = [];
  const equal = (name: string, whole: number, parts: readonly number[]) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    if (sum !== whole) wrong.push(`${name}${String(whole)}个，各部分相加为${String(sum)}个`);
  };
  equal('列入检查', listed, [checked, unchecked]);
  equal('检查', checked, [passed, failed]);
  equal('复查', again, [still, held]);
  if (figures.sampled) equal('检查', checked, [figures.drawn.checked, again - figures.drawnAgain]);
  for (const [name, parts] of [
    ['按平台', figures.byPlatform],
    ['按单位', figures.byUnit],
  ] as const) {
    equal(
      `检查（${name}）`,
      checked,
      parts.map((part) => part.checked),
    );
    equal(
      `不合格（${name}）`,
      failed,
      parts.map((part) => part.failed),
    );
  }
  if (unchecked > 0) wrong.push(`还有${String(unchecked)}个账号没有检查结果`);
  if (listed > population)
    wrong.push(`列入检查${String(listed)}个，多于应查总数${String(population)}个`);
  return wrong;
}
