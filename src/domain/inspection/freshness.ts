/** 更新情况: computed on the day of the check from the last post and the counts, by the thresholds in force that day. */
import type { Threshold } from '../../schema/indicators.ts';
import { type Day, daysBetween } from '../../day/calendar.ts';
import { periods } from '../../text/terms.ts';
import { inForceOn } from '../setting.ts';

/** What the checker saw. */
export interface Seen {
  readonly columns?:
    | {
        readonly stale?: number | undefined;
        readonly overdue?: number | undefined;
        readonly empty?: number | undefined;
      }
    | undefined;
  readonly lastPostOn?: Day | undefined;
  readonly counted?:
    | { readonly days: number; readonly posts: number; readonly originals?: number | undefined }
    | undefined;
}

export interface Freshness {
  /** `unknown` where no threshold is broken and at least one could not be judged. */
  readonly verdict: 'fresh' | 'stale' | 'unknown';
  /** Days since the last post. */
  readonly days: number | undefined;
  /** The thresholds that are not met, each as a Chinese sentence with its source. */
  readonly broken: readonly string[];
}

/** What kind of requirement a threshold makes: of each kind one is in force on a day. */
export function requirementOf({ every }: Threshold): string {
  return 'columns' in every ? every.columns : Object.keys(every).join();
}

/** The thresholds of an indicator in force on a day, one a kind of requirement. */
export function thresholdsOn(
  thresholds: readonly Threshold[],
  indicator: string,
  day: Day,
): Threshold[] {
  const own = thresholds.filter((one) => one.indicator === indicator);
  return [...Map.groupBy(own, requirementOf).values()].flatMap(
    (alike) => inForceOn(alike, day) ?? [],
  );
}

/** How fresh an account is on `checkedOn`. Without thresholds nothing is judged. */
export function freshnessOf(
  seen: Seen,
  thresholds: readonly Threshold[],
  checkedOn: Day,
): Freshness {
  const days = seen.lastPostOn === undefined ? undefined : daysBetween(seen.lastPostOn, checkedOn);
  const judged = thresholds.map((one) => judge(one, seen, days));
  const broken = judged.flatMap((one) => (typeof one === 'string' ? one : []));
  const verdict =
    broken.length > 0
      ? 'stale'
      : judged.length > 0 && judged.every((one) => one === true)
        ? 'fresh'
        : 'unknown';
  return { verdict, days, broken };
}

/** True where the threshold is met, a sentence where it is broken, undefined where it cannot be told. */
function judge(
  { every, source }: Threshold,
  { counted, columns }: Seen,
  days: number | undefined,
): true | string | undefined {
  if ('everyDays' in every) {
    if (days === undefined) return undefined;
    if (days <= every.everyDays) return true;
    return `已${String(days)}天未更新，要求间隔不超过${String(every.everyDays)}天（${source}）`;
  }
  if ('columns' in every) {
    const found = columns?.[every.columns];
    if (found === undefined) return undefined;
    if (found < every.below) return true;
    return `${COLUMNS[every.columns]}${String(found)}个，达到${String(every.below)}个（${source}）`;
  }
  if (counted === undefined) return undefined;
  const [wanted, found, what] =
    'times' in every
      ? [every.times, counted.posts, '发布']
      : [every.originals, counted.originals, '原创'];
  const times = Math.floor(counted.days / DAYS[every.per]);
  if (found === undefined || times === 0) return undefined;
  if (found >= wanted * times) return true;
  return `${String(counted.days)}天${what}${String(found)}条，要求每${periods[every.per]}${String(wanted)}条（${source}）`;
}

type Per = Extract<Threshold['every'], { times: number }>['per'];
const COLUMNS = {
  stale: '逾期不更新的一级栏目',
  overdue: '应更新未更新的栏目',
  empty: '空白栏目',
} as const;
const DAYS: Record<Per, number> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  'half-year': 180,
  year: 365,
};
