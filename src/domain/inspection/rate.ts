/**
 * 合格率: a share in tenths of a percent, how far a drawn part may be from the whole, and whether two may be compared.
 *
 * The interval is Wilson's score interval at 95 % (E. B. Wilson, Probable Inference, the Law of Succession, and
 * Statistical Inference, JASA 22 (1927), 209–212), which stays within 0 and 100 % and holds for few accounts. It takes
 * no account of how small the register is, so that it is rather too wide than too narrow.
 */

/** Accounts that a rate is read from. */
export interface Counted {
  readonly checked: number;
  readonly passed: number;
}

/** Both in tenths of a percent. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share in tenths of a percent, rounded half up in whole numbers; undefined where nothing was checked. */
export function tenths({ passed, checked }: Counted): number | undefined {
  return checked === 0 ? undefined : Math.floor((passed * 2000 + checked) / (checked * 2));
}

/** The normal quantile of 95 %. */
const Z = 1.96;

/** Within which the rate of all of them lies, drawn again and again, in 95 of 100 draws. */
export function wilson({ passed, checked }: Counted): Interval {
  const share = passed / checked;
  const weight = (Z * Z) / checked;
  const middle = share + weight / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / checked + weight / (4 * checked));
  const bound = (value: number): number =>
    Math.round(Math.min(1, Math.max(0, value / (1 + weight))) * 1000);
  return { low: bound(middle - reach), high: bound(middle + reach) };
}

/** 91.7%; empty where nothing was checked. */
export function rateInWords(rate: number | undefined): string {
  return rate === undefined ? '' : `${pointsInWords(rate)}%`;
}

/** 63.3%至91.8%; empty where all were checked. */
export function intervalInWords(interval: Interval | undefined): string {
  if (interval === undefined) return '';
  return `${rateInWords(interval.low)}至${rateInWords(interval.high)}`;
}

function pointsInWords(value: number): string {
  return `${String(Math.floor(value / 10))}.${String(value % 10)}`;
}

/** A rate against the one before: by how much in tenths of a point, and whether the draw alone may explain it; or why not. */
export type RateChange =
  { readonly by: number; readonly within: boolean } | { readonly why: string };

/** A rate with the interval of a drawn part; without one it was counted from all. */
export interface Measured {
  readonly rate: number;
  readonly interval: Interval | undefined;
}

/** Two rates of the same kind of accounts by the same rules. Where their intervals meet, nothing is proved. */
export function rateChange(now: Measured, before: Measured): RateChange {
  const a = now.interval ?? { low: now.rate, high: now.rate };
  const b = before.interval ?? { low: before.rate, high: before.rate };
  const drawn = now.interval !== undefined || before.interval !== undefined;
  return { by: now.rate - before.rate, within: drawn && a.low <= b.high && b.low <= a.high };
}

/** 提高2.1个百分点, 持平, 高2.1个百分点而不能说明升降, 口径不同不可比; between printed rates, so that a reader can check it. */
export function rateChangeInWords(change: RateChange | undefined): string {
  if (change === undefined) return '';
  if ('why' in change) return `口径不同，不可比（${change.why}）`;
  const { by, within } = change;
  if (by === 0) return '持平';
  const points = `${pointsInWords(Math.abs(by))}个百分点`;
  if (within) return `${by > 0 ? '高' : '低'}${points}，在抽样误差以内，不能说明升降`;
  return `${by > 0 ? '提高' : '下降'}${points}`;
}
